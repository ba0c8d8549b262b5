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
    /// Parses `YYYY-MM-DDThh:mm:ss[.fff]Z` (or `+00:00`); anything else gives `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text
            .strip_suffix('Z')
            .or_else(|| text.strip_suffix("+00:00"))?;
        let (date, clock) = text.split_once('T')?;
        let mut date = date.splitn(3, '-').map(str::parse::<i64>);
        let (year, month, day) = (date.next()?.ok()?, date.next()?.ok()?, date.next()?.ok()?);
        let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
        let mut clock = clock.splitn(3, ':').map(str::parse::<i64>);
        let (hour, minute, second) = (
            clock.next()?.ok()?,
            clock.next()?.ok()?,
            clock.next()?.ok()?,
        );
        if !(1970..=9999).contains(&year)
            || !(1..=12).contains(&month)
            || !(1..=31).contains(&day)
            || !(0..24).contains(&hour)
            || !(0..60).contains(&minute)
            || !(0..60).contains(&second)
        {
            return None;
        }
        let millis: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
        Some(Self(
            days_from_civil(year, month, day) * DAY
                + hour * HOUR
                + minute * MINUTE
                + second * SECOND
                + millis,
        ))
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
}
