//! What the security group of a cluster has to let through, and the way to bring it back.

use yew::prelude::*;

use super::rules;
use crate::docs;
use crate::model::{Direction, Region, SecurityGroup};
use crate::text::pages::{kms, vpc as words};
use crate::ui::desk::{Desk, Success};
use crate::ui::parts::{CommandLine, Kind, Mood, button, mark, panel};
use crate::ui::session::Request;

/// The documented rules of a cluster's group, found or missing; nothing for other groups.
pub(super) fn view(desk: &Desk, region: &Region, group: &SecurityGroup) -> Html {
    let mut clusters = region.clusters.values();
    let Some(cluster) = clusters.find(|cluster| cluster.security_group.as_ref() == Some(&group.id))
    else {
        return Html::default();
    };
    let mut missing = Vec::new();
    let mut lines = Vec::new();
    for (direction, text) in [
        (Direction::Ingress, words::NEEDS_IN),
        (Direction::Egress, words::NEEDS_OUT),
    ] {
        let there = group.admits_itself(direction);
        if !there {
            let permission = rules::permission("tcp", words::HSM_PORTS, &group.id);
            let input = rules::request(&group.id, permission);
            missing.push(desk.request("ec2", rules::authorize(direction), input));
        }
        let mark = if there {
            mark(Mood::Good, kms::MET)
        } else {
            mark(Mood::Bad, kms::NOT_MET)
        };
        lines.push(html! { <li>{ mark }{ " " }{ text }</li> });
    }
    panel(
        words::NEEDED,
        Html::default(),
        html! {
            <>
                <p>{ words::needed_by(&cluster.id) }</p>
                <ul class="checklist">{ for lines }</ul>
                <p class="note">{ words::NEEDS_CLIENT }{ " " }
                    <a href={docs::CONFIGURE_SG.url()} target="_blank" rel="noopener noreferrer">{ docs::CONFIGURE_SG.title }</a>
                </p>
                if !missing.is_empty() { { restore(desk, group, missing) } }
            </>
        },
    )
}

/// One click for all that is missing.
fn restore(desk: &Desk, group: &SecurityGroup, missing: Vec<Request>) -> Html {
    let line: Vec<String> = missing.iter().map(|request| desk.line(request)).collect();
    let onclick = {
        let (desk, id) = (desk.clone(), group.id.clone());
        Callback::from(move |_: MouseEvent| {
            for request in &missing {
                let restored = words::changed(&id);
                desk.order(request.clone(), move |_| Success::new(restored.clone()));
            }
        })
    };
    html! {
        <>
            <div class="buttons">{ button(Kind::Primary, words::RESTORE, None, onclick) }</div>
            <CommandLine line={line.join("\n")} folded=true />
        </>
    }
}
