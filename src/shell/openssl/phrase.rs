//! Pass phrases: from the command line, a file, a variable, standard input, or the reader, unseen.

use super::load::missing;
use super::{Done, Tool, error};
use crate::shell::files;

/// Fewest characters of a new pass phrase that is asked for.
const FEWEST: usize = 4;

impl Tool<'_, '_> {
    /// The pass phrase that `-passin` or `-passout` names.
    pub(super) fn named_phrase(&mut self, source: Option<&str>) -> Done<Option<String>> {
        let Some(source) = source else {
            return Ok(None);
        };
        let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
        if source == "stdin" {
            return Ok(Some(first(
                self.context.stdin.as_deref().unwrap_or_default(),
            )));
        }
        let problem = match source.split_once(':') {
            Some(("pass", phrase)) => return Ok(Some(phrase.to_owned())),
            Some(("env", name)) => match self.context.variables.get(name) {
                Some(phrase) => return Ok(Some(phrase.clone())),
                None => format!("No environment variable {name}\nError getting password\n"),
            },
            Some(("file", name)) => match files::read(self.context, name) {
                Ok(text) => return Ok(Some(first(&text))),
                Err(problem) => format!(
                    "Can't open file {name}\nError getting password\n{}",
                    missing(name, problem)
                ),
            },
            Some((kind, _)) => format!(
                "Invalid password argument, starting with \"{kind}:\"\nError getting password\n"
            ),
            None => "Invalid password argument, missing ':' within the first 5 chars\nError getting password\n".to_owned(),
        };
        self.fail(&problem)
    }

    /// Asks for a new pass phrase, twice.
    pub(super) fn new_phrase(&mut self, prompt: &str) -> Done<String> {
        let phrase = self.ask(prompt, true)?;
        let interrupted = [
            "1400006B:UI routines:UI_process:processing error:../crypto/ui/ui_lib.c:573:while reading strings",
            "0480006D:PEM routines:PEM_def_callback:problems getting password:../crypto/pem/pem_lib.c:62:",
            "07880109:common libcrypto routines:do_ui_passphrase:interrupted or cancelled:../crypto/passphrase.c:184:",
            "1C80009F:Provider routines:p8info_to_encp8:unable to get passphrase:../providers/implementations/encode_decode/encode_key2any.c:115:",
        ];
        let interrupted: String = interrupted.into_iter().map(error).collect();
        if phrase.len() < FEWEST {
            let short = error(
                "14000065:UI routines:UI_set_result_ex:result too small:../crypto/ui/ui_lib.c:911:You must type in 4 to 1024 characters",
            );
            return self.fail(&(short + &interrupted));
        }
        if self.ask(&format!("Verifying - {prompt}"), true)? != phrase {
            return self.fail(&format!("Verify failure\n{interrupted}"));
        }
        Ok(phrase)
    }
}
