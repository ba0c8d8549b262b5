//! Commands that change the shell itself.

use super::door::Door;
use super::files;
use super::foreground::Foreground;
use super::lexer::is_name;
use super::program::{Context, Ran};
use super::session::{HOME, Shell};

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
    Ran::printed("This terminal stays open: there is nothing behind it to go back to.\n")
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
            shell.variables.insert(name.to_owned(), value.to_owned());
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

/// `read [-r] [-s] [-p prompt] NAME`: the next line, or the first line of what is piped in, becomes a variable.
pub(super) fn read(
    shell: &mut Shell,
    arguments: &[String],
    stdin: Option<String>,
) -> (Ran, Option<Foreground>) {
    let (mut hidden, mut prompt, mut name) = (false, String::new(), "REPLY".to_owned());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.strip_prefix('-') {
            Some(flags) => {
                hidden |= flags.contains('s');
                if flags.contains('p') {
                    prompt = rest.next().cloned().unwrap_or_default();
                }
            }
            None => name.clone_from(argument),
        }
    }
    if !is_name(&name) {
        let message = format!("bash: read: `{name}': not a valid identifier\n");
        return (Ran::failed(1, message), None);
    }
    match stdin {
        Some(text) => {
            let line = text.lines().next().unwrap_or_default().trim().to_owned();
            shell.variables.insert(name, line);
            (Ran::default(), None)
        }
        None => (
            Ran::default(),
            Some(Foreground::Read {
                name,
                prompt,
                hidden,
            }),
        ),
    }
}
