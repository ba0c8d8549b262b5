//! Serial numbers: given, drawn, or the next of an authority's.

use super::super::options::Options;
use super::super::{Done, Tool, error, load};
use crate::pki;
use crate::shell::files;

impl Tool<'_, '_> {
    /// A serial number as `-set_serial` has it: decimal, or hexadecimal after `0x`.
    pub(in crate::shell::openssl) fn given_serial(&mut self, text: &str) -> Done<Vec<u8>> {
        let number = match text.strip_prefix("0x") {
            Some(digits) => hexadecimal(digits),
            None => text
                .parse::<u128>()
                .ok()
                .map(|number| number.to_be_bytes().to_vec()),
        };
        match number {
            Some(number) => Ok(number),
            None => {
                let problem = error(
                    "11000064:X509 V3 routines:s2i_ASN1_INTEGER:bn dec2bn error:../crypto/x509/v3_utl.c:231:",
                );
                let name = self.name;
                self.fail(&format!("{name}: Use -help for summary.\n{problem}"))
            }
        }
    }

    /// A random serial number of 159 bits.
    pub(in crate::shell::openssl) fn random_serial(&mut self) -> Vec<u8> {
        let mut serial: [u8; 20] = self.draw("openssl/serial");
        serial[0] &= 0x7f;
        serial.to_vec()
    }

    /// The next serial number of an authority, from the file that keeps the last one.
    pub(super) fn next_serial(&mut self, options: &Options<'_>, authority: &str) -> Done<Vec<u8>> {
        let beside = match authority.rfind('.') {
            Some(dot) => format!("{}.srl", &authority[..dot]),
            None => format!("{authority}.srl"),
        };
        let name = options.value("CAserial").unwrap_or(&beside);
        let serial = match files::read(self.context, name) {
            Ok(text) => match hexadecimal(text.trim()) {
                Some(mut number) => {
                    increase(&mut number);
                    number
                }
                None => {
                    let problem = error(
                        "06800096:asn1 encoding routines:a2i_ASN1_INTEGER:short line:../crypto/asn1/f_int.c:138:",
                    );
                    return self.fail(&format!("Unable to load number from {name}\n{problem}"));
                }
            },
            Err(_) if options.has("CAcreateserial") => self.random_serial(),
            // Without a word about serial numbers one is drawn and written down nowhere.
            Err(_) if !options.has("CAserial") => return Ok(self.random_serial()),
            Err(problem) => {
                let missing = load::missing(name, problem);
                return self.fail(&format!("{name}: {problem}\n{missing}"));
            }
        };
        self.write(Some(name), format!("{}\n", pki::digits(&serial)))?;
        Ok(serial)
    }
}

fn hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let padded = if digits.len() % 2 == 1 {
        format!("0{digits}")
    } else {
        digits.to_owned()
    };
    crate::sim::unhex(&padded).filter(|number| !number.is_empty() && number.len() <= 20)
}

/// Adds one to big-endian digits.
fn increase(number: &mut Vec<u8>) {
    for digit in number.iter_mut().rev() {
        *digit = digit.wrapping_add(1);
        if *digit != 0 {
            return;
        }
    }
    number.insert(0, 1);
}
