//! How `lab why` lays an explanation out.

use crate::api::Explanation;
use crate::text::lab::OUR_WORDING;

/// An explanation as the terminal prints it.
pub(super) fn explain(code: Option<&str>, explanation: &Explanation) -> String {
    let mut text = String::new();
    if let Some(code) = code {
        text += &format!("{code}\n\n");
    }
    text += &format!(
        "What   {}\nWhy    {}\nDo     {}\n",
        explanation.what, explanation.why, explanation.todo
    );
    for (title, url) in &explanation.docs {
        text += &format!("Read   {title}: {url}\n");
    }
    for (index, line) in explanation.fix.iter().enumerate() {
        text += &format!("{}  {line}\n", if index == 0 { "Fix  " } else { "     " });
    }
    text += &format!(
        "Rule   {} ({}{})\n",
        explanation.rule_id,
        explanation.origin,
        if explanation.our_wording {
            OUR_WORDING
        } else {
            ""
        }
    );
    text
}
