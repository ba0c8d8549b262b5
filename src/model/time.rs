//! Simulated time: milliseconds since the Unix epoch, and the two forms in which AWS prints it.

use serde::{Deserialize, Serialize};

/// One second, in the unit of [`Timestamp`].
pub const SECOND: i64 = 1_000;
/// One minute.
pub const MINUTE: i64 = 60 * SECOND;
/// One hour.
pub const HOUR: i64 = 60 * MINUTE;
/// One day.
pub const DAY: i64 = 24 * HOUR;

/// A moment of simulated time, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Parses ISO 8601: `YYYY-MM-DD`, or with a time `Thh[:mm[:ss[.fff]]]` (or a blank for the `T`), and with `Z` or an offset; without
    /// either it is a moment in UTC. `None` for anything else, a day or a time that there is not among it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = match text.split_once(['T', ' ']) {
            Some((date, rest)) => (date, Some(rest)),
            None => (text, None),
        };
        let (day, of_day) = (day(date)?, rest.map_or(Some(0), time_of_day)?);
        let moment = day * DAY + of_day;
        Self::printable().contains(&moment).then_some(Self(moment))
    }

    /// The moment of a number of seconds since the epoch; `None` where it lies outside the years 1 to 9999.
    #[must_use]
    pub fn of_seconds(seconds: f64) -> Option<Self> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what is too large is cut to what is out of range, too"
        )]
        let millis = (seconds * 1_000.0).round() as i64;
        (seconds.is_finite() && Self::printable().contains(&millis)).then_some(Self(millis))
    }

    /// The moments of the years 1 to 9999.
    fn printable() -> std::ops::Range<i64> {
        days_from_civil(1, 1, 1) * DAY..days_from_civil(10_000, 1, 1) * DAY
    }

    /// This moment, `millis` later.
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Whole seconds since the epoch, as certificates need them.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(SECOND)
    }

    /// Seconds since the epoch with a fraction, as the AWS JSON protocols send time.
    #[must_use]
    pub fn epoch_number(self) -> serde_json::Value {
        if self.0 % SECOND == 0 {
            return self.seconds().into();
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of the years 1970 to 9999 fit 53 bits"
        )]
        let seconds = self.0 as f64 / 1_000.0;
        seconds.into()
    }

    /// ISO 8601 in UTC, ending in `Z`.
    #[must_use]
    pub fn iso(self) -> String {
        let millis = self.0.rem_euclid(SECOND);
        if millis == 0 {
            format!("{}Z", self.civil())
        } else {
            format!("{}.{millis:03}Z", self.civil())
        }
    }

    /// ISO 8601 as AWS CLI v2 prints it: an offset, and microseconds only where there is a fraction.
    #[must_use]
    pub fn cli(self) -> String {
        let millis = self.0.rem_euclid(SECOND);
        if millis == 0 {
            format!("{}+00:00", self.civil())
        } else {
            format!("{}.{millis:03}000+00:00", self.civil())
        }
    }

    /// As the events of AWS KMS spell it: `Nov 2, 2021, 11:25:25 PM`.
    #[must_use]
    pub fn spelled(self) -> String {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let month = MONTHS.iter().zip(1..).find(|(_, number)| *number == month);
        let rest = self.0.rem_euclid(DAY) / SECOND;
        let hour = rest / 3_600;
        format!(
            "{} {day}, {year}, {}:{:02}:{:02} {}",
            month.map_or("", |(name, _)| name),
            (hour + 11) % 12 + 1,
            rest / 60 % 60,
            rest % 60,
            if hour < 12 { "AM" } else { "PM" }
        )
    }

    fn civil(self) -> String {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let rest = self.0.rem_euclid(DAY) / SECOND;
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}",
            rest / 3600,
            rest / 60 % 60,
            rest % 60
        )
    }
}

/// The digits of a number of at most so many.
fn number(text: &str, most: usize) -> Option<i64> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

/// A day as `YYYY-MM-DD`, counted from the epoch.
fn day(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let year = number(year, 4)?;
    let (month, day) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    if !(1..=12).contains(&month) {
        return None;
    }
    let days = days_from_civil(year, month, day);
    // A day that there is not is one of another month.
    (civil_from_days(days) == (year, month, day)).then_some(days)
}

