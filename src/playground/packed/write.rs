//! Writing.

use std::collections::BTreeMap;

use serde::ser::{self, Serialize};

use super::{DIGIT, MORE, Named, Unfit};

/// What is written so far.
pub(super) struct Writer {
    pub(super) text: String,
    /// The texts that stand in it, each with its number, counted from 1.
    texts: BTreeMap<String, u64>,
    named: Named,
}

impl Writer {
    pub(super) fn new(mark: &str) -> Self {
        Self {
            text: mark.to_owned(),
            texts: BTreeMap::new(),
            named: Named::new(),
        }
    }

    fn number(&mut self, mut number: u64) {
        loop {
            let [digit, ..] = number.to_le_bytes();
            let digit = digit & (MORE - 1);
            number >>= DIGIT;
            let more = if number > 0 { MORE } else { 0 };
            self.text.push(char::from(digit | more));
            if number == 0 {
                return;
            }
        }
    }

    fn length(&mut self, length: Option<usize>) -> Result<(), Unfit> {
        let length = length.and_then(|length| u64::try_from(length).ok());
        self.number(length.ok_or(Unfit)?);
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<(), Unfit> {
        if let Some(number) = self.texts.get(text).copied() {
            self.number(number);
            return Ok(());
        }
        self.number(0);
        self.length(Some(text.len()))?;
        self.text.push_str(text);
        let number = self.texts.len() + 1;
        let number = u64::try_from(number).map_err(|_| Unfit)?;
        self.texts.insert(text.to_owned(), number);
        Ok(())
    }

    /// The place of a variant, and its name where it comes for the first time; returns whether it does.
    fn variant(
        &mut self,
        name: &'static str,
        place: u32,
        variant: &'static str,
    ) -> Result<bool, Unfit> {
        self.number(place.into());
        let first = self.named.insert((name, variant));
        if first {
            self.say(variant)?;
        }
        Ok(first)
    }
}

/// The parts of something, with their names or without.
pub(super) struct Parts<'w> {
    writer: &'w mut Writer,
    named: bool,
}

impl<'w> Parts<'w> {
    fn unnamed(writer: &'w mut Writer) -> Self {
        Self {
            writer,
            named: false,
        }
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Unfit> {
        if self.named {
            self.writer.say(name)?;
        }
        value.serialize(&mut *self.writer)
    }
}

/// What an account holds nothing of.
macro_rules! unfit {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method(self, _: $type) -> Result<(), Unfit> {
            Err(Unfit)
        })+
    };
}

macro_rules! numbers {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method(self, number: $type) -> Result<(), Unfit> {
            self.number(number.into());
            Ok(())
        })+
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unfit;
    type SerializeSeq = Parts<'w>;
    type SerializeTuple = Parts<'w>;
    type SerializeTupleStruct = Parts<'w>;
    type SerializeTupleVariant = Parts<'w>;
    type SerializeMap = Parts<'w>;
    type SerializeStruct = Parts<'w>;
    type SerializeStructVariant = Parts<'w>;

    numbers! { serialize_bool: bool, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64 }
    unfit! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_f32: f32, serialize_f64: f64, serialize_char: char,
        serialize_bytes: &[u8], serialize_unit_struct: &'static str,
    }

    /// The sign goes into the lowest bit: a small number stays short.
    fn serialize_i64(self, number: i64) -> Result<(), Unfit> {
        let folded = (number << 1) ^ (number >> 63);
        self.number(u64::from_ne_bytes(folded.to_ne_bytes()));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Unfit> {
        self.say(text)
    }

    fn serialize_none(self) -> Result<(), Unfit> {
        self.number(0);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unfit> {
        self.number(1);
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unfit> {
        Err(Unfit)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        place: u32,
        variant: &'static str,
    ) -> Result<(), Unfit> {
        self.variant(name, place, variant).map(|_| ())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        place: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        self.variant(name, place, variant)?;
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Parts<'w>, Unfit> {
        self.length(length)?;
        Ok(Parts::unnamed(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w>, Unfit> {
        Ok(Parts::unnamed(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'w>, Unfit> {
        Ok(Parts::unnamed(self))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        place: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'w>, Unfit> {
        self.variant(name, place, variant)?;
        Ok(Parts::unnamed(self))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Parts<'w>, Unfit> {
        self.serialize_seq(length)
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'w>, Unfit> {
        let named = self.named.insert((name, ""));
        Ok(Parts {
            writer: self,
            named,
        })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        place: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'w>, Unfit> {
        let named = self.variant(name, place, variant)?;
        Ok(Parts {
            writer: self,
            named,
        })
    }
}

/// The parts of something go one after the other, whatever it is. Of those with names none may be left out: a reader would take the next
/// for it.
macro_rules! parts {
    ($($trait:ident { $($method:ident($($name:ident: &'static str)?)),+ $(; not $skip:ident)? })+) => {
        $(impl ser::$trait for Parts<'_> {
            type Ok = ();
            type Error = Unfit;
            $(fn $method<T: Serialize + ?Sized>(&mut self, $($name: &'static str,)? value: &T) -> Result<(), Unfit> {
                parts!(@part self value $($name)?)
            })+
            $(fn $skip(&mut self, _: &'static str) -> Result<(), Unfit> {
                Err(Unfit)
            })?
            fn end(self) -> Result<(), Unfit> {
                Ok(())
            }
        })+
    };
    (@part $self:ident $value:ident) => { $value.serialize(&mut *$self.writer) };
    (@part $self:ident $value:ident $name:ident) => { $self.field($name, $value) };
}

parts! {
    SerializeSeq { serialize_element() }
    SerializeTuple { serialize_element() }
    SerializeTupleStruct { serialize_field() }
    SerializeTupleVariant { serialize_field() }
    SerializeMap { serialize_key(), serialize_value() }
    SerializeStruct { serialize_field(name: &'static str); not skip_field }
    SerializeStructVariant { serialize_field(name: &'static str); not skip_field }
}
