//! Subject Alternative Name: whom else a certificate is about.

use super::{ExtensionProblem, Keys};
use crate::pki::der::{SEQUENCE, element, inside};

/// Kinds of alternative names: the word of a configuration, the name in a listing, and the tag.
const NAMES: &[(&str, &str, u8)] = &[
    ("email", "email", 0x81),
    ("DNS", "DNS", 0x82),
    ("URI", "URI", 0x86),
    ("IP", "IP Address", 0x87),
];

pub(super) fn read(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let mut names = Vec::new();
    for word in words {
        let Some((kind, value)) = word.split_once(':') else {
            return Err(ExtensionProblem::NameWithoutValue);
        };
        let Some((.., tag)) = NAMES.iter().find(|(name, ..)| *name == kind) else {
            return Err(ExtensionProblem::UnknownNameKind(kind.to_owned()));
        };
        let value = if kind == "IP" {
            match value.parse::<std::net::IpAddr>() {
                Ok(std::net::IpAddr::V4(address)) => address.octets().to_vec(),
                Ok(std::net::IpAddr::V6(address)) => address.octets().to_vec(),
                Err(_) => return Err(ExtensionProblem::BadAddress(value.to_owned())),
            }
        } else {
            value.as_bytes().to_vec()
        };
        names.extend(element(*tag, &[&value]));
    }
    Ok(element(SEQUENCE, &[&names]))
}

pub(super) fn show(value: &[u8]) -> Option<String> {
    let names: Vec<String> = inside(value, SEQUENCE)?
        .into_iter()
        .map(
            |(tag, value)| match NAMES.iter().find(|(.., known)| *known == tag) {
                Some((_, title, 0x87)) => match <[u8; 4]>::try_from(value) {
                    Ok(address) => format!("{title}:{}", std::net::Ipv4Addr::from(address)),
                    Err(_) => format!("{title}:<invalid>"),
                },
                Some((_, title, _)) => format!("{title}:{}", String::from_utf8_lossy(value)),
                None => "othername:<unsupported>".to_owned(),
            },
        )
        .collect();
    Some(names.join(", "))
}
