//! The list of all rows with what must come of them, and what is wrong with the cases beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use super::book::{self, Told};
use super::claims::{nameless, shows_cure};

/// How many rows each part of the matrices has, numbered from 1.
const PARTS: &[(&str, usize)] = &[
    ("A", 56),
    ("B", 9),
    ("C", 10),
    ("D", 26),
    ("E", 7),
    ("F", 20),
    ("G", 8),
    ("H", 18),
    ("I", 28),
    ("J", 23),
    ("K", 8),
    ("L", 12),
    ("NET-", 13),
    ("OP-", 39),
    ("CRT-", 24),
];

/// What a row asks for.
enum Expected {
    /// It succeeds, where an obvious wrong implementation refuses.
    Success,
    /// The service refuses with these codes, at least one of them in each case.
    Refused(Vec<String>),
    /// The connection fails with these codes.
    Failed(Vec<String>),
    /// A client program stops with one of these exit codes.
    Exit(Vec<String>),
    /// An HSM tool refuses.
    Tool,
}

struct Row {
    id: String,
    expected: Expected,
    /// Why it has no case yet.
    waits: Option<String>,
    /// Whether it is a refusal that nothing cures.
    for_good: bool,
    /// Whether its case is still to be written.
    missing: bool,
}

/// The rows in their order.
pub struct Index {
    rows: Vec<Row>,
}

impl Index {
    pub fn read() -> Self {
        let text = fs::read_to_string(book::folder().join("rows/index.txt")).unwrap();
        let mut missing = BTreeSet::new();
        let mut rows: Vec<Row> = Vec::new();
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(ids) = line.strip_prefix("not yet:") {
                missing.extend(ids.split_whitespace().map(str::to_owned));
                continue;
            }
            let (told, waits) = match line.split_once("; waits: ") {
                Some((told, why)) => (told, Some(why.to_owned())),
                None => (line, None),
            };
            let (told, for_good) = match told.split_once("; no cure: ") {
                Some((told, _)) => (told, true),
                None => (told, false),
            };
            let words: Vec<&str> = told.split_whitespace().collect();
            let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
            let expected = match words[1..] {
                ["ok"] => Expected::Success,
                ["tool"] => Expected::Tool,
                ["FAILED", ref codes @ ..] => Expected::Failed(owned(codes)),
                ["exit", ref codes @ ..] => Expected::Exit(owned(codes)),
                ref codes => Expected::Refused(owned(codes)),
            };
            let id = words[0].to_owned();
            assert!(rows.iter().all(|row| row.id != id), "{id} is listed twice");
            rows.push(Row {
                id,
                expected,
                waits,
                for_good,
                missing: false,
            });
        }
        for id in missing {
            let row = rows.iter_mut().find(|row| row.id == id);
            row.unwrap_or_else(|| panic!("{id} is no row")).missing = true;
        }
        Self { rows }
    }

    fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// What is wrong with the cases before any of them is run.
    pub fn problems(&self, told: &[Told]) -> Vec<String> {
        let mut problems = Vec::new();
        let mut cases: BTreeMap<&str, Vec<&Told>> = BTreeMap::new();
        for told in told {
            problems.extend(nameless(told));
            let Some(id) = told.row() else { continue };
            cases.entry(id).or_default().push(told);
            match self.row(id) {
                None => problems.push(format!("{id} is not listed in index.txt")),
                Some(row) => problems.extend(row.problem_of(told)),
            }
        }
        for row in &self.rows {
            match cases.get(row.id.as_str()) {
                None if row.waits.is_none() && !row.missing => {
                    problems.push(format!("{} has no case", row.id));
                }
                None => {}
                Some(cases) => {
                    problems.extend(row.codes_left(cases));
                    problems.extend(row.cure_left(cases));
                }
            }
        }
        for (part, count) in PARTS {
            let missing = (1..=*count).map(|number| format!("{part}{number:02}"));
            let missing = missing.filter(|id| self.row(id).is_none());
            problems.extend(missing.map(|id| format!("{id} is not listed in index.txt")));
        }
        problems
    }

    /// The rows that are said to be missing and hold.
    pub fn passes_too_early(&self, chosen: &[&Told], failed: &[&str]) -> Vec<String> {
        let holds = |row: &&Row| {
            let mut cases = chosen.iter().filter(|told| told.row() == Some(&row.id));
            row.missing && cases.any(|told| !failed.contains(&told.id.as_str()))
        };
        self.rows
            .iter()
            .filter(holds)
            .map(|row| format!("{} holds; take it from the list `not yet`", row.id))
            .collect()
    }

    /// How many rows hold, by part and in all.
    pub fn report(&self, told: &[Told], chosen: &[&Told], failed: &[&str]) -> String {
        let mut parts: Vec<(String, usize, usize)> = Vec::new();
        let mut open = Vec::new();
        for row in &self.rows {
            let part = row
                .id
                .trim_end_matches(|letter: char| letter.is_ascii_digit());
            let part = part.trim_end_matches('-');
            let cases: Vec<&Told> = told
                .iter()
                .filter(|told| told.row() == Some(&row.id))
                .collect();
            let run = |case: &&Told| chosen.iter().any(|told| told.id == case.id);
            let holds = !cases.is_empty()
                && cases
                    .iter()
                    .all(|case| run(case) && !failed.contains(&case.id.as_str()));
            if parts.last().is_none_or(|(last, ..)| last != part) {
                parts.push((part.to_owned(), 0, 0));
            }
            let counts = parts.last_mut().unwrap();
            counts.1 += usize::from(holds);
            counts.2 += 1;
            if let (false, Some(why)) = (holds, &row.waits) {
                open.push(format!("{} waits: {why}", row.id));
            }
        }
        let mut report = format!(
            "{} of {} cases hold",
            chosen.len() - failed.len(),
            chosen.len()
        );
        let (mut all, mut of) = (0, 0);
        for (part, holding, rows) in &parts {
            write!(report, "\n{part:>4} {holding:3} of {rows:2} rows").unwrap();
            all += holding;
            of += rows;
        }
        write!(report, "\nrows {all} of {of}").unwrap();
        for line in open {
            write!(report, "\n{line}").unwrap();
        }
        report
    }
}

