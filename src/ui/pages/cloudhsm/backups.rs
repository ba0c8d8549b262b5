//! The list of backups.

use yew::prelude::*;

use crate::model::{BackupState, Region, Sort};
use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::use_desk;
use crate::ui::parts::{
    DataTable, Kind, link, link_button, linked_id, page_head, panel, row, status, time,
};
use crate::ui::route::Page;

/// The list of backups.
#[component]
pub(in crate::ui::pages) fn Backups() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    html! {
        <>
            { page_head(frame::BACKUPS, words::BACKUPS_ABOUT, Html::default()) }
            { panel(frame::BACKUPS, Html::default(), table(region, None)) }
        </>
    }
}

/// The backups of a Region, or those of one of its clusters; the newest first.
pub(super) fn table(region: &Region, cluster: Option<&str>) -> Html {
    let mut backups: Vec<_> = region
        .backups
        .values()
        .filter(|backup| cluster.is_none_or(|id| backup.cluster_id == id))
        .collect();
    backups.order_by_key(|backup| std::cmp::Reverse(backup.created));
    let rows = backups
        .into_iter()
        .map(|backup| {
            let reason = (backup.state != BackupState::Ready).then_some(words::NOT_READY);
            row(
                format!(
                    "{} {} {}",
                    backup.id,
                    backup.state.word(),
                    backup.cluster_id
                ),
                vec![
                    linked_id(&Page::Backup.of(&backup.id), &backup.id),
                    status(backup.state.word()),
                    link(&Page::Cluster.of(&backup.cluster_id), &backup.cluster_id),
                    time(backup.created),
                    link_button(
                        Kind::Normal,
                        words::RESTORE,
                        reason,
                        &Page::Restore.of(&backup.id),
                    ),
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <DataTable name={frame::BACKUPS} columns={words::BACKUP_COLUMNS.to_vec()} {rows}
            empty={html! { <p>{ words::NO_BACKUPS }</p> }} />
    }
}
