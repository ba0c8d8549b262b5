//! The extensions that `-extfile` describes, and what is said about words that make none.

use super::super::options::Options;
use super::super::{Done, Tool, error, load};
use crate::pki::{Extension, ExtensionProblem, Keys};
use crate::shell::files;
use crate::text::openssl as words;

/// The lines of `-extfile` that describe extensions: of the section that `-extensions` names, or of the beginning.
pub(super) fn extension_lines(
    tool: &mut Tool<'_, '_>,
    options: &Options<'_>,
) -> Done<Vec<(String, String)>> {
    let Some(name) = options.value("extfile") else {
        return Ok(Vec::new());
    };
    let text = match files::read(tool.context, name) {
        Ok(text) => text,
        Err(problem) => {
            let missing = load::missing(name, problem);
            return tool.fail(&format!(
                "Can't open \"{name}\" for reading, {problem}\n{missing}"
            ));
        }
    };
    let sections = sections(&text);
    let of = |wanted: &str| {
        sections
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, lines)| lines.clone())
    };
    let named = options.value("extensions").map(str::to_owned).or_else(|| {
        let beginning = of("default")?;
        beginning
            .into_iter()
            .find(|(name, _)| name == "extensions")
            .map(|(_, value)| value)
    });
    let section = named.as_deref().unwrap_or("default");
    let Some(mut lines) = of(section) else {
        return tool.fail(&format!("Error checking extension section {section}\n"));
    };
    for (name, value) in &mut lines {
        // Alternative names may stand in a section of their own.
        if let Some(names) = value.strip_prefix('@').and_then(of) {
            let names: Vec<String> = names
                .iter()
                .map(|(kind, value)| format!("{}:{value}", kind.split('.').next().unwrap_or(kind)))
                .collect();
            *value = names.join(",");
        }
        let no_keys = Keys {
            subject: &[],
            issuer: &[],
        };
        if let Err(problem) = Extension::parse(name, value, &no_keys) {
            let shown = extension_problem(&problem, section, name, value);
            return tool.fail(&format!(
                "Error checking extension section {section}\n{shown}"
            ));
        }
    }
    Ok(lines)
}

type Section = (String, Vec<(String, String)>);

/// The sections of a configuration; what stands before the first is `default`.
fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = vec![("default".to_owned(), Vec::new())];
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            sections.push((name.trim().to_owned(), Vec::new()));
        } else if let Some((name, value)) = line.split_once('=')
            && let Some((_, lines)) = sections.last_mut()
        {
            lines.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    sections
}

/// What the real program says about words that make no extension.
pub(in crate::shell::openssl) fn extension_problem(
    problem: &ExtensionProblem,
    section: &str,
    name: &str,
    value: &str,
) -> String {
    let field = |name: &str, value: &Option<String>| {
        format!(
            "name={name}, value={}",
            value.as_deref().unwrap_or("<NULL>")
        )
    };
    let first = match problem {
        ExtensionProblem::Absent => return words::absent_extension(name),
        ExtensionProblem::UnknownName => error(
            "11000082:X509 V3 routines:do_ext_nconf:unknown extension name:../crypto/x509/v3_conf.c:88:",
        ),
        ExtensionProblem::UnknownUsage(word) => error(&format!(
            "1100006F:X509 V3 routines:v2i_ASN1_BIT_STRING:unknown bit string argument:../crypto/x509/v3_bitst.c:82:{word}"
        )),
        ExtensionProblem::UnknownPurpose(word) => {
            error(
                "04000067:object identifier routines:OBJ_txt2obj:unknown object name:../crypto/objects/obj_dat.c:372:",
            ) + &error(&format!(
                "1100006E:X509 V3 routines:v2i_EXTENDED_KEY_USAGE:invalid object identifier:../crypto/x509/v3_extku.c:94:{word}"
            ))
        }
        ExtensionProblem::UnknownField(name, value) => error(&format!(
            "1100006A:X509 V3 routines:v2i_BASIC_CONSTRAINTS:invalid name:../crypto/x509/v3_bcons.c:76:{}",
            field(name, value)
        )),
        ExtensionProblem::NotBoolean(name, value) => error(&format!(
            "11000068:X509 V3 routines:X509V3_get_value_bool:invalid boolean string:../crypto/x509/v3_utl.c:289:{}",
            field(name, value)
        )),
        ExtensionProblem::NotNumber(name, value) => error(&format!(
            "11000064:X509 V3 routines:s2i_ASN1_INTEGER:bn dec2bn error:../crypto/x509/v3_utl.c:231:{}",
            field(name, value)
        )),
        ExtensionProblem::NameWithoutValue => error(
            "1100007C:X509 V3 routines:v2i_GENERAL_NAME_ex:missing value:../crypto/x509/v3_san.c:607:",
        ),
        ExtensionProblem::UnknownNameKind(kind) => error(&format!(
            "11000075:X509 V3 routines:v2i_GENERAL_NAME_ex:unsupported option:../crypto/x509/v3_san.c:626:name={kind}"
        )),
        ExtensionProblem::BadAddress(address) => error(&format!(
            "11000076:X509 V3 routines:a2i_GENERAL_NAME:bad ip address:../crypto/x509/v3_san.c:552:value={address}"
        )),
    };
    first
        + &error(&format!(
            "11000080:X509 V3 routines:X509V3_EXT_nconf_int:error in extension:../crypto/x509/v3_conf.c:48:section={section}, name={name}, value={value}"
        ))
}
