//! Which of the accounts in memory are kept: many close to the present, few far back, so that their number grows with the
//! logarithm of the log and undoing a few commands stays cheap.

/// The distance to the next one may be as large as this part of the distance to the newest.
const PART: usize = 2;

/// Those places, of a rising list, that can be given up. The first and the last stay.
pub(super) fn superfluous(places: &[usize]) -> Vec<usize> {
    let Some(newest) = places.last() else {
        return Vec::new();
    };
    let mut gone = Vec::new();
    let mut before = places.first().copied().unwrap_or_default();
    for pair in places.windows(2).skip(1) {
        let [place, after] = pair else { continue };
        // Without this one, undoing to just before the next one starts from the one before.
        if (after - before) * PART <= newest - before {
            gone.push(*place);
        } else {
            before = *place;
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::superfluous;

    #[test]
    fn a_long_log_has_few_snapshots_and_the_newest_lie_close() {
        let mut places = vec![0];
        for step in 1..=200 {
            places.push(step * 64);
            let gone = superfluous(&places);
            places.retain(|place| !gone.contains(place));
            // Twice the binary logarithm of how many there were.
            assert!(places.len() <= 16, "{places:?}");
            let newest = step * 64;
            for pair in places.windows(2) {
                let (distance, gap) = (newest - pair[0], pair[1] - pair[0]);
                assert!(gap <= 64.max(distance), "{places:?}");
            }
        }
        assert_eq!(places.first(), Some(&0));
        assert!(places.contains(&(199 * 64)), "{places:?}");
    }
}
