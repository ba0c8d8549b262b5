//! `lab request`: a raw request over the wire, past everything that a client checks.

use crate::api::wire::{self, Request};
use crate::api::{self, sts};
use crate::shell::mask::Verdict;
use crate::shell::program::{Context, Ran};
use crate::text::lab as words;

/// Runs `lab request <service> <target> [<body>]`. A target without a dot is the name of an operation.
pub(super) fn run(context: &mut Context<'_>, service: &str, target: &str, body: &str) -> Ran {
    let Some((service, whole)) = wire::target(service, target) else {
        return super::usage(words::no_wire(service));
    };
    let region = context.region;
    let day = context.door.account().now.iso()[..10].replace('-', "");
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={}/{day}/{region}/{}/aws4_request, SignedHeaders=host;x-amz-target, Signature={}",
        sts::ACCESS_KEY,
        service.signing_name(),
        "0".repeat(64)
    );
    let target = if target.contains('.') { target } else { &whole };
    let request = Request {
        method: "POST".to_owned(),
        url: format!("https://{}.{region}.amazonaws.com/", service.word()),
        headers: [
            ("content-type", "application/x-amz-json-1.1"),
            ("x-amz-target", target),
            ("authorization", &authorization),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .to_vec(),
        body: body.as_bytes().to_vec(),
    };
    let response = match context.door.handle(&request) {
        Ok(response) => response,
        Err(bug) => return Ran::failed(1, format!("lab: {}\n", words::bug(&bug.0))),
    };
    let body = String::from_utf8_lossy(&response.body);
    let line = if body.is_empty() { "" } else { "\n" };
    let mut ran = Ran::printed(format!("HTTP {}\n{body}{line}", response.status));
    if response.status >= 300 {
        let kind = serde_json::from_str::<serde_json::Value>(&body)
            .ok()
            .and_then(|body| body["__type"].as_str().map(str::to_owned));
        ran.stderr = format!("lab: {}\n", words::refused(&kind.unwrap_or_default()));
        ran.exit_code = 254;
    }
    ran
}

/// What is known of the words of `lab request`.
pub(super) fn verdicts(words: &[String]) -> Vec<Verdict> {
    let operation = match words {
        [service, target, ..] => {
            let name = target.rsplit('.').next().unwrap_or_default();
            api::operation(service, name)
        }
        _ => None,
    };
    let of_word = |index| match index {
        0 | 1 => Verdict::Shown,
        2 => Verdict::Json(0, operation.map(|operation| operation.input)),
        _ => Verdict::Doubtful(0),
    };
    (0..words.len()).map(of_word).collect()
}
