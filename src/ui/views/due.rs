//! What is due next.

use yew::prelude::*;

use crate::model::{Account, HOUR, MINUTE, SECOND};
use crate::text::{lab, page as words};
use crate::ui::parts::{code, lines, section, table};

/// Things that are under way come with their moment and how long that is from now; waiting periods of days are no news.
pub(super) fn view(account: &Account) -> Html {
    let rows = account
        .jobs
        .jobs()
        .iter()
        .filter(|scheduled| scheduled.job.is_transition())
        .map(|scheduled| {
            let text = scheduled.due.iso();
            let clock = text.split_once('T').map_or("", |(_, clock)| clock);
            let clock = clock.get(..8).unwrap_or(clock);
            vec![
                lines([
                    html! { <time datetime={text.clone()}>{ clock }</time> },
                    html! { <span class="note">{ words::wait(&length(scheduled.due.0 - account.now.0)) }</span> },
                ]),
                html! { lab::job(&scheduled.job) },
                code(scheduled.job.subject()),
                html! { &scheduled.region },
            ]
        })
        .collect();
    section(
        words::DUE,
        table(words::DUE, words::DUE_COLUMNS, rows, words::NO_JOBS),
    )
}

/// A length of time in its two largest units, rounded up to seconds.
fn length(millis: i64) -> String {
    let seconds = (millis.max(0) + SECOND - 1) / SECOND;
    let (minute, hour) = (MINUTE / SECOND, HOUR / SECOND);
    if seconds < minute {
        format!("{seconds} s")
    } else if seconds < hour {
        format!("{} min {:02} s", seconds / minute, seconds % minute)
    } else {
        format!("{} h {:02} min", seconds / hour, seconds % hour / minute)
    }
}
