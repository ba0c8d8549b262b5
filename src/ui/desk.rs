//! What a page has in hand: the account to look at, and the ways to act on it.

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

/// The desk of a page. Two desks are equal while nothing has happened between them.
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
    /// What goes on after it, if anything does.
    pub(super) lasting: Option<Lasting>,
    /// Where to go.
    pub(super) go: Option<Route>,
}

impl Success {
    /// Something was done, and that was all.
    pub(super) fn new(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            ..Self::default()
        }
    }

    /// It goes on with a resource until that is ready.
    pub(super) fn lasting(mut self, region: &str, subject: &str) -> Self {
        self.lasting = Some(Lasting {
            region: region.to_owned(),
            subject: subject.to_owned(),
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

    /// Does something to the account and hands over what came of it.
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

    /// Whether what is kept is there again on the next visit.
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

    /// Calls an operation; says that it was done, or why it was refused.
    pub(super) fn order(&self, request: Request, success: impl Fn(&Value) -> Success + 'static) {
        let desk = self.clone();
        let refused =
            Callback::from(move |error: Box<AwsError>| desk.flash(Flash::refusal(*error)));
        self.submit(request, success, refused);
    }

    /// Calls an operation; says that it was done, and leaves a refusal to the form that asked.
    pub(super) fn submit(
        &self,
        request: Request,
        success: impl Fn(&Value) -> Success + 'static,
        refused: Callback<Box<AwsError>>,
    ) {
        let (desk, line) = (self.clone(), self.line(&request));
        let done = Callback::from(move |done| match done {
            Done::Answer(answer) => {
                let success = success(&answer);
                desk.flash(Flash::success(
                    success.header,
                    line.clone(),
                    success.lasting,
                ));
                if let Some(route) = success.go {
                    desk.go(&route);
                }
            }
            Done::Refused(error) => refused.emit(error),
            other => desk.tell(other),
        });
        self.act(Act::Call(request), done);
    }

    /// Runs lines in a session of their own, in the open; what they printed is said.
    pub(super) fn script(&self, lines: Vec<String>) {
        let desk = self.clone();
        self.act(
            Act::Script(lines),
            Callback::from(move |done| desk.tell(done)),
        );
    }

    /// Says what came of an act, where that is worth saying.
    pub(super) fn tell(&self, done: Done) {
        match done {
            Done::Script(transcript) => self.flash(Flash::transcript(transcript)),
            Done::Refused(error) => self.flash(Flash::refusal(*error)),
            Done::Said(text) => self.flash(Flash::success(text, String::new(), None)),
            Done::Broke(bug) => self.flash(Flash::error(words::BROKE, bug.0)),
            Done::Well | Done::Answer(_) => {}
        }
    }

    /// Runs lines in a session of their own, and hands over what they printed.
    pub(super) fn run(&self, lines: Vec<String>, done: Callback<Typing>) {
        self.typed(Act::Script(lines), done);
    }

    /// Breaks a rule, and hands over what came of it.
    pub(super) fn break_it(&self, rule: &Rule, done: Callback<Typing>) {
        self.typed(Act::Break(rule.break_it), done);
    }

    /// Runs the lines that cure what was broken, and hands over what they printed.
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
