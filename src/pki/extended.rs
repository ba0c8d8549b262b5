//! What the extensions of a certificate say about it.

use super::Certificate;
use super::der::{INTEGER, SEQUENCE, elements, inside};
use super::extension::{self, Extension};

impl Certificate {
    /// The identifier of its key, where it says so.
    #[must_use]
    pub fn subject_key_id(&self) -> Option<Vec<u8>> {
        let extension = self.extension_called("subjectKeyIdentifier")?;
        elements(&extension.value)?
            .first()
            .map(|(_, id)| id.to_vec())
    }

    /// The identifier of the key that signed it, where it says so.
    #[must_use]
    pub fn authority_key_id(&self) -> Option<Vec<u8>> {
        let extension = self.extension_called("authorityKeyIdentifier")?;
        extension::authority_key(&extension.value).map(<[u8]>::to_vec)
    }

    /// The issuer of the certificate whose key signed it, and its number, where it says so.
    #[must_use]
    pub fn authority_paper(&self) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
        let extension = self.extension_called("authorityKeyIdentifier");
        let parts = extension
            .as_ref()
            .and_then(|extension| inside(&extension.value, SEQUENCE));
        let part = |wanted: u8| {
            let mut parts = parts.iter().flatten();
            parts.find(|(tag, _)| *tag == wanted).map(|(_, part)| *part)
        };
        let name = part(0xa1).and_then(elements).and_then(|names| {
            let (_, name) = names.into_iter().find(|(tag, _)| *tag == 0xa4)?;
            Some(name.to_vec())
        });
        (name, part(0x82).map(<[u8]>::to_vec))
    }

    /// Whether openssl can read the extensions that it looks at in every certificate; one that occurs twice it cannot.
    #[must_use]
    pub fn has_readable_extensions(&self) -> bool {
        extension::are_readable(&self.extensions())
    }

    /// Whether it is a proxy's.
    #[must_use]
    pub fn is_proxy(&self) -> bool {
        extension::is_proxy(&self.extensions())
    }

    /// Whether it has a critical extension that openssl does not handle.
    #[must_use]
    pub fn has_unhandled_extension(&self) -> bool {
        self.extensions().iter().any(extension::is_unhandled)
    }

    /// Whether it limits names or addresses in the other certificates of a chain, at whose end it stands or not.
    #[must_use]
    pub fn has_limits(&self, is_leaf: bool) -> bool {
        let extensions = self.extensions();
        extensions
            .iter()
            .any(|there| extension::is_limit(there, is_leaf))
    }

    /// How many intermediate authorities are allowed below this one.
    #[must_use]
    pub fn path_length(&self) -> Option<u64> {
        let extension = self.extension_called("basicConstraints")?;
        let (_, digits) = inside(&extension.value, SEQUENCE)?
            .into_iter()
            .find(|(tag, _)| *tag == INTEGER)?;
        let length = digits.iter().fold(0, |length: u64, digit| {
            length.wrapping_shl(8) | u64::from(*digit)
        });
        Some(length)
    }

    fn extension_called(&self, word: &str) -> Option<Extension> {
        self.extensions()
            .into_iter()
            .find(|extension| extension.word() == Some(word))
    }

    /// All of them, in order.
    pub(super) fn extensions(&self) -> Vec<Extension> {
        inside(self.der(), SEQUENCE)
            .and_then(|parts| {
                let (_, signed) = *parts.first()?;
                let (_, extensions) = *elements(signed)?.iter().find(|(tag, _)| *tag == 0xa3)?;
                let (_, all) = *elements(extensions)?.first()?;
                Some(Extension::all(all))
            })
            .unwrap_or_default()
    }
}
