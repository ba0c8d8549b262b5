//! JSON without its secrets: each value is judged by the shape that stands at its place.

use super::Kept;
use super::data::is_secret_name;
use super::letters::{Letter, Spelled};
use crate::api::shape::{Kind, Member, Shape};

/// Values inside each other that are told apart; what lies deeper is hidden whole.
const DEEPEST: usize = 40;

/// What is known of a value.
#[derive(Clone, Copy)]
enum Known {
    /// Its shape.
    Shape(&'static Shape),
    /// The members of a request.
    Members(&'static [Member]),
    /// Nothing: it belongs to nothing that a shape allows.
    Nothing,
    /// It is no request, so that only the names of its members count.
    Anything,
}

/// Hides the secrets of a JSON text that has these members, where they are known.
pub(super) fn hide(kept: &mut Kept<'_>, letters: &[Letter], members: Option<&'static [Member]>) {
    let known = members.map_or(Known::Nothing, Known::Members);
    whole(kept, letters, known);
}

/// Hides the secrets of a JSON text of a shape.
pub(super) fn hide_shaped(kept: &mut Kept<'_>, letters: &[Letter], shape: &'static Shape) {
    whole(kept, letters, Known::Shape(shape));
}

/// Hides what is called a password in a JSON text that is no request.
pub(super) fn hide_named(kept: &mut Kept<'_>, letters: &[Letter]) {
    whole(kept, letters, Known::Anything);
}

fn whole(kept: &mut Kept<'_>, letters: &[Letter], known: Known) {
    let mut json = Json { letters, at: 0 };
    if json.value(kept, known, 0).is_none() || json.peek().is_some() {
        // It is no JSON: nobody can say what the rest is.
        let from = json.at.min(letters.len());
        kept.doubt(&Spelled::of(&letters[from..]), 0);
    }
}

struct Json<'a> {
    letters: &'a [Letter],
    at: usize,
}

impl<'a> Json<'a> {
    /// The next letter that is no blank.
    fn peek(&mut self) -> Option<char> {
        while self
            .letters
            .get(self.at)
            .is_some_and(|(letter, _)| letter.is_whitespace())
        {
            self.at += 1;
        }
        self.letters.get(self.at).map(|(letter, _)| *letter)
    }

    fn eat(&mut self, wanted: char) -> Option<()> {
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    /// The letters between quotes.
    fn string(&mut self) -> Option<&'a [Letter]> {
        self.eat('"')?;
        let start = self.at;
        let mut end = start;
        loop {
            match self.letters.get(end)?.0 {
                '"' => break,
                '\\' => end += 2,
                _ => end += 1,
            }
        }
        self.at = end + 1;
        self.letters.get(start..end)
    }

    /// Reads a value; none where it is no JSON.
    fn value(&mut self, kept: &mut Kept<'_>, known: Known, deep: usize) -> Option<()> {
        let first = self.peek()?;
        let start = self.at;
        let secret = matches!(known, Known::Shape(shape) if shape.sensitive);
        if deep > DEEPEST {
            return None;
        }
        match first {
            '{' | '[' if secret => {
                // Whatever stands in it was meant to be the secret.
                let ends = self.skip();
                kept.hide(&Spelled::of(&self.letters[start..self.at]), 0);
                return ends;
            }
            '{' => {
                self.at += 1;
                if self.eat('}').is_some() {
                    return Some(());
                }
                loop {
                    self.peek()?;
                    let name = self.string()?;
                    self.eat(':')?;
                    self.value(kept, member(known, name), deep + 1)?;
                    if self.eat(',').is_none() {
                        return self.eat('}');
                    }
                }
            }
            '[' => {
                self.at += 1;
                if self.eat(']').is_some() {
                    return Some(());
                }
                let item = match known {
                    Known::Shape(shape) => match shape.kind {
                        Kind::List(item) => Known::Shape(item),
                        _ => Known::Nothing,
                    },
                    Known::Anything => Known::Anything,
                    _ => Known::Nothing,
                };
                loop {
                    self.value(kept, item, deep + 1)?;
                    if self.eat(',').is_none() {
                        return self.eat(']');
                    }
                }
            }
            '"' => {
                let text = self.string()?;
                judge(kept, text, known);
            }
            _ => {
                while self
                    .letters
                    .get(self.at)
                    .is_some_and(|(letter, _)| !letter.is_whitespace() && !",]}".contains(*letter))
                {
                    self.at += 1;
                }
                let word = &self.letters[start..self.at];
                if secret {
                    kept.hide(&Spelled::of(word), 0);
                } else {
                    kept.doubt_unless_number(&Spelled::of(word), !matches!(known, Known::Nothing));
                }
                return (self.at > start).then_some(());
            }
        }
        Some(())
    }

    /// Goes past an object or a list; none where it does not end.
    fn skip(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.peek()? {
                '"' => {
                    if self.string().is_none() {
                        self.at = self.letters.len();
                        return None;
                    }
                    continue;
                }
                '{' | '[' => open += 1,
                '}' | ']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }
}

/// What is known of a member of a value.
fn member(known: Known, name: &[Letter]) -> Known {
    let spelled: String = name.iter().map(|(letter, _)| letter).collect();
    let name: String = serde_json::from_str(&format!("\"{spelled}\"")).unwrap_or(spelled);
    let members = match known {
        Known::Members(members) => members,
        Known::Shape(shape) => match shape.kind {
            Kind::Structure(members) => members,
            Kind::Map(value) => return Known::Shape(value),
            _ => &[],
        },
        Known::Anything if !is_secret_name(&name) => return Known::Anything,
        Known::Nothing | Known::Anything => &[],
    };
    members
        .iter()
        .find(|member| member.name == name)
        .map_or(Known::Nothing, |member| Known::Shape(&member.shape))
}

/// Shows a text where a shape allows it and it is no secret.
fn judge(kept: &mut Kept<'_>, text: &[Letter], known: Known) {
    let word = Spelled::of(text);
    match known {
        Known::Shape(shape) if shape.sensitive => kept.hide(&word, 0),
        Known::Shape(shape) if super::fits(shape, &word.value()) => {}
        Known::Anything => {}
        _ => kept.doubt(&word, 0),
    }
}
