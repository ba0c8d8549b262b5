//! A backup, and what can be done with it.

use serde_json::{Value, json};
use yew::prelude::*;

use super::tags;
use crate::model::{self, BackupState};
use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Control, DangerButton, FieldSpec, FormButton, Kind, Values, copy_id, facts, link, link_button,
    page_head, panel, status, time,
};
use crate::ui::route::Page;

/// A backup.
#[component]
pub(in crate::ui::pages) fn Backup(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(backup) = session
        .region()
        .and_then(|region| region.backups.get(&*props.id))
    else {
        return gone(&props.id, Page::Backups);
    };
    let here = desk.region();
    let others = session.playground.account().regions.keys();
    let others = others
        .filter(|name| **name != here)
        .map(|name| (name.clone(), name.clone()));
    html! {
        <>
            { page_head(&backup.id, "", actions(&desk, backup, others.collect())) }
            { panel(words::CONFIGURATION, Html::default(), details(backup)) }
            { tags::view(&desk, &backup.id, &backup.tags) }
        </>
    }
}

fn details(backup: &model::Backup) -> Html {
    let mut known = vec![
        (words::BACKUP_ID, copy_id(&backup.id)),
        (words::STATE, status(backup.state.word())),
        (words::CREATED, time(backup.created)),
        (
            words::CLUSTER_ID,
            link(&Page::Cluster.of(&backup.cluster_id), &backup.cluster_id),
        ),
        (
            words::EXPIRES,
            html! { if backup.never_expires { { words::NEVER } } else { { words::BY_RETENTION } } },
        ),
        (
            words::HSM_TYPE,
            html! { <>{ &backup.hsm_type }{ ", " }{ &backup.mode }</> },
        ),
    ];
    if let Some(at) = backup.delete_at {
        known.push((words::DELETED_ON, time(at)));
    }
    if let Some(source) = &backup.copy_of {
        let from = words::copied_from(&source.backup, &source.region);
        known.push((words::COPY_OF, html! { from }));
        known.push((words::COPIED, time(source.copied)));
    }
    facts(known)
}

fn actions(desk: &Desk, backup: &model::Backup, regions: Vec<(String, String)>) -> Html {
    let not_ready = (backup.state != BackupState::Ready).then_some(words::NOT_READY);
    let copy = html! {
        <Order label={words::COPY} operation="CopyBackupToRegion" input={named(backup)} done={words::copying(&backup.id)}
            fields={vec![FieldSpec::new("DestinationRegion", words::REGION, Control::Select(regions))]} />
    };
    let (label, about) = if backup.never_expires {
        (words::LET_EXPIRE, words::LET_EXPIRE_ABOUT)
    } else {
        (words::KEEP, words::KEEP_ABOUT)
    };
    let mut keeping = named(backup);
    keeping["NeverExpires"] = (!backup.never_expires).into();
    let deletion = if backup.state == BackupState::PendingDeletion {
        html! {
            <Order label={words::UNDELETE} operation="RestoreBackup" input={named(backup)} done={words::backup_changed(&backup.id)} />
        }
    } else {
        let request = desk.request("cloudhsmv2", "DeleteBackup", named(backup));
        html! {
            <DangerButton label={words::DELETE_BACKUP} reason={not_ready} word={backup.id.clone()} light=true
                warning={words::DELETE_BACKUP_WARNING} {request} success={Success::new(words::backup_changed(&backup.id))} />
        }
    };
    html! {
        <>
            { link_button(Kind::Normal, frame::RESTORE, not_ready, &Page::Restore.of(&backup.id)) }
            if not_ready.is_none() { { copy } }
            <Order key={label} {label} operation="ModifyBackupAttributes" input={keeping} {about}
                done={words::backup_changed(&backup.id)} />
            { deletion }
        </>
    }
}

fn named(backup: &model::Backup) -> Value {
    json!({ "BackupId": backup.id })
}

/// Properties of a button that changes a backup.
#[derive(Properties, PartialEq)]
struct OrderProps {
    label: AttrValue,
    operation: &'static str,
    /// What is known of the request.
    input: Value,
    /// What is said when it was accepted.
    done: AttrValue,
    /// What follows from it.
    #[prop_or_default]
    about: &'static str,
    #[prop_or_default]
    fields: Vec<FieldSpec>,
}

/// A button that asks for what is missing, and shows the command line in any case.
#[component]
fn Order(props: &OrderProps) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let (operation, known) = (props.operation, props.input.clone());
    let request = Callback::from(move |values: Values| {
        let mut input = known.clone();
        for (name, value) in values {
            input[name] = value.into();
        }
        desk.request("cloudhsmv2", operation, input)
    });
    let done = props.done.to_string();
    let success = Callback::from(move |_| Success::new(done.clone()));
    html! {
        <FormButton label={props.label.clone()} about={props.about} fields={props.fields.clone()} {request} {success} />
    }
}
