//! Commands that change the shell itself.

use super::door::Door;
use super::files;
use super::foreground::Foreground;
use super::program::{Context, Ran};
use super::session::{HOME, Shell};
use super::word::is_name;

/// A command of the shell.
pub(super) enum Builtin {
    /// One that answers at once.
    Plain(Plain),
    /// `read`, which takes the next line.
    Read,
}

type Plain = fn(&mut Shell, &mut dyn Door, &[String]) -> Ran;

/// What answers at once, by its name.
const PLAIN: &[(&str, Plain)] = &[
    ("cd", cd),
    ("export", export),
    ("unset", unset),
    ("pwd", |shell, _, _| {
        Ran::printed(format!("{}\n", shell.directory))
    }),
    ("true", |_, _, _| Ran::default()),
    (":", |_, _, _| Ran::default()),
    ("set", |_, _, _| Ran::default()),
    ("clear", |_, _, _| Ran::default()),
    ("false", |_, _, _| Ran::failed(1, "")),
    ("break", |shell, _, arguments| {
        leave(shell, "break", arguments)
    }),
    ("continue", |shell, _, arguments| {
        leave(shell, "continue", arguments)
    }),
    ("exit", stay),
    ("logout", stay),
];

/// The builtin of that name.
pub(super) fn builtin(name: &str) -> Option<Builtin> {
    if name == "read" {
        return Some(Builtin::Read);
    }
    PLAIN
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, run)| Builtin::Plain(*run))
}

/// The names of all builtins.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    PLAIN.iter().map(|(name, _)| *name).chain(["read"])
}

fn stay(_: &mut Shell, _: &mut dyn Door, _: &[String]) -> Ran {
    Ran::printed(crate::text::shell::STAYS_OPEN)
}

fn cd(shell: &mut Shell, door: &mut dyn Door, arguments: &[String]) -> Ran {
    let named = arguments.first().map_or(HOME, String::as_str);
    let named = if named == "-" {
        shell.previous_directory.clone()
    } else {
        named.to_owned()
    };
    let region = shell.region().to_owned();
    let context = Context {
        door,
        region: &region,
        directory: &shell.directory,
        stdin: None,
        variables: &shell.variables,
        budget: &shell.budget,
    };
    let path = context.path(&named);
    if context.file(&path).is_some() {
        return Ran::failed(1, format!("bash: cd: {named}: Not a directory\n"));
    }
    if !files::is_directory(&context, &path) {
        return Ran::failed(1, format!("bash: cd: {named}: No such file or directory\n"));
    }
    shell.previous_directory = std::mem::replace(&mut shell.directory, path);
    Ran::default()
}

fn export(shell: &mut Shell, _: &mut dyn Door, arguments: &[String]) -> Ran {
    for argument in arguments {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (argument.as_str(), None),
        };
        if !is_name(name) {
            return Ran::failed(
                1,
                format!("bash: export: `{argument}': not a valid identifier\n"),
            );
        }
        if let Some(value) = value {
            shell.assign(name, value.to_owned());
        }
    }
    Ran::default()
}

fn unset(shell: &mut Shell, _: &mut dyn Door, arguments: &[String]) -> Ran {
    for name in arguments {
        shell.variables.remove(name);
    }
    Ran::default()
}

/// `break [n]` and `continue [n]`.
fn leave(shell: &mut Shell, name: &str, arguments: &[String]) -> Ran {
    let loops = match arguments.first().map(|given| (given, given.parse::<i64>())) {
        None => 1,
        Some((given, Err(_))) => {
            let message = format!("bash: {name}: {given}: numeric argument required\n");
            return Ran::failed(128, message);
        }
        Some((given, Ok(..=0))) => {
            let message = format!("bash: {name}: {given}: loop count out of range\n");
            return Ran::failed(1, message);
        }
        Some((_, Ok(loops))) => usize::try_from(loops).unwrap_or(usize::MAX),
    };
    if shell.leave(loops, name == "continue") {
        return Ran::default();
    }
    let message = format!("bash: {name}: only meaningful in a `for', `while', or `until' loop\n");
    Ran {
        stderr: message,
        ..Ran::default()
    }
}

/// What becomes of a line that `read` takes.
#[derive(Clone)]
pub(super) struct Asked {
    /// The variables.
    names: Vec<String>,
    /// Whether backslashes stand for themselves.
    raw: bool,
}

impl Asked {
    /// Gives each variable a word of the line, and the last one all that is left.
    pub(super) fn answer(&self, shell: &mut Shell, line: &str) {
        let mut text = String::new();
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' if !self.raw => text.extend(letters.next()),
                letter => text.push(letter),
            }
        }
        let mut rest = text.trim();
        for (index, name) in self.names.iter().enumerate() {
            let (word, after) = match rest.split_once(char::is_whitespace) {
                Some((word, after)) if index + 1 < self.names.len() => (word, after.trim_start()),
                _ => (rest, ""),
            };
            shell.assign(name, word.to_owned());
            rest = after;
        }
    }
}

/// `read [-r] [-s] [-p prompt] NAME…`: the next line, or the first line of what is piped in, becomes variables.
pub(super) fn read(
    shell: &mut Shell,
    arguments: &[String],
    stdin: &mut Option<String>,
) -> (Ran, Option<Foreground>) {
    let (mut hidden, mut raw, mut prompt, mut names) = (false, false, String::new(), Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.strip_prefix('-') {
            Some(flags) => {
                hidden |= flags.contains('s');
                raw |= flags.contains('r');
                if flags.contains('p') {
                    prompt = rest.next().cloned().unwrap_or_default();
                }
            }
            None => names.push(argument.clone()),
        }
    }
    if let Some(name) = names.iter().find(|name| !is_name(name)) {
        let message = format!("bash: read: `{name}': not a valid identifier\n");
        return (Ran::failed(1, message), None);
    }
    if names.is_empty() {
        names.push("REPLY".to_owned());
    }
    let asked = Asked { names, raw };
    let Some(text) = stdin else {
        let foreground = Foreground::Read {
            asked,
            prompt,
            hidden,
        };
        return (Ran::default(), Some(foreground));
    };
    // A line that does not end is taken, and is the end of the input.
    let (line, after) = match text.split_once('\n') {
        Some((line, after)) => (line, Some(after.to_owned())),
        None => (text.as_str(), None),
    };
    asked.answer(shell, line);
    let code = i32::from(after.is_none());
    *text = after.unwrap_or_default();
    (Ran::failed(code, ""), None)
}
