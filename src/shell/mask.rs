//! Typed lines without their secrets, for the screen and the history.

use super::aws::flag_name;
use crate::api;

/// What stands in place of a secret.
const DOTS: &str = "••••••";
/// Commands of the HSM tool whose fourth word is a password; it takes any unambiguous beginning of them.
const TOOL_COMMANDS: &[&str] = &["loginHSM", "createUser", "changePswd"];

/// The line with its secrets replaced: values of sensitive flags, pass phrases of openssl, passwords typed into the HSM tool, and values of variables that are
/// called a password. A variable that is only named is no secret.
#[must_use]
pub fn masked(line: &str) -> String {
    let members = sensitive_members();
    let flags: Vec<String> = members.iter().map(|name| flag_name(name)).collect();
    let mut masked = String::new();
    let mut words = 0;
    let mut first = String::new();
    let mut next_is_secret = false;
    for piece in pieces(line) {
        if piece.trim().is_empty() {
            masked += piece;
            continue;
        }
        words += 1;
        if words == 1 {
            first = piece.to_owned();
        }
        let password_of_tool = words == 4 && is_tool_command(&first);
        // The body of a raw request.
        let hidden = members
            .iter()
            .fold(piece.to_owned(), |piece, name| hide_member(piece, name));
        masked += &if hidden != piece {
            hidden
        } else if next_is_secret || password_of_tool {
            hide(piece)
        } else if let Some((before, phrase)) = piece.split_once("pass:") {
            format!("{before}pass:{}", hide(phrase))
        } else if let Some((name, value)) = piece.split_once('=') {
            let secret = flags.iter().any(|flag| flag == name) || is_password_variable(name);
            if secret {
                format!("{name}={}", hide(value))
            } else {
                piece.to_owned()
            }
        } else {
            piece.to_owned()
        };
        next_is_secret = flags.iter().any(|flag| flag == piece);
    }
    masked
}

/// The members that are never shown.
fn sensitive_members() -> Vec<&'static str> {
    let mut members: Vec<&str> = api::operations()
        .flat_map(|operation| operation.input)
        .filter(|member| member.shape.sensitive)
        .map(|member| member.name)
        .collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// JSON without the value of a member.
fn hide_member(json: String, name: &str) -> String {
    let between = |letter: char| matches!(letter, '"' | '\\' | ':' | ' ');
    let Some((before, after)) = json
        .split_once(name)
        .filter(|(before, _)| before.ends_with('"'))
    else {
        return json;
    };
    let value = after.trim_start_matches(between);
    let (gap, _) = after.split_at(after.len() - value.len());
    if !gap.contains(':') {
        return json;
    }
    let end = value.find(['"', '\\', ',', '}']).unwrap_or(value.len());
    format!(
        "{before}{name}{gap}{DOTS}{}",
        hide_member(value[end..].to_owned(), name)
    )
}

/// Whether a word begins a line of the HSM tool that holds a password.
pub(super) fn is_tool_command(word: &str) -> bool {
    let word = word.to_lowercase();
    word.len() > 2
        && TOOL_COMMANDS
            .iter()
            .any(|command| command.to_lowercase().starts_with(&word))
}

fn is_password_variable(name: &str) -> bool {
    name.to_uppercase().contains("PASSWORD") && !name.starts_with('-')
}

/// A value that names a variable, a file or a hidden prompt is no secret itself.
fn hide(value: &str) -> String {
    let bare = value.trim_start_matches(['"', '\'']);
    if bare.is_empty() || bare.starts_with(['$', '-']) || bare.starts_with("file") {
        value.to_owned()
    } else {
        DOTS.to_owned()
    }
}

/// Words and what stands between them; blanks inside quotes belong to the word.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut blank, mut quote) = (0, None, None);
    for (at, letter) in line.char_indices() {
        let is_blank = quote.is_none() && letter.is_whitespace();
        if blank.is_some_and(|before| before != is_blank) {
            pieces.push(&line[start..at]);
            start = at;
        }
        blank = Some(is_blank);
        match quote {
            Some(open) if open == letter => quote = None,
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            _ => {}
        }
    }
    pieces.push(&line[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn what_is_secret_is_not_shown() {
        for (line, shown) in [
            (
                "aws kms create-custom-key-store --key-store-password kmsPswd --custom-key-store-name A",
                "aws kms create-custom-key-store --key-store-password •••••• --custom-key-store-name A",
            ),
            (
                "aws kms update-custom-key-store --key-store-password='a b' --custom-key-store-id c",
                "aws kms update-custom-key-store --key-store-password=•••••• --custom-key-store-id c",
            ),
            (
                "aws kms encrypt --plaintext aGVsbG8= --key-id k",
                "aws kms encrypt --plaintext •••••• --key-id k",
            ),
            ("loginHSM CO admin adminPswd", "loginHSM CO admin ••••••"),
            (
                "createUser CU kmsuser kmsPswd 2FA",
                "createUser CU kmsuser •••••• 2FA",
            ),
            ("KMSUSER_PASSWORD=kmsPswd", "KMSUSER_PASSWORD=••••••"),
            (
                "openssl genrsa -aes256 -passout pass:secret -out a.key",
                "openssl genrsa -aes256 -passout pass:•••••• -out a.key",
            ),
            (
                r#"lab request kms CreateCustomKeyStore '{"CustomKeyStoreName": "A", "KeyStorePassword": "kmsPswd"}'"#,
                r#"lab request kms CreateCustomKeyStore '{"CustomKeyStoreName": "A", "KeyStorePassword": "••••••"}'"#,
            ),
            (
                r#"lab request kms Encrypt "{\"Plaintext\":\"aGk=\",\"KeyId\":\"k\"}""#,
                r#"lab request kms Encrypt "{\"Plaintext\":\"••••••\",\"KeyId\":\"k\"}""#,
            ),
        ] {
            assert_eq!(masked(line), shown);
        }
    }

    #[test]
    fn what_only_names_a_secret_is_shown() {
        for line in [
            "aws kms update-custom-key-store --key-store-password \"$KMSUSER_PASSWORD\"",
            "aws kms encrypt --plaintext fileb://text --key-id k",
            "changePswd CU kmsuser -hpswd",
            "listUsers",
            "echo  two  blanks",
            "",
        ] {
            assert_eq!(masked(line), line);
        }
    }
}
