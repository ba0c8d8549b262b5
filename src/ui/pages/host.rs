//! The client host: where it is in the network, and its files.

use yew::prelude::*;

use crate::model::Region;
use crate::text::pages::{frame, host as words};
use crate::ui::desk::use_desk;
use crate::ui::parts::{
    CommandLine, Confirm, Control, DataTable, Dialog, DownloadButton, Field, Kind, UploadButton,
    button, code, copy_id, facts, lines, link_button, maybe, page_head, panel, row,
};
use crate::ui::route::Page;

/// The client host.
#[component]
pub(super) fn Host() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let terminal = link_button(Kind::Normal, words::TERMINAL, None, &Page::Terminal.route());
    html! {
        <>
            { page_head(frame::HOST, words::ABOUT, terminal) }
            { panel(words::PLACE, Html::default(), place(region)) }
            <Move />
            <Files />
        </>
    }
}

fn place(region: &Region) -> Html {
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id));
    let Some(interface) = interface else {
        return html! { <p>{ words::NOWHERE }</p> };
    };
    facts(vec![
        (words::INSTANCE, copy_id(&region.client.instance_id)),
        (words::SUBNET, copy_id(&interface.subnet_id)),
        (words::ADDRESS, code(&interface.ip)),
        (
            words::GROUPS,
            lines(interface.groups.iter().map(|group| copy_id(group))),
        ),
    ])
}

/// The form that moves the host.
#[component]
fn Move() -> Html {
    let subnet = use_state(String::new);
    let groups = use_state(String::new);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let network = &region.network;
    let vpc = network
        .subnets
        .get(&*subnet)
        .map(|subnet| subnet.vpc_id.as_str());
    let subnets = network.subnets.values().map(|subnet| {
        let label = format!("{} – {}, {}", subnet.zone, subnet.id, subnet.cidr);
        (subnet.id.clone(), label)
    });
    let of_vpc = network
        .security_groups
        .values()
        .filter(|group| Some(group.vpc_id.as_str()) == vpc)
        .map(|group| (group.id.clone(), format!("{} ({})", group.id, group.name)));
    let mut line = format!("lab client attach {}", *subnet);
    if !groups.is_empty() {
        let chosen: Vec<&str> = groups.lines().collect();
        line.push_str(" --security-groups ");
        line.push_str(&chosen.join(" "));
    }
    let put = {
        let (desk, line) = (desk.clone(), line.clone());
        Callback::from(move |_: MouseEvent| desk.script(words::MOVED, vec![line.clone()]))
    };
    let on_subnet = {
        let (subnet, groups) = (subnet.setter(), groups.setter());
        move |value| {
            subnet.set(value);
            groups.set(String::new());
        }
    };
    let on_groups = {
        let groups = groups.setter();
        move |value| groups.set(value)
    };
    panel(
        words::MOVE,
        Html::default(),
        html! {
            <div class="form">
                <p class="about">{ words::MOVE_ABOUT }</p>
                <Field name="subnet" label={words::SUBNET} control={Control::Select(subnets.collect())} value={(*subnet).clone()}
                    on_change={on_subnet} />
                if vpc.is_some() {
                    <Field name="groups" label={words::GROUPS} control={Control::Checks(of_vpc.collect())} value={(*groups).clone()}
                        on_change={on_groups} />
                    <CommandLine {line} folded=true />
                    <div class="buttons end">{ button(Kind::Primary, words::MOVE, None, put) }</div>
                }
            </div>
        },
    )
}

/// The files of the host.
#[component]
fn Files() -> Html {
    let open = use_state(|| None::<String>);
    let removing = use_state(|| None::<String>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let rows = region
        .client
        .files
        .iter()
        .map(|(path, text)| {
            let name = base(path);
            let view = {
                let (open, path) = (open.setter(), path.clone());
                move |_| open.set(Some(path.clone()))
            };
            let remove = {
                let (removing, path) = (removing.setter(), path.clone());
                move |_| removing.set(Some(path.clone()))
            };
            row(
                path.clone(),
                vec![
                    code(path),
                    html! { words::bytes(text.len()) },
                    html! {
                        <div class="buttons">
                            <button type="button" aria-label={words::view(path)} onclick={view}>{ words::VIEW }</button>
                            <DownloadButton name={name.to_owned()} text={text.clone()} />
                            <button type="button" aria-label={words::remove(path)} onclick={remove}>{ words::REMOVE }</button>
                        </div>
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let shown = open.as_ref().and_then(|path| {
        let text = region.client.files.get(path)?;
        let close = {
            let open = open.setter();
            move |()| open.set(None)
        };
        Some(html! {
            <Dialog title={path.clone()} {close}><pre class="listing" tabindex="0">{ text }</pre></Dialog>
        })
    });
    let question = removing.as_ref().map(|path| {
        let line = format!("sudo rm {path}");
        let confirm = {
            let (desk, line, said) = (desk.clone(), line.clone(), words::removed(path));
            Callback::from(move |()| desk.script(said.clone(), vec![line.clone()]))
        };
        let close = {
            let removing = removing.setter();
            move |()| removing.set(None)
        };
        html! {
            <Confirm title={frame::question(words::REMOVE, path)} warning={words::REMOVE_ABOUT} word={base(path).to_owned()}
                action={words::REMOVE} {line} {confirm} {close} />
        }
    });
    panel(
        words::FILES,
        html! { <UploadButton label={words::UPLOAD} /> },
        html! {
            <>
                <DataTable name={words::FILES} columns={words::FILE_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_FILES }</p> }} />
                { maybe(shown) }
                { maybe(question) }
            </>
        },
    )
}

/// The name of a file without its folders.
fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
