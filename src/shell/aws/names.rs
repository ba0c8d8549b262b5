//! Names of the command line: from the service model's CamelCase to words with hyphens, and the names closest to a mistyped one.

use crate::model::Sort;

/// The command line's form of a name of the service model: `CreateVpc` is `create-vpc`, `DescribeVPCs` would be `describe-vpcs`.
#[must_use]
pub fn kebab(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut text = String::new();
    for (index, letter) in letters.iter().enumerate() {
        if letter.is_ascii_uppercase() && index > 0 {
            let before = letters[index - 1];
            // The last capital of a run begins a word: `DNSName` is `dns-name`; a plural `s` after a run does not.
            let begins = letters.get(index + 1).is_some_and(char::is_ascii_lowercase)
                && !is_plural_end(&letters, index);
            if before.is_ascii_lowercase()
                || before.is_ascii_digit()
                || (before.is_ascii_uppercase() && begins)
            {
                text.push('-');
            }
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// Whether the capital at `index` is followed by the `s` of a plural such as `ARNs` and nothing more.
fn is_plural_end(letters: &[char], index: usize) -> bool {
    letters.get(index + 1) == Some(&'s') && letters.len() == index + 2
}

/// How much alike a mistyped name and the one that is meant are at least.
const ALIKE: f64 = 0.8;

/// The names closest to a mistyped one, best first: at most three, at least 80 percent alike (Ratcliff and Obershelp's measure).
#[must_use]
pub fn closest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted: Vec<char> = word.chars().collect();
    let mut scored: Vec<(f64, &str)> = names
        .filter_map(|name| {
            let letters: Vec<char> = name.chars().collect();
            // What is much longer or shorter is not alike, however many of its letters match.
            let most = letters.len().min(wanted.len());
            let alike = |matching| share(matching, letters.len() + wanted.len());
            let score = (alike(most) >= ALIKE).then(|| alike(matching(&letters, &wanted)))?;
            (score >= ALIKE).then_some((score, name))
        })
        .collect();
    scored.order_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.cmp(a.1)));
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// How much alike names are, of which so many letters match, of so many in both.
#[expect(
    clippy::cast_precision_loss,
    reason = "lengths of names are small numbers"
)]
fn share(matching: usize, total: usize) -> f64 {
    2.0 * matching as f64 / total.max(1) as f64
}

/// Letters that match: the longest common run, and so on left and right of it.
fn matching(one: &[char], other: &[char]) -> usize {
    let (mut best, mut at, mut at_other) = (0, 0, 0);
    for start in 0..one.len() {
        for start_other in 0..other.len() {
            let length = one[start..]
                .iter()
                .zip(&other[start_other..])
                .take_while(|(a, b)| a == b)
                .count();
            if length > best {
                (best, at, at_other) = (length, start, start_other);
            }
        }
    }
    if best == 0 {
        return 0;
    }
    matching(&one[..at], &other[..at_other])
        + best
        + matching(&one[at + best..], &other[at_other + best..])
}

#[cfg(test)]
mod tests {
    use super::{closest, kebab};

    #[test]
    fn names_become_words() {
        for (name, words) in [
            ("CreateCustomKeyStore", "create-custom-key-store"),
            ("CloudHsmClusterId", "cloud-hsm-cluster-id"),
            ("CreateVpc", "create-vpc"),
            ("DescribeHsms", "describe-hsms"),
            ("EniIp", "eni-ip"),
            ("SecretARNs", "secret-arns"),
            ("DryRun", "dry-run"),
            ("Ipv6CidrBlock", "ipv6-cidr-block"),
            ("GenerateDataKey", "generate-data-key"),
        ] {
            assert_eq!(kebab(name), words);
        }
    }

    #[test]
    fn the_closest_names_come_in_the_order_of_the_real_client() {
        let names = [
            "create-custom-key-store",
            "connect-custom-key-store",
            "delete-custom-key-store",
            "disconnect-custom-key-store",
            "update-custom-key-store",
            "create-key",
        ];
        assert_eq!(
            closest("conect-custom-key-store", names.into_iter()),
            [
                "connect-custom-key-store",
                "disconnect-custom-key-store",
                "create-custom-key-store"
            ]
        );
        assert!(closest("xyzzy", names.into_iter()).is_empty());
    }
}
