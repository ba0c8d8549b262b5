//! Rows in IndexedDB: the only storage of a browser that keeps what it acknowledged when the browser is killed while it writes.

use std::cell::RefCell;
use std::ops::Range;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

use crate::ports::{Answer, Expected, Problem, Row, Rows, Write};
use crate::text::problems as words;

/// The database.
const DATABASE: &str = "keystore-playground";
/// Its only object store: texts under texts.
const STORE: &str = "rows";
/// Changes that are asked for at once.
const AT_ONCE: usize = 500;

/// The rows of this site in this browser.
#[derive(Clone, Debug)]
pub struct BrowserRows {
    database: IdbDatabase,
}

impl BrowserRows {
    /// Opens the database, making it on the first visit.
    ///
    /// # Errors
    /// [`Problem::Denied`] where the browser gives this page none.
    pub async fn open() -> Result<Self, Problem> {
        let denied = |error: JsValue| Problem::Denied(said(&error));
        // Reading the property throws where storage is denied.
        let factory = web_sys::window()
            .and_then(|window| window.indexed_db().transpose())
            .unwrap_or(Err(JsValue::NULL))
            .map_err(denied)?;
        let request = factory.open_with_u32(DATABASE, 1).map_err(denied)?;
        let upgrade = {
            let request: IdbOpenDbRequest = request.clone();
            Closure::once_into_js(move || {
                if let Ok(database) = request.result() {
                    // The store of a new database exists nowhere else.
                    let _ = database
                        .unchecked_into::<IdbDatabase>()
                        .create_object_store(STORE);
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = answered(&request).await.map_err(denied)?.unchecked_into();
        // Another tab that deletes the database does not have to wait for this one.
        let leave = {
            let database = database.clone();
            Closure::<dyn FnMut()>::new(move || database.close())
        };
        database.set_onversionchange(Some(leave.as_ref().unchecked_ref()));
        leave.forget();
        Ok(Self { database })
    }

    fn begin(&self, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let transaction = self.database.transaction_with_str_and_mode(STORE, mode)?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

impl Rows for BrowserRows {
    fn read(&self, ranges: Vec<Range<String>>) -> Answer<Vec<Vec<Row>>> {
        let begun = self.begin(IdbTransactionMode::Readonly);
        Box::pin(async move {
            let (_, store) = begun.map_err(|error| problem(&error))?;
            let mut requests = Vec::new();
            // All of them at once, so that the transaction ends only after the last.
            for range in ranges {
                let range = bound(&range).map_err(|error| problem(&error))?;
                let keys = store.get_all_keys_with_key(&range);
                let texts = store.get_all_with_key(&range);
                let (keys, texts) = (
                    keys.map_err(|error| problem(&error))?,
                    texts.map_err(|error| problem(&error))?,
                );
                requests.push((answer(&keys), answer(&texts)));
            }
            let mut found = Vec::new();
            for (keys, texts) in requests {
                let keys = strings(JsFuture::from(keys).await);
                let texts = strings(JsFuture::from(texts).await);
                found.push(keys?.into_iter().zip(texts?).collect());
            }
            Ok(found)
        })
    }

    fn write(&self, expected: Option<Expected>, changes: Vec<Write>) -> Answer<bool> {
        let begun = self.begin(IdbTransactionMode::Readwrite);
        Box::pin(async move {
            let (transaction, store) = begun.map_err(|error| problem(&error))?;
            let complete = completed(&transaction);
            if let Some(expected) = expected {
                let there = store
                    .get(&expected.key.into())
                    .map_err(|error| problem(&error))?;
                let there = answered(&there).await.map_err(|error| problem(&error))?;
                if there.as_string() != expected.text {
                    // Nothing was written, so nothing can fail.
                    let _ = transaction.abort();
                    return Ok(false);
                }
            }
            for (index, change) in changes.into_iter().enumerate() {
                let asked = match change {
                    Write::Put(key, text) => store.put_with_key(&text.into(), &key.into()),
                    Write::Delete(range) => bound(&range).and_then(|range| store.delete(&range)),
                };
                let done = match asked {
                    // The page breathes now and then; the transaction ends only after the last request.
                    Ok(request) if (index + 1).is_multiple_of(AT_ONCE) => answered(&request).await,
                    Ok(request) => Ok(request.into()),
                    Err(error) => {
                        let _ = transaction.abort();
                        Err(error)
                    }
                };
                done.map_err(|error| problem(&error))?;
            }
            let aborted = JsFuture::from(complete)
                .await
                .map_err(|error| problem(&error))?;
            if aborted.is_undefined() {
                Ok(true)
            } else {
                Err(problem(&aborted))
            }
        })
    }
}

fn bound(range: &Range<String>) -> Result<IdbKeyRange, JsValue> {
    let (start, end) = (range.start.as_str().into(), range.end.as_str().into());
    IdbKeyRange::bound_with_lower_open_and_upper_open(&start, &end, false, true)
}

fn strings(answer: Result<JsValue, JsValue>) -> Result<Vec<String>, Problem> {
    let list = js_sys::Array::from(&answer.map_err(|error| problem(&error))?);
    list.iter()
        .map(|value| {
            value
                .as_string()
                .ok_or_else(|| Problem::Damaged(words::ROW_WITHOUT_TEXT.to_owned()))
        })
        .collect()
}

/// What a request answers, later.
fn answer(request: &IdbRequest) -> Promise {
    let request = request.clone();
    let (success, failure) = (request.clone(), request.clone());
    settled(
        move |resolve| {
            let done = success.clone();
            let call = Closure::once_into_js(move || {
                let result = done.result().unwrap_or(JsValue::UNDEFINED);
                // A promise takes whatever it is given.
                let _ = resolve.call1(&JsValue::NULL, &result);
            });
            success.set_onsuccess(Some(call.unchecked_ref()));
        },
        move |reject| {
            let failed = failure.clone();
            let call = Closure::once_into_js(move || {
                let error = failed.error().ok().flatten();
                let _ = reject.call1(&JsValue::NULL, &error.into());
            });
            failure.set_onerror(Some(call.unchecked_ref()));
        },
    )
}

async fn answered(request: &IdbRequest) -> Result<JsValue, JsValue> {
    JsFuture::from(answer(request)).await
}

/// That a transaction is kept for good, later: nothing, or what aborted it. It is no rejection, as nobody waits for a transaction that
/// this side aborts.
fn completed(transaction: &IdbTransaction) -> Promise {
    let (success, failure) = (transaction.clone(), transaction.clone());
    let ends = RefCell::new(Some((success, failure)));
    Promise::new(&mut |resolve, _| {
        let Some((success, failure)) = ends.borrow_mut().take() else {
            return;
        };
        let done = resolve.clone();
        let complete = Closure::once_into_js(move || {
            let _ = done.call0(&JsValue::NULL);
        });
        success.set_oncomplete(Some(complete.unchecked_ref()));
        let aborted = failure.clone();
        let abort = Closure::once_into_js(move || {
            let error = aborted.error();
            let _ = resolve.call1(&JsValue::NULL, &error.into());
        });
        failure.set_onabort(Some(abort.unchecked_ref()));
    })
}

/// A promise whose two ends are wired up by two functions.
fn settled(
    success: impl FnOnce(js_sys::Function),
    failure: impl FnOnce(js_sys::Function),
) -> Promise {
    let ends = RefCell::new(Some((success, failure)));
    Promise::new(&mut |resolve, reject| {
        if let Some((success, failure)) = ends.borrow_mut().take() {
            success(resolve);
            failure(reject);
        }
    })
}

/// What the browser's refusal means.
fn problem(error: &JsValue) -> Problem {
    match error.dyn_ref::<DomException>() {
        Some(error) if error.name() == "QuotaExceededError" => Problem::Full,
        _ => Problem::Denied(said(error)),
    }
}

fn said(error: &JsValue) -> String {
    error
        .dyn_ref::<DomException>()
        .map_or_else(|| format!("{error:?}"), DomException::message)
}