impl Row {
    /// A case must ask for what its row says, and for the rule that refuses.
    fn problem_of(&self, told: &Told) -> Option<String> {
        let asks = |wanted: &str| told.steps.iter().any(|step| step == wanted);
        let names_rule = told
            .steps
            .iter()
            .any(|step| step.starts_with("expect rule "));
        let (found, wanted) = match &self.expected {
            Expected::Success => return None,
            Expected::Refused(codes) => {
                let found = codes
                    .iter()
                    .any(|code| asks(&format!("expect error {code}")));
                (
                    found && names_rule,
                    format!("error {} and its rule", codes.join(" or ")),
                )
            }
            Expected::Failed(codes) => {
                let found = codes
                    .iter()
                    .any(|code| asks(&format!("expect store FAILED {code}")));
                (found, format!("store FAILED {}", codes.join(" or ")))
            }
            Expected::Exit(codes) => {
                let found = codes
                    .iter()
                    .any(|code| asks(&format!("expect exit {code}")));
                (found, format!("exit {}", codes.join(" or ")))
            }
            Expected::Tool => (names_rule, "rule".to_owned()),
        };
        (!found).then(|| format!("{} must `expect {wanted}`", told.id))
    }

    /// A refusal has a cure, in one of its cases at least, unless the list says that there is none.
    fn cure_left(&self, cases: &[&Told]) -> Option<String> {
        let refuses = !matches!(self.expected, Expected::Success);
        let cured = cases.iter().any(|case| shows_cure(case));
        match (refuses && !cured, self.for_good) {
            (true, false) => Some(format!("no case of {} shows a cure", self.id)),
            (false, true) => Some(format!("{} has a cure", self.id)),
            _ => None,
        }
    }

    /// The codes of a row that none of its cases asks for.
    fn codes_left(&self, cases: &[&Told]) -> Option<String> {
        let (kind, codes) = match &self.expected {
            Expected::Refused(codes) => ("error", codes),
            Expected::Failed(codes) => ("store FAILED", codes),
            Expected::Exit(codes) => ("exit", codes),
            _ => return None,
        };
        let steps: BTreeSet<&str> = cases
            .iter()
            .flat_map(|case| case.steps.iter().map(String::as_str))
            .collect();
        let left = |code: &&String| !steps.contains(format!("expect {kind} {code}").as_str());
        let left: Vec<&String> = codes.iter().filter(left).collect();
        (!left.is_empty()).then(|| format!("no case of {} ends in {left:?}", self.id))
    }
}
