//! KMS keys.

use yew::prelude::*;

use crate::model::{Account, Region};
use crate::text::page as words;
use crate::ui::parts::{code, section, status, table};

/// KMS keys with where their material is.
pub(super) fn view(account: &Account, region: &Region) -> Html {
    let rows = region
        .keys
        .values()
        .map(|key| {
            vec![
                code(&key.id),
                status(account.key_state(region, key).word()),
                key.store_id()
                    .map_or_else(|| html! { words::AWS_KMS }, code),
                html! { &key.description },
            ]
        })
        .collect();
    section(
        words::KEYS,
        table(words::KEYS, words::KEY_COLUMNS, rows, words::NO_KEYS),
    )
}
