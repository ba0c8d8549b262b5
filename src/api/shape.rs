//! How an operation's input and output look: one description that validates requests, makes the command line's flags and gives
//! answers their form. Facts about the public service models (botocore, 2026-11).

/// A type with its constraints.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is.
    pub kind: Kind,
    /// Least length, count or value.
    pub min: Option<i64>,
    /// Greatest length, count or value.
    pub max: Option<i64>,
    /// Regular expression that the whole text must match, as the service prints it.
    pub pattern: Option<&'static str>,
    /// The allowed words of an enumeration; empty for free text.
    pub words: &'static [&'static str],
    /// Whether the value is never logged, printed or kept in clear.
    pub sensitive: bool,
    /// Whether a certificate is expected: a private key given instead is refused, and only its label is logged.
    pub certificate: bool,
}

/// The kinds of values.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text.
    String,
    /// Bytes; base64 text in JSON.
    Blob,
    /// Whole number.
    Integer,
    /// True or false.
    Boolean,
    /// A moment, as seconds since the epoch.
    Timestamp,
    /// A list of one shape.
    List(&'static Shape),
    /// A map from text to one shape.
    Map(&'static Shape),
    /// Named members in the order of the service model.
    Structure(&'static [Member]),
}

/// A member of a structure.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Name, as on the wire.
    pub name: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// Whether the model requires it.
    pub required: bool,
}

/// An optional member.
#[must_use]
pub const fn member(name: &'static str, shape: Shape) -> Member {
    Member {
        name,
        shape,
        required: false,
    }
}

/// A required member.
#[must_use]
pub const fn required(name: &'static str, shape: Shape) -> Member {
    Member {
        name,
        shape,
        required: true,
    }
}

/// Text without constraints.
pub const STRING: Shape = Shape::of(Kind::String);
/// Bytes without constraints.
pub const BLOB: Shape = Shape::of(Kind::Blob);
/// A whole number.
pub const INTEGER: Shape = Shape::of(Kind::Integer);
/// True or false.
pub const BOOLEAN: Shape = Shape::of(Kind::Boolean);
/// A moment.
pub const TIMESTAMP: Shape = Shape::of(Kind::Timestamp);

impl Shape {
    const fn of(kind: Kind) -> Self {
        Self {
            kind,
            min: None,
            max: None,
            pattern: None,
            words: &[],
            sensitive: false,
            certificate: false,
        }
    }

    /// A list.
    #[must_use]
    pub const fn list(item: &'static Self) -> Self {
        Self::of(Kind::List(item))
    }

    /// A map from text.
    #[must_use]
    pub const fn map(value: &'static Self) -> Self {
        Self::of(Kind::Map(value))
    }

    /// A structure.
    #[must_use]
    pub const fn structure(members: &'static [Member]) -> Self {
        Self::of(Kind::Structure(members))
    }

    /// An enumeration.
    #[must_use]
    pub const fn words(words: &'static [&'static str]) -> Self {
        let mut shape = Self::of(Kind::String);
        shape.words = words;
        shape
    }

    /// With a least and a greatest length, count or value.
    #[must_use]
    pub const fn within(mut self, min: i64, max: i64) -> Self {
        self.min = Some(min);
        self.max = Some(max);
        self
    }

    /// With a least length, count or value only.
    #[must_use]
    pub const fn at_least(mut self, min: i64) -> Self {
        self.min = Some(min);
        self
    }

    /// With a greatest length only.
    #[must_use]
    pub const fn at_most(mut self, max: i64) -> Self {
        self.max = Some(max);
        self
    }

    /// With a pattern for the whole text.
    #[must_use]
    pub const fn matching(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// A certificate in PEM.
    #[must_use]
    pub const fn pem(mut self) -> Self {
        self.certificate = true;
        self
    }

    /// Never logged in clear.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.sensitive = true;
        self
    }
}
