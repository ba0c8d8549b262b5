//! Commands as bash reads them: lists, pipelines, simple commands and those that hold others.

use std::rc::Rc;

use super::word::Word;

/// A line: pipelines one after the other.
pub type List = Vec<Rc<Pipeline>>;

/// Commands joined by `|`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pipeline {
    /// What joins it to the one before it.
    pub joint: Joint,
    /// Whether a `!` before it turns its success around.
    pub negated: bool,
    /// Its commands.
    pub commands: Vec<Command>,
}

/// When a pipeline runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// In any case.
    Always,
    /// When the one before it succeeded.
    And,
    /// When the one before it failed.
    Or,
}

/// A command with its redirections in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// What it does.
    pub body: Body,
    /// Its redirections.
    pub redirects: Vec<Redirect>,
}

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// It is one command with its arguments.
    Simple(Simple),
    /// `for NAME in word…; do list; done`
    Each(Rc<Each>),
    /// `if list; then list; elif list; then list; else list; fi`
    If(Rc<Choice>),
    /// `while list; do list; done` and `until list; do list; done`
    While(Rc<While>),
    /// `{ list; }`
    Group(List),
}

/// A simple command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simple {
    /// Assignments before the command's name.
    pub assignments: Vec<(String, Word)>,
    /// Name and arguments.
    pub words: Vec<Word>,
}

/// A loop over words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each {
    /// The variable.
    pub name: String,
    /// The words.
    pub words: Vec<Word>,
    /// What is done for each of them.
    pub body: List,
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Conditions, each with what is done where it is the first that succeeds.
    pub branches: Vec<(List, List)>,
    /// What is done where none does.
    pub otherwise: List,
}

/// A loop with a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct While {
    /// Whether it ends when the condition succeeds.
    pub until: bool,
    /// The condition.
    pub condition: List,
    /// What is done as long as it goes on.
    pub body: List,
}

/// A redirection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// `<`
    Input(Word),
    /// `<<<`
    Text(Word),
    /// `<<`
    Here(Word),
    /// `>`, `>>`, `2>`, `2>>` and `&>`.
    Output {
        /// Which streams.
        stream: Stream,
        /// Whether it adds to the file.
        append: bool,
        /// The file.
        target: Word,
    },
    /// `2>&1`
    ErrorToOutput,
    /// `>&2`
    OutputToError,
}

/// What a redirection takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
    /// Both.
    Both,
}
