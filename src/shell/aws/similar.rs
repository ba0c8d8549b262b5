//! Words that a mistyped one resembles, as the real command line suggests them.

/// Least resemblance of a suggestion.
const CUTOFF: f64 = 0.8;
/// Most suggestions.
const MOST: usize = 3;

/// The choices that resemble a word most, best first.
pub(super) fn closest(word: &str, choices: &[String]) -> Vec<String> {
    let mut rated: Vec<(f64, &String)> = choices
        .iter()
        .map(|choice| (resemblance(word, choice), choice))
        .filter(|(rate, _)| *rate >= CUTOFF)
        .collect();
    rated.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| right.1.cmp(left.1)));
    rated
        .into_iter()
        .take(MOST)
        .map(|(_, choice)| choice.clone())
        .collect()
}

/// Twice the matching letters over all letters, where the longest common run is matched first and then what is left and right of it.
#[expect(clippy::cast_precision_loss, reason = "command names are short")]
fn resemblance(left: &str, right: &str) -> f64 {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let total = left.len() + right.len();
    if total == 0 {
        return 1.0;
    }
    2.0 * matching(&left, &right) as f64 / total as f64
}

fn matching(left: &[char], right: &[char]) -> usize {
    let (mut best, mut at) = (0, (0, 0));
    for start in 0..left.len() {
        for other in 0..right.len() {
            let run = left[start..]
                .iter()
                .zip(&right[other..])
                .take_while(|(one, two)| one == two)
                .count();
            if run > best {
                (best, at) = (run, (start, other));
            }
        }
    }
    if best == 0 {
        return 0;
    }
    best + matching(&left[..at.0], &right[..at.1])
        + matching(&left[at.0 + best..], &right[at.1 + best..])
}
