//! JSON and what it holds. Everything is read by way of [`Value`], so that each type is compiled for one source only; what says in a
//! member which of several things it is, is read by [`Tagged`] instead of being buffered once more for each of them.

use serde::Serialize;
use serde::de::{DeserializeOwned, Error as _, Unexpected};
use serde_json::{Error, Map, Value};

/// Reads a text.
///
/// # Errors
/// What is wrong with it.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_value(serde_json::from_str(text)?)
}

/// A decimal number as people and tools write it: `2`, `-0.5`, `.5`, `007` or `1e3`; none for anything else. Read as JSON is, so that
/// only one reader of such numbers is in the program.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix(['-', '+']) {
        Some(digits) => (text.starts_with('-'), digits),
        None => (false, text),
    };
    if !digits.contains(|letter: char| letter.is_ascii_digit())
        || digits.contains(char::is_whitespace)
    {
        return None;
    }
    let digits = digits.trim_start_matches('0');
    let zero = if digits.starts_with(|letter: char| letter.is_ascii_digit()) {
        ""
    } else {
        "0"
    };
    let digits = format!("{zero}{}", digits.strip_suffix('.').unwrap_or(digits));
    let number: f64 = serde_json::from_str(&digits).ok()?;
    Some(if negative { -number } else { number })
}

/// What is written of a thing, to be looked into.
#[must_use]
pub fn written<T: Serialize>(thing: &T) -> Value {
    let text = serde_json::to_string(thing).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// One of several things: its name, and the members that it has.
pub struct Tagged {
    /// Which of them it is.
    pub name: String,
    members: Map<String, Value>,
}

impl Tagged {
    /// Where a member says which of them it is: `{"do": "close", "session": 1}`.
    ///
    /// # Errors
    /// Where that member is missing.
    pub fn inside(tag: &'static str, value: Value) -> Result<Self, Error> {
        let mut thing = Self {
            name: String::new(),
            members: object(value)?,
        };
        thing.name = thing.take(tag)?;
        Ok(thing)
    }

    /// Where the name stands around the members: `{"Login": {"name": "admin"}}`.
    ///
    /// # Errors
    /// Where there is not exactly one.
    pub fn outside(value: Value) -> Result<Self, Error> {
        let mut all = object(value)?.into_iter();
        match (all.next(), all.next()) {
            (Some((name, members)), None) => Ok(Self {
                name,
                members: object(members)?,
            }),
            (None, _) => Err(Error::invalid_length(0, &"1")),
            _ => Err(Error::invalid_length(2, &"1")),
        }
    }

    /// A member.
    ///
    /// # Errors
    /// Where it is missing, or something else than expected.
    pub fn take<T: DeserializeOwned>(&mut self, name: &'static str) -> Result<T, Error> {
        serde_json::from_value(self.member(name)?)
    }

    fn member(&mut self, name: &'static str) -> Result<Value, Error> {
        let found = self.members.remove(name);
        found.ok_or_else(|| Error::missing_field(name))
    }

    /// A member that may be missing.
    ///
    /// # Errors
    /// Where it is something else than expected.
    pub fn take_optional<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Error> {
        serde_json::from_value(self.members.remove(name).unwrap_or_default())
    }

    /// The error where the name is none of the known ones.
    #[must_use]
    pub fn unknown(&self) -> Error {
        Error::invalid_value(Unexpected::Str(&self.name), &"another name")
    }
}

fn object(value: Value) -> Result<Map<String, Value>, Error> {
    match value {
        Value::Object(members) => Ok(members),
        _ => Err(Error::invalid_type(Unexpected::Other("value"), &"object")),
    }
}

/// Reads a type by a function from [`Value`].
macro_rules! deserialize_by {
    ($type:ty, $read:expr) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                $read(value).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use deserialize_by;
