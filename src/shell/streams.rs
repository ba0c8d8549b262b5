//! Redirection: where the streams of a command come from and go to.

use super::door::Door;
use super::files;
use super::program::Ran;
use super::session::Shell;
use super::tree::{Redirect, Stream};

/// Where the streams of a command come from and go to.
#[derive(Clone)]
pub(super) struct Streams {
    pub(super) stdin: Option<String>,
    stdout: Target,
    stderr: Target,
    /// Files that were opened for writing, each with what it held: opening a file with `>` empties it even when nothing is printed.
    opened: Vec<(String, String)>,
}

impl Default for Streams {
    fn default() -> Self {
        Self {
            stdin: None,
            stdout: Target::Output,
            stderr: Target::Error,
            opened: Vec::new(),
        }
    }
}

impl Streams {
    /// Whether any of them goes to a file.
    pub(super) fn to_files(&self) -> bool {
        !self.opened.is_empty()
    }
}

/// Where a stream goes.
#[derive(Clone, PartialEq)]
enum Target {
    Output,
    Error,
    File(String),
}

impl Shell {
    /// Opens the streams of a command; `texts` are what the words of its redirections became.
    pub(super) fn open(
        &mut self,
        door: &mut dyn Door,
        redirects: &[Redirect],
        mut texts: impl Iterator<Item = String>,
        piped: Option<String>,
    ) -> Result<Streams, String> {
        let mut streams = Streams {
            stdin: piped,
            ..Streams::default()
        };
        for redirect in redirects {
            match redirect {
                Redirect::Input(_) => {
                    let name = texts.next().unwrap_or_default();
                    let context = self.context(door, None);
                    let text = files::read(&context, &name)
                        .map_err(|problem| format!("bash: {name}: {problem}\n"))?;
                    streams.stdin = Some(text);
                }
                Redirect::Text(_) | Redirect::Here(_) => streams.stdin = texts.next(),
                Redirect::ErrorToOutput => streams.stderr = streams.stdout.clone(),
                Redirect::OutputToError => streams.stdout = streams.stderr.clone(),
                Redirect::Output { stream, append, .. } => {
                    let name = texts.next().unwrap_or_default();
                    let context = self.context(door, None);
                    let path = context.path(&name);
                    files::writable(&context, &path)
                        .map_err(|problem| format!("bash: {name}: {problem}\n"))?;
                    let before = match context.file(&path) {
                        Some(text) if *append => text.to_owned(),
                        _ => String::new(),
                    };
                    self.budget.spend_bytes(before.len());
                    streams.opened.push((path.clone(), before));
                    let target = Target::File(path);
                    if *stream != Stream::Error {
                        streams.stdout = target.clone();
                    }
                    if *stream != Stream::Output {
                        streams.stderr = target;
                    }
                }
            }
        }
        Ok(streams)
    }

    /// Sends what a command printed where its streams go.
    pub(super) fn deliver(&mut self, door: &mut dyn Door, streams: Streams, ran: Ran) {
        self.budget.spend_bytes(ran.stdout.len() + ran.stderr.len());
        let mut opened = streams.opened;
        for (target, text) in [(streams.stdout, ran.stdout), (streams.stderr, ran.stderr)] {
            match target {
                Target::Output => self.out().stdout.push_str(&text),
                Target::Error => self.out().stderr.push_str(&text),
                Target::File(path) => {
                    if let Some((_, content)) =
                        opened.iter_mut().rev().find(|(other, _)| *other == path)
                    {
                        content.push_str(&text);
                    }
                }
            }
        }
        for (path, text) in opened {
            if path == "/dev/null" {
                continue;
            }
            let mut context = self.context(door, None);
            if let Err((code, message)) = files::save(&mut context, path, text) {
                self.complain(&message);
                self.last = code;
            }
        }
    }
}
