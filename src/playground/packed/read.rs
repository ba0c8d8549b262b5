//! Reading.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{DIGIT, MORE, Named, Unfit};

/// What is left to read.
pub(super) struct Reader<'de> {
    pub(super) rest: &'de str,
    /// The texts that were read, in their order.
    texts: Vec<&'de str>,
    named: Named,
}

impl<'de> Reader<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self {
            rest: text,
            texts: Vec::new(),
            named: Named::new(),
        }
    }

    fn take(&mut self, length: usize) -> Result<&'de str, Unfit> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Unfit)?;
        self.rest = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u64, Unfit> {
        let mut number = 0;
        let mut place = 0;
        loop {
            let [digit] = *self.take(1)?.as_bytes() else {
                return Err(Unfit);
            };
            let value = u64::from(digit & (MORE - 1));
            number |= value.checked_shl(place).ok_or(Unfit)?;
            place += DIGIT;
            if digit & MORE == 0 {
                return Ok(number);
            }
        }
    }

    fn length(&mut self) -> Result<usize, Unfit> {
        usize::try_from(self.number()?).map_err(|_| Unfit)
    }

    fn truth(&mut self) -> Result<bool, Unfit> {
        match self.number()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Unfit),
        }
    }

    fn text(&mut self) -> Result<&'de str, Unfit> {
        match self.length()?.checked_sub(1) {
            Some(place) => self.texts.get(place).copied().ok_or(Unfit),
            None => {
                let length = self.length()?;
                let text = self.take(length)?;
                self.texts.push(text);
                Ok(text)
            }
        }
    }

    fn expect(&mut self, name: &str) -> Result<(), Unfit> {
        if self.text()? == name {
            Ok(())
        } else {
            Err(Unfit)
        }
    }

    /// The parts of what is known by that name: named where it comes for the first time.
    fn fields(&mut self, first: bool, names: &'static [&'static str]) -> Parts<'_, 'de> {
        Parts {
            reader: self,
            left: names.len(),
            names: if first { names } else { &[] },
        }
    }

    fn items(&mut self, count: usize) -> Parts<'_, 'de> {
        Parts {
            reader: self,
            left: count,
            names: &[],
        }
    }
}

macro_rules! numbers {
    ($($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
            visitor.visit_u64(self.number()?)
        })+
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unfit;

    numbers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }

    /// The text does not say what it holds.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unfit> {
        Err(Unfit)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_bool(self.truth()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let folded = self.number()?;
        let signed = |number: u64| i64::from_ne_bytes(number.to_ne_bytes());
        visitor.visit_i64(signed(folded >> 1) ^ -signed(folded & 1))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.truth()? {
            visitor.visit_some(self)
        } else {
            visitor.visit_none()
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let count = self.length()?;
        visitor.visit_seq(self.items(count))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        count: usize,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_seq(self.items(count))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        count: usize,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_tuple(count, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let count = self.length()?;
        visitor.visit_map(self.items(count))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        let first = self.named.insert((name, ""));
        visitor.visit_seq(self.fields(first, names))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        let place = self.length()?;
        let variant = variants.get(place).ok_or(Unfit)?;
        let first = self.named.insert((name, variant));
        if first {
            self.expect(variant)?;
        }
        visitor.visit_enum(Variant {
            reader: self,
            place: u32::try_from(place).map_err(|_| Unfit)?,
            first,
        })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 f32 f64 char bytes byte_buf unit unit_struct identifier ignored_any
    }
}

/// The parts of something, one after the other.
struct Parts<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
    /// Names of those that are left, where they stand in the text.
    names: &'static [&'static str],
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = Unfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unfit> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        if let [name, others @ ..] = self.names {
            self.reader.expect(name)?;
            self.names = others;
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = Unfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unfit> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unfit> {
        seed.deserialize(&mut *self.reader)
    }
}

/// A variant of an enumeration.
struct Variant<'r, 'de> {
    reader: &'r mut Reader<'de>,
    place: u32,
    /// Whether it is the first of its kind.
    first: bool,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Unfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Unfit> {
        let place: U32Deserializer<Unfit> = self.place.into_deserializer();
        Ok((seed.deserialize(place)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Unfit;

    fn unit_variant(self) -> Result<(), Unfit> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unfit> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, count: usize, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_seq(self.reader.items(count))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_seq(self.reader.fields(self.first, names))
    }
}
