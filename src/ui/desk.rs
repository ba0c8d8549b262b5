//! What a page works with: the account to read, and the actions on it.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::flash::{Flash, Lasting};
use super::keeper::Keeper;
use super::opening::KeepAction;
use super::route::Route;
use super::session::{Act, Done, Request, Session};
use crate::api::AwsError;
use crate::playground::{Shelf, Typing};
use crate::rules::Rule;
use crate::shell;
use crate::text::pages::frame as words;
use crate::web::location;

/// The desk of a page. Two desks are equal if nothing changed between them.
#[derive(Clone)]
pub(super) struct Desk {
    session: Rc<RefCell<Session>>,
    /// Counts what has happened.
    revision: u64,
    pub(super) route: Route,
    shelf: Shelf,
    /// Id of the sandbox that is open.
    sandbox: String,
    lasting: bool,
    act: Callback<(Act, Callback<Done>)>,
    keep: Callback<KeepAction>,
    flash: Callback<Flash>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && self.route == other.route
    }
}

/// What is said of a call that the service accepted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Success {
    /// What was done.
    pub(super) header: String,
    /// What continues after it, if anything.
    pub(super) lasting: Option<Lasting>,
    /// Where to go.
    pub(super) go: Option<Route>,
}

/// What is said of an answer.
type Told = Rc<dyn Fn(&Value) -> Success>;

/// What came of the lines that cure a refused call.
pub(super) enum Cured {
    /// They have made the call themselves: as much of its answer as its event shows, and what they printed.
    Made(Value, Rc<Typing>),
    /// Nothing is known to stand in its way any more.
    Again,
    /// They failed, or only look: what they printed says more.
    Shown(Rc<Typing>),
}

impl Success {
    /// Something was done, and that was all.
    pub(super) fn new(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            ..Self::default()
        }
    }

    /// It goes on with a resource; `over` is said when that has gone well.
    pub(super) fn lasting(mut self, region: &str, subject: &str, over: String) -> Self {
        self.lasting = Some(Lasting {
            region: region.to_owned(),
            subject: subject.to_owned(),
            over,
        });
        self
    }

    /// The page to go to.
    pub(super) fn go(mut self, route: Route) -> Self {
        self.go = Some(route);
        self
    }
}

impl Desk {
    pub(super) fn new(
        session: &Rc<RefCell<Session>>,
        revision: u64,
        route: Route,
        keeper: &Keeper,
        act: Callback<(Act, Callback<Done>)>,
        keep: Callback<KeepAction>,
        flash: Callback<Flash>,
    ) -> Self {
        Self {
            session: Rc::clone(session),
            revision,
            route,
            shelf: keeper.shelf.clone(),
            sandbox: keeper.known.record.id.clone(),
            lasting: keeper.lasting,
            act,
            keep,
            flash,
        }
    }

