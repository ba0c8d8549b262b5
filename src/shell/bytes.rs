//! Bytes that are not valid text, inside texts: streams and files of the client host are texts, and a ciphertext must survive them. A byte
//! that is not part of valid UTF-8 becomes one private-use character, in the manner of Python's `surrogateescape`.

/// The first of the 256 characters that stand for bytes.
const BASE: u32 = 0xF700;

/// The text that stands for bytes; [`to_bytes`] gives them back exactly.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            if is_escape(letter) {
                let mut buffer = [0; 4];
                escape(letter.encode_utf8(&mut buffer).as_bytes(), &mut text);
            } else {
                text.push(letter);
            }
        }
        escape(chunk.invalid(), &mut text);
    }
    text
}

/// The bytes of a text.
#[must_use]
pub fn to_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match u8::try_from(u32::from(letter).wrapping_sub(BASE)) {
            Ok(byte) => bytes.push(byte),
            Err(_) => bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}

fn is_escape(letter: char) -> bool {
    (BASE..BASE + 256).contains(&u32::from(letter))
}

fn escape(bytes: &[u8], text: &mut String) {
    text.extend(
        bytes
            .iter()
            .filter_map(|byte| char::from_u32(BASE + u32::from(*byte))),
    );
}

#[cfg(test)]
mod tests {
    use super::{from_bytes, to_bytes};

    #[test]
    fn every_byte_string_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [&all[..], "é\u{f7aa}x".as_bytes(), b"\xff\xfeplain\xc3"] {
            assert_eq!(to_bytes(&from_bytes(bytes)), bytes);
        }
        assert_eq!(from_bytes("text é".as_bytes()), "text é");
    }
}
