//! Subjects: from `-subj`, and from the questions that openssl asks.

use super::{Done, Tool, error};
use crate::pki::{AttributeKind, Subject};

/// A question about a subject: the attribute, its prompt and its default.
const QUESTIONS: &[(&str, &str, &str)] = &[
    ("C", "Country Name (2 letter code)", "AU"),
    ("ST", "State or Province Name (full name)", "Some-State"),
    ("L", "Locality Name (eg, city)", ""),
    (
        "O",
        "Organization Name (eg, company)",
        "Internet Widgits Pty Ltd",
    ),
    ("OU", "Organizational Unit Name (eg, section)", ""),
    ("CN", "Common Name (e.g. server FQDN or YOUR name)", ""),
    ("emailAddress", "Email Address", ""),
];
/// The most characters of an e-mail address in the usual configuration.
const LONGEST_EMAIL: usize = 64;

const INTRODUCTION: &str = "\
You are about to be asked to enter information that will be incorporated
into your certificate request.
What you are about to enter is what is called a Distinguished Name or a DN.
There are quite a few fields but you can leave some blank
For some fields there will be a default value,
If you enter '.', the field will be left blank.
-----
";

const EXTRA: &str = "
Please enter the following 'extra' attributes
to be sent with your certificate request
";

type Parts = Vec<Vec<(&'static AttributeKind, String)>>;

impl Tool<'_, '_> {
    /// The subject that `-subj` spells out.
    pub(super) fn spelled_subject(&mut self, text: &str, utf8: bool) -> Done<Subject> {
        let Some(mut rest) = text.strip_prefix('/') else {
            return self.fail(&format!(
                "req: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where characters may be escaped by \\. This name is not in that format: '{text}'\n"
            ));
        };
        let mut parts: Parts = Vec::new();
        let mut joins = false;
        while !rest.is_empty() {
            // The first sign of a name belongs to it, whatever it is.
            let from = rest.chars().next().map_or(0, char::len_utf8);
            let end = rest[from..]
                .find(['=', '/'])
                .map_or(rest.len(), |end| from + end);
            let (name, after) = rest.split_at(end);
            let Some(after) = after.strip_prefix('=') else {
                return self.fail(&format!(
                    "req: Missing '=' after RDN type string '{name}' in subject name string\n"
                ));
            };
            let (value, next, after) = value(after);
            let joined = std::mem::replace(&mut joins, next == Some('+'));
            rest = after;
            let Some(kind) = AttributeKind::find(name) else {
                self.err.push_str(&format!(
                    "req warning: Skipping unknown subject name attribute \"{name}\"\n"
                ));
                continue;
            };
            if value.is_empty() {
                self.err.push_str(&format!(
                    "req warning: No value provided for subject name attribute \"{name}\", skipped\n"
                ));
                continue;
            }
            let length = if utf8 {
                value.chars().count()
            } else {
                value.len()
            };
            let problem = if value.len() < kind.least {
                Some(format!(
                    "06800098:asn1 encoding routines:ASN1_mbstring_ncopy:string too short:../crypto/asn1/a_mbstr.c:100:minsize={}",
                    kind.least
                ))
            } else if length > kind.most {
                Some(format!(
                    "06800097:asn1 encoding routines:ASN1_mbstring_ncopy:string too long:../crypto/asn1/a_mbstr.c:106:maxsize={}",
                    kind.most
                ))
            } else {
                None
            };
            if let Some(problem) = problem {
                return self.fail(&format!(
                    "{}req: Error adding subject name attribute \"/{name}={value}\"\n",
                    error(&problem)
                ));
            }
            let typed = value.clone();
            // Without -utf8 every byte is a character of Latin-1.
            let value = if utf8 {
                value
            } else {
                value.bytes().map(char::from).collect()
            };
            if Subject::new(&[vec![(kind, value.clone())]]).is_err() {
                return self.fail(&format!(
                    "{}req: Error adding subject name attribute \"/{name}={typed}\"\n",
                    illegal_characters()
                ));
            }
            match parts.last_mut() {
                Some(part) if joined => part.push((kind, value)),
                _ => parts.push(vec![(kind, value)]),
            }
        }
        self.made(&parts)
    }

    /// The subject that the reader is asked for; with `batch` it is all defaults.
    pub(super) fn asked_subject(&mut self, batch: bool) -> Done<Subject> {
        if !batch {
            self.err.push_str(INTRODUCTION);
        }
        let mut parts: Parts = Vec::new();
        for (name, question, default) in QUESTIONS {
            let Some(kind) = AttributeKind::find(name) else {
                continue;
            };
            let most = if *name == "emailAddress" {
                LONGEST_EMAIL
            } else {
                kind.most
            };
            let answer = if batch {
                (*default).to_owned()
            } else {
                self.asked(question, default, kind.least, most)?
            };
            if !answer.is_empty() {
                parts.push(vec![(kind, answer)]);
            }
        }
        if parts.is_empty() {
            return self.fail(
                "Error: No objects specified in config file\nError making certificate request\n",
            );
        }
        self.made(&parts)
    }

    /// The challenge password and the optional company name of a request.
    pub(super) fn asked_extras(&mut self) -> Done<(Option<String>, Option<String>)> {
        self.err.push_str(EXTRA);
        let challenge = self.asked("A challenge password", "", 4, 20)?;
        let company = self.asked("An optional company name", "", 0, usize::MAX)?;
        let given = |text: String| (!text.is_empty()).then_some(text);
        Ok((given(challenge), given(company)))
    }

    /// The answer to a question, asked until it is of the right length; empty where the reader leaves it blank.
    fn asked(&mut self, question: &str, default: &str, least: usize, most: usize) -> Done<String> {
        loop {
            let answer = self.ask(&format!("{question} [{default}]:"), false)?;
            match answer.as_str() {
                "" => return Ok(default.to_owned()),
                "." => return Ok(String::new()),
                answer if answer.len() < least => self.err.push_str(&format!(
                    "String too short, must be at least {least} bytes long\n"
                )),
                answer if answer.len() > most => self.err.push_str(&format!(
                    "String too long, must be at most {most} bytes long\n"
                )),
                answer => return Ok(answer.to_owned()),
            }
        }
    }

    fn made(&mut self, parts: &Parts) -> Done<Subject> {
        match Subject::new(parts) {
            Ok(subject) => Ok(subject),
            Err(_) => self.fail(&format!(
                "{}Error making certificate request\n",
                illegal_characters()
            )),
        }
    }
}

fn illegal_characters() -> String {
    error(
        "0680007C:asn1 encoding routines:ASN1_mbstring_ncopy:illegal characters:../crypto/asn1/a_mbstr.c:131:",
    )
}

/// A value up to the sign that ends it, that sign, and what follows it; a backslash protects a character.
fn value(text: &str) -> (String, Option<char>, &str) {
    let mut value = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '/' | '+' => return (value, Some(letter), &text[at + 1..]),
            '\\' => value.extend(letters.next().map(|(_, letter)| letter)),
            letter => value.push(letter),
        }
    }
    (value, None, "")
}