    /// The session, to look at.
    pub(super) fn session(&self) -> Ref<'_, Session> {
        self.session.borrow()
    }

    /// Name of the Region.
    pub(super) fn region(&self) -> String {
        self.session().shell.region().to_owned()
    }

    /// A call in the page's Region.
    pub(super) fn request(
        &self,
        service: &'static str,
        operation: &'static str,
        input: Value,
    ) -> Request {
        Request {
            service,
            operation,
            region: self.region(),
            input,
        }
    }

    /// The command line that does the same as a call.
    pub(super) fn line(&self, request: &Request) -> String {
        // The terminal is in the page's Region.
        shell::command_line(
            request.service,
            request.operation,
            &request.region,
            &request.input,
            &self.region(),
        )
    }

    /// Runs an act on the account and passes on its result.
    pub(super) fn act(&self, act: Act, done: Callback<Done>) {
        self.act.emit((act, done));
    }

    /// The sandboxes that are kept.
    pub(super) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Id of the sandbox that is open.
    pub(super) fn sandbox(&self) -> &String {
        &self.sandbox
    }

    /// Whether the saved data will exist on the next visit.
    pub(super) fn lasting(&self) -> bool {
        self.lasting
    }

    /// Opens, makes or leaves a sandbox.
    pub(super) fn keep(&self, action: KeepAction) {
        self.keep.emit(action);
    }

    /// Says something.
    pub(super) fn flash(&self, flash: Flash) {
        self.flash.emit(flash);
    }

    /// Goes to a page.
    pub(super) fn go(&self, route: &Route) {
        location::go(&route.href());
    }

    /// Calls an operation; says that it was done, or why it was refused. When the refusal is cured the operation is called again.
    pub(super) fn order(&self, request: Request, success: impl Fn(&Value) -> Success + 'static) {
        self.order_again(request, Rc::new(success));
    }

    fn order_again(&self, request: Request, told: Told) {
        let about = request.key();
        let on_fix = self.curing(request.clone(), told.clone());
        let desk = self.clone();
        let refused = Callback::from(move |error: Box<AwsError>| {
            desk.flash(Flash::refusal(*error, &about, on_fix.clone()));
        });
        self.submit(
            request,
            Callback::from(move |answer| told(&answer)),
            refused,
        );
    }

    /// What a refusal in a message does to be cured.
    fn curing(&self, request: Request, told: Told) -> Callback<Vec<String>> {
        let desk = self.clone();
        Callback::from(move |lines| {
            let (request, told, desk) = (request.clone(), told.clone(), desk.clone());
            let ask = request.clone();
            desk.clone().fix(
                lines,
                &ask,
                Callback::from(move |cured| match cured {
                    Cured::Made(answer, _) => desk.accepted(told(&answer), &request),
                    Cured::Again => desk.order_again(request.clone(), told.clone()),
                    Cured::Shown(typing) => desk.flash(Flash::transcript(
                        typing,
                        desk.curing(request.clone(), told.clone()),
                    )),
                }),
            );
        })
    }

    /// Calls an operation; says that it was done, and leaves a refusal to the form that asked.
    pub(super) fn submit(
        &self,
        request: Request,
        success: Callback<Value, Success>,
        refused: Callback<Box<AwsError>>,
    ) {
        let (desk, asked) = (self.clone(), request.clone());
        let done = Callback::from(move |done| match done {
            Done::Answer(answer) => desk.accepted(success.emit(answer), &asked),
            Done::Refused(error) => refused.emit(error),
            other => desk.tell(other),
        });
        self.act(Act::Call(request), done);
    }

    /// Says that a call was accepted, and goes where it leads.
    pub(super) fn accepted(&self, success: Success, request: &Request) {
        let line = self.line(request);
        self.flash(Flash::success(success.header, line, success.lasting).about(request.key()));
        if let Some(route) = success.go {
            self.go(&route);
        }
    }

    /// Runs the lines that cure a refused call in a session of their own, and hands over how the call stands then.
    pub(super) fn fix(&self, lines: Vec<String>, refused: &Request, done: Callback<Cured>) {
        let (key, looks) = (refused.key(), shell::only_look(&lines));
        self.run(
            lines,
            Callback::from(move |typing: Typing| {
                let made = typing.calls.iter().rfind(|(call, _)| *call == key);
                let made = made.map(|(_, answer)| answer.clone());
                done.emit(match made {
                    _ if looks || !typing.well => Cured::Shown(Rc::new(typing)),
                    Some(answer) => Cured::Made(answer, Rc::new(typing)),
                    None => Cured::Again,
                });
            }),
        );
    }

    /// Runs lines in a session of their own; says what is so when they went well, and shows what they printed.
    pub(super) fn script(&self, said: impl Into<String>, lines: Vec<String>) {
        self.script_saying(said.into(), lines);
    }

    /// Loads a place to start from. What has failed in it is for the reader to find out.
    pub(super) fn start(&self, said: String, line: String) {
        let desk = self.clone();
        let lines = vec![line];
        self.run(
            lines.clone(),
            Callback::from(move |mut typing: Typing| {
                typing.why = None;
                desk.came_of(&said, &lines, typing);
            }),
        );
    }

    fn script_saying(&self, said: String, lines: Vec<String>) {
        let desk = self.clone();
        self.run(
            lines.clone(),
            Callback::from(move |typing: Typing| desk.came_of(&said, &lines, typing)),
        );
    }

    /// Says what came of a script.
    fn came_of(&self, said: &str, lines: &[String], typing: Typing) {
        if typing.well && typing.why.is_none() {
            self.flash(Flash::said(said.to_owned(), typing).about(said.to_owned()));
            return;
        }
        let (told, header, again) = (self.clone(), said.to_owned(), lines.to_vec());
        let on_fix = Callback::from(move |lines: Vec<String>| {
            // The whole of it, once more: it ended in a failure.
            let all = [lines, again.clone()].concat();
            told.script_saying(header.clone(), all);
        });
        let failed = Flash::transcript(Rc::new(typing), on_fix);
        self.flash(failed.about(said.to_owned()));
    }

    /// Says what came of an act, where that is worth saying.
    pub(super) fn tell(&self, done: Done) {
        match done {
            Done::Said(text) => self.flash(Flash::success(text, String::new(), None)),
            Done::Broke(bug) => self.flash(Flash::error(words::BROKE, bug.0)),
            // Whoever asked for these says more of them.
            Done::Well | Done::Paused | Done::Answer(_) | Done::Refused(_) | Done::Script(_) => {}
        }
    }

    /// Runs lines in a session of their own, and hands over what they printed.
    pub(super) fn run(&self, lines: Vec<String>, done: Callback<Typing>) {
        self.typed(Act::Script(lines), done);
    }

    /// Runs the script that breaks a rule, and passes on its result.
    pub(super) fn break_it(&self, rule: &Rule, done: Callback<Typing>) {
        self.typed(Act::Break(rule.break_it), done);
    }

    /// Runs the lines that fix what was broken, and passes on their output.
    pub(super) fn cure(&self, lines: Vec<String>, done: Callback<Typing>) {
        self.typed(Act::Cure(lines), done);
    }

    fn typed(&self, act: Act, done: Callback<Typing>) {
        let desk = self.clone();
        self.act(
            act,
            Callback::from(move |result| match result {
                Done::Script(typing) => done.emit(typing),
                other => desk.tell(other),
            }),
        );
    }
}

/// The desk of the page that is shown.
#[hook]
pub(super) fn use_desk() -> Option<Desk> {
    use_context::<Desk>()
}