/// A time as `hh[:mm[:ss[.fff]]]` with its offset, in milliseconds of the day in UTC.
fn time_of_day(text: &str) -> Option<i64> {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => (&text[..at], offset(&text[at..])?),
        None => (text, 0),
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    if !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let millis = number(
        format!("{fraction:0<3}")
            .get(..3)
            .filter(|_| !fraction.is_empty())?,
        3,
    )?;
    let mut parts = clock.split(':');
    let hour = number(parts.next()?, 2).filter(|hour| *hour < 24)?;
    let mut sixtieth = || match parts.next() {
        Some(part) => number(part, 2).filter(|count| *count < 60),
        None => Some(0),
    };
    let (minute, second) = (sixtieth()?, sixtieth()?);
    let ends = parts.next().is_none();
    ends.then_some(hour * HOUR + minute * MINUTE + second * SECOND + millis - offset)
}

/// `Z`, or how far a clock is ahead of UTC: `+hh`, `+hhmm` or `+hh:mm`, less than a day.
fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, digits) = text.split_at_checked(1)?;
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at(2),
        None => (digits, "0"),
    };
    let ahead = number(hours, 2)? * HOUR + number(minutes, 2)? * MINUTE;
    (ahead < DAY).then_some(if sign == "-" { -ahead } else { ahead })
}

// Civil-calendar arithmetic in the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March.

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn spells_a_moment_as_events_do() {
        for (text, spelled) in [
            ("2021-11-02T23:25:25Z", "Nov 2, 2021, 11:25:25 PM"),
            ("2021-10-14T17:39:50Z", "Oct 14, 2021, 5:39:50 PM"),
            ("2026-01-01T00:00:05.250Z", "Jan 1, 2026, 12:00:05 AM"),
            ("2026-12-31T12:00:00Z", "Dec 31, 2026, 12:00:00 PM"),
        ] {
            assert_eq!(Timestamp::parse(text).unwrap().spelled(), spelled);
        }
    }

    #[test]
    fn prints_what_it_parses() {
        for text in [
            "1970-01-01T00:00:00Z",
            "2024-02-29T23:59:59Z",
            "2026-01-01T00:00:00.250Z",
        ] {
            assert_eq!(Timestamp::parse(text).unwrap().iso(), text);
        }
        assert_eq!(
            Timestamp::parse("2017-07-05T21:04:55.918Z").unwrap().0,
            1_499_288_695_918
        );
        assert_eq!(Timestamp::parse("yesterday"), None);
    }

    #[test]
    fn reads_the_moments_that_there_are_and_no_others() {
        for (text, moment) in [
            ("2026-01-02", "2026-01-02T00:00:00Z"),
            ("2026-1-2", "2026-01-02T00:00:00Z"),
            ("2026-01-02T03", "2026-01-02T03:00:00Z"),
            ("2026-01-02 03:04", "2026-01-02T03:04:00Z"),
            ("2026-01-02T03:04:05.5", "2026-01-02T03:04:05.500Z"),
            ("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123Z"),
            ("2026-01-02T03:04:05+05:30", "2026-01-01T21:34:05Z"),
            ("2026-01-02T03:04:05-0530", "2026-01-02T08:34:05Z"),
            ("2026-01-02T03:04:05.25+01", "2026-01-02T02:04:05.250Z"),
            ("2024-02-29", "2024-02-29T00:00:00Z"),
            ("2000-02-29", "2000-02-29T00:00:00Z"),
            ("1969-12-31", "1969-12-31T00:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(
                Timestamp::parse(text).map(Timestamp::iso).as_deref(),
                Some(moment),
                "{text}"
            );
        }
        for text in [
            "",
            "2026-02-30",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "2026-01-32",
            "0000-01-01",
            "10000-01-01",
            "2026-01-01T24:00",
            "2026-01-01T24:00:00Z",
            "2026-01-01T23:60",
            "2026-01-01T00:00:60Z",
            "2026-01-01T00:00:00+24:00",
            "2026-01-01T00:00:00+25:00",
            "2026-01-01T00:00:00+1:2:3",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.xZ",
            "2026-01-01T00:00:00ZZ",
            "2026-01-01T",
            "2026-01-01T::",
            "2026-01-01T-5",
            "2026-+1-01",
            "2026-01-01T00:00:00é",
            "9999-12-31T23:59:59-01:00",
            "30/02/2026",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
        for seconds in [f64::NAN, f64::INFINITY, 1e14, -1e11, 253_402_300_800.0] {
            assert_eq!(Timestamp::of_seconds(seconds), None, "{seconds}");
        }
        assert_eq!(Timestamp::of_seconds(1.5), Some(Timestamp(1_500)));
    }
}
