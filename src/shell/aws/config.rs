//! What options, variables and the configuration file say about a command: where it goes, who signs it, and how it is answered.

use super::failure::{Failure, Told};
use super::globals::Globals;
use super::output::Format;
use crate::api::{Operation, Service};
use crate::model::REGIONS;
use crate::shell::program::Context;

/// The Region in which the calls of services without Regions count.
const HOME_REGION: &str = "us-east-1";

/// How failures are told: as the option says, else a variable, else the configuration file. Only the option has to be a word that the
/// client knows.
pub(super) fn told(context: &Context<'_>, globals: &Globals) -> Told {
    globals.told.unwrap_or_else(|| {
        let word = given(context, &["AWS_CLI_ERROR_FORMAT"], "cli_error_format");
        word.and_then(|word| Told::parse(&word.to_ascii_lowercase()))
            .unwrap_or_default()
    })
}

/// The form of output. The client reads it when it has something to print, and not before.
///
/// # Errors
/// [`Failure::Other`] for a word that it does not know.
pub(super) fn format(context: &Context<'_>, globals: &Globals) -> Result<Format, Failure> {
    if let Some(format) = globals.format {
        return Ok(format);
    }
    match given(context, &["AWS_DEFAULT_OUTPUT"], "output") {
        None => Ok(Format::Json),
        Some(word) => Format::parse(&word).ok_or_else(|| {
            Failure::Other(format!("Unknown output type: {word}").trim_end().to_owned())
        }),
    }
}

/// Makes sure that a request can be sent; returns the Region that it goes to.
///
/// # Errors
/// [`Failure`] where no Region or nobody to sign is known, or where nobody listens.
pub(super) fn destination(
    context: &Context<'_>,
    globals: &Globals,
    operation: &Operation,
) -> Result<String, Failure> {
    let region = region(context, globals, operation)?;
    signer(context)?;
    reachable(globals.endpoint.as_deref())?;
    Ok(region)
}

fn region(
    context: &Context<'_>,
    globals: &Globals,
    operation: &Operation,
) -> Result<String, Failure> {
    let named = globals
        .region
        .clone()
        .or_else(|| given(context, &["AWS_REGION", "AWS_DEFAULT_REGION"], "region"));
    let name = match named {
        Some(name) => name,
        None if configured(context, "AWS_CONFIG_FILE").is_none() => context.region.to_owned(),
        None => {
            return Err(Failure::Configuration(
                "NoRegion",
                "You must specify a region. You can also configure your region by running \"aws configure\".",
            ));
        }
    };
    // IAM has one address for all Regions.
    if operation.service == Service::Iam {
        return Ok(HOME_REGION.to_owned());
    }
    if REGIONS.iter().any(|(known, ..)| *known == name) {
        return Ok(name);
    }
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if !name.chars().all(plain) {
        return Err(Failure::Other(format!(
            "Provided region_name '{name}' doesn't match a supported format."
        )));
    }
    let host = match operation.service {
        Service::CloudHsm => "cloudhsmv2",
        service => service.word(),
    };
    let url = format!("https://{host}.{name}.amazonaws.com");
    Err(match name.as_str() {
        "" => Failure::Other(format!("Invalid endpoint: {url}")),
        _ => Failure::Elsewhere(unreachable(&url), name),
    })
}

/// Makes sure that somebody listens at the address that a command names: only the services themselves do.
fn reachable(endpoint: Option<&str>) -> Result<(), Failure> {
    let Some(url) = endpoint else {
        return Ok(());
    };
    let host = url
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split(['/', ':']).next());
    match host {
        Some(host) if host.ends_with(".amazonaws.com") || host.ends_with(".api.aws") => Ok(()),
        _ => Err(Failure::Other(unreachable(url))),
    }
}

fn unreachable(url: &str) -> String {
    format!(
        "Could not connect to the endpoint URL: \"{}/\"",
        url.trim_end_matches('/')
    )
}

/// Makes sure that something signs the request. The client host has credentials unless a variable leads elsewhere for them.
fn signer(context: &Context<'_>) -> Result<(), Failure> {
    let key = context.variables.get("AWS_ACCESS_KEY_ID");
    let file = configured(context, "AWS_SHARED_CREDENTIALS_FILE");
    let found = key.is_some_and(|text| !text.is_empty())
        || file.is_none_or(|text| setting(&text, "aws_access_key_id").is_some());
    if found {
        return Ok(());
    }
    Err(Failure::Configuration(
        "NoCredentials",
        "Unable to locate credentials. You can configure credentials by running \"aws login\".",
    ))
}

/// The text of the file that a variable names instead of the client's own; empty where there is no such file.
fn configured(context: &Context<'_>, variable: &str) -> Option<String> {
    let name = context
        .variables
        .get(variable)
        .filter(|name| !name.is_empty())?;
    Some(
        context
            .file(&context.path(name))
            .unwrap_or_default()
            .to_owned(),
    )
}

/// A setting of the default profile in a configuration file.
fn setting<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines()
        .skip_while(|line| line.trim() != "[default]")
        .skip(1)
        .take_while(|line| !line.trim().starts_with('['))
        .filter_map(|line| line.split_once('='))
        .find(|(key, _)| key.trim() == name)
        .map(|(_, value)| value.trim())
}

/// What a variable says, else the configuration file that a variable leads to.
fn given(context: &Context<'_>, variables: &[&str], name: &str) -> Option<String> {
    let variable = variables
        .iter()
        .find_map(|variable| context.variables.get(*variable));
    variable.cloned().or_else(|| {
        let text = configured(context, "AWS_CONFIG_FILE")?;
        setting(&text, name).map(str::to_owned)
    })
}
