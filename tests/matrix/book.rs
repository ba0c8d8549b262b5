//! The files with the cases.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A case as it is written down.
pub struct Told {
    /// `A12` or `A12.password` in `rows/`, else a name.
    pub id: String,
    /// The file's name without its ending.
    pub file: String,
    /// Whether it is a case of the matrices' rows.
    pub of_row: bool,
    /// What is done, `repeat` written out.
    pub steps: Vec<String>,
}

impl Told {
    /// The row that it belongs to.
    pub fn row(&self) -> Option<&str> {
        let row = self.id.split('.').next().unwrap_or_default();
        self.of_row.then_some(row)
    }

    /// Whether its id or file begins with one of these words, or there are none.
    pub fn is_one_of(&self, words: &[String]) -> bool {
        let begins = |word: &String| self.id.starts_with(word) || self.file.starts_with(word);
        words.is_empty() || words.iter().any(begins)
    }
}

/// The folder of the files.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix")
}

/// Every case of every file; no id occurs twice.
pub fn all() -> Vec<Told> {
    let mut found = Vec::new();
    for (place, of_row) in [(folder(), false), (folder().join("rows"), true)] {
        let mut paths: Vec<PathBuf> = fs::read_dir(&place)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
            .collect();
        paths.sort();
        for path in paths {
            let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
            if file != "index" {
                read(&path, &file, of_row, &mut found);
            }
        }
    }
    let mut places: BTreeMap<&str, &str> = BTreeMap::new();
    for told in &found {
        if let Some(other) = places.insert(&told.id, &told.file) {
            panic!("{} stands in {other}.txt and {}.txt", told.id, told.file);
        }
        if let Some(row) = told.row() {
            let part = row.trim_end_matches(|letter: char| letter.is_ascii_digit());
            assert_eq!(
                part.trim_end_matches('-'),
                told.file,
                "{row} stands in {}.txt",
                told.file
            );
        }
    }
    found
}

fn read(path: &Path, file: &str, of_row: bool, found: &mut Vec<Told>) {
    let text = fs::read_to_string(path).unwrap();
    let mut repeated: Option<(usize, Vec<String>)> = None;
    let first = found.len();
    for line in text.lines().map(str::trim) {
        if let Some(title) = line.strip_prefix("== ") {
            found.push(Told {
                id: title.split_whitespace().next().unwrap().to_owned(),
                file: file.to_owned(),
                of_row,
                steps: Vec::new(),
            });
            continue;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        assert!(found.len() > first, "{file}: a case begins with ==");
        let steps = &mut found.last_mut().unwrap().steps;
        if let Some(times) = line.strip_prefix("repeat ") {
            repeated = Some((times.parse().unwrap(), Vec::new()));
        } else if line == "end" {
            let (times, lines) = repeated.take().expect("`end` ends a `repeat`");
            for turn in 1..=times {
                steps.push(format!("do TURN={turn}"));
                steps.extend(lines.iter().cloned());
            }
        } else if let Some((_, lines)) = &mut repeated {
            lines.push(line.to_owned());
        } else {
            steps.push(line.to_owned());
        }
    }
    assert!(found.len() > first, "{file} holds no case");
}
