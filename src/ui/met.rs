//! Which failures the reader has met: a preference of the browser, and of this visit where the browser keeps none.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::rules;
use crate::web::preferences;

/// Name of the preference: ids of rules with spaces between them.
const NAME: &str = "met";

thread_local! {
    static MET: RefCell<BTreeSet<&'static str>> = RefCell::default();
}

/// The ids of the rules that were met, in this tab or in another.
pub(super) fn met() -> BTreeSet<&'static str> {
    MET.with_borrow_mut(|met| {
        for kept in preferences::all(NAME) {
            // Ids that only an older version knew are ignored.
            met.extend(kept.split(' ').filter_map(rules::rule).map(|rule| rule.id));
        }
        met.clone()
    })
}

/// Remembers that the explanation of a rule was shown.
pub(super) fn mark(id: &str) {
    let mut all = met();
    let Some(rule) = rules::rule(id) else {
        return;
    };
    if all.insert(rule.id) {
        MET.with_borrow_mut(|met| met.insert(rule.id));
        let all: Vec<&str> = all.into_iter().collect();
        preferences::set(NAME, &all.join(" "));
    }
}
