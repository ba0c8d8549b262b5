//! `--output table`: sections with a title, a header row and rows, as wide as the widest of them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{is_scalar, plain};
use crate::shell::aws::failure::Failure;

/// Blanks around the text of a cell, on both sides together.
const PADDING: usize = 4;

/// Width of the terminal: a wider table turns its sections of one row on their side.
const TERMINAL: usize = 80;

/// Prints a value under a title.
///
/// # Errors
/// [`Failure::Other`] for rows of different lengths, as the client refuses them.
pub(super) fn print(title: &str, value: &Value) -> Result<String, Failure> {
    let mut table = Table::default();
    if !table.add(Some(title), value, 0) {
        return Ok(String::new());
    }
    for section in &table.sections {
        let mut lengths = section
            .rows
            .iter()
            .chain(section.header_row())
            .map(Vec::len);
        let Some(first) = lengths.next() else {
            continue;
        };
        if let Some(other) = lengths.find(|length| *length != first) {
            return Err(Failure::Other(format!(
                "Row should have {first} elements, instead it has {other}"
            )));
        }
    }
    Ok(table.render())
}

#[derive(Default)]
struct Table {
    sections: Vec<Section>,
}

/// A part of the table with columns of its own.
#[derive(Default)]
struct Section {
    title: Option<String>,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    indent: usize,
}

// From a value to sections.
impl Table {
    fn add(&mut self, title: Option<&str>, value: &Value, indent: usize) -> bool {
        let empty = match value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::Object(members) => members.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if empty {
            return false;
        }
        if let Some(title) = title {
            self.section(title, indent);
        }
        match value {
            Value::Object(members) => self.add_structure(members, indent),
            Value::Array(items) if items.first().is_some_and(Value::is_object) => {
                self.add_structures(items, title, indent);
            }
            Value::Array(items) if items.iter().all(is_scalar) => {
                for item in items {
                    self.row(vec![plain(item)]);
                }
            }
            Value::Array(items) => {
                for item in items {
                    match item {
                        Value::Array(cells) if cells.iter().all(is_scalar) => {
                            self.row(cells.iter().map(plain).collect());
                        }
                        scalar if is_scalar(scalar) => self.row(vec![plain(scalar)]),
                        nested => {
                            self.add(None, nested, indent + 1);
                        }
                    }
                }
            }
            // A scalar alone makes no row: only its title is printed.
            _ => {}
        }
        true
    }

    fn add_structure(&mut self, members: &Map<String, Value>, indent: usize) {
        let (columns, nested) = columns(std::iter::once(members));
        match columns.iter().collect::<Vec<_>>()[..] {
            [] => {}
            [only] => self.row(vec![(*only).to_owned(), plain(&members[*only])]),
            _ => {
                self.headers(&columns);
                self.row(columns.iter().map(|name| plain(&members[*name])).collect());
            }
        }
        for name in nested {
            self.add(Some(name), &members[name], indent + 1);
        }
    }

    fn add_structures(&mut self, items: &[Value], title: Option<&str>, indent: usize) {
        let structures: Vec<&Map<String, Value>> =
            items.iter().filter_map(Value::as_object).collect();
        let (columns, nested) = columns(structures.iter().copied());
        self.headers(&columns);
        for (index, members) in structures.into_iter().enumerate() {
            if index > 0 && !nested.is_empty() {
                self.section(title.unwrap_or_default(), indent);
                self.headers(&columns);
            }
            self.row(
                columns
                    .iter()
                    .map(|name| members.get(*name).map_or_else(String::new, plain))
                    .collect(),
            );
            for name in &nested {
                if let Some(value) = members.get(*name) {
                    self.add(Some(name), value, indent + 1);
                }
            }
        }
    }

    fn section(&mut self, title: &str, indent: usize) {
        self.sections.push(Section {
            title: Some(title.to_owned()),
            indent,
            ..Section::default()
        });
    }

    fn last(&mut self) -> &mut Section {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    fn headers(&mut self, columns: &BTreeSet<&str>) {
        self.last().headers = columns.iter().map(|name| (*name).to_owned()).collect();
    }

    fn row(&mut self, cells: Vec<String>) {
        self.last().rows.push(cells);
    }
}

/// The names of scalar members, and of the others, that any of the structures has.
fn columns<'a>(
    structures: impl Iterator<Item = &'a Map<String, Value>>,
) -> (BTreeSet<&'a str>, BTreeSet<&'a str>) {
    let (mut scalars, mut nested) = (BTreeSet::new(), BTreeSet::new());
    for (name, value) in structures.flatten() {
        if is_scalar(value) {
            scalars.insert(name.as_str());
        } else {
            nested.insert(name.as_str());
        }
    }
    (scalars, nested)
}

// From sections to lines.
impl Table {
    fn render(mut self) -> String {
        let mut width = self.width();
        if width > TERMINAL {
            for section in &mut self.sections {
                section.turn();
            }
            width = self.width();
        }
        let mut text = "-".repeat(width) + "\n";
        for section in &self.sections {
            section.render(width, &mut text);
        }
        text
    }

    fn width(&self) -> usize {
        self.sections.iter().map(Section::width).max().unwrap_or(0)
    }
}

impl Section {
    /// Header and the one row side by side become two columns.
    fn turn(&mut self) {
        if let ([row], false) = (&self.rows[..], self.headers.is_empty()) {
            self.rows = self
                .headers
                .iter()
                .zip(row)
                .map(|(header, cell)| vec![header.clone(), cell.clone()])
                .collect();
            self.headers.clear();
        }
    }

    fn header_row(&self) -> Option<&Vec<String>> {
        (!self.headers.is_empty()).then_some(&self.headers)
    }

    /// Width of each column with its padding.
    fn columns(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = Vec::new();
        for row in self.rows.iter().chain([&self.headers]) {
            for (index, cell) in row.iter().enumerate() {
                let length = cell.chars().count() + PADDING;
                match widths.get_mut(index) {
                    Some(width) => *width = length.max(*width),
                    None => widths.push(length),
                }
            }
        }
        widths
    }

    fn width(&self) -> usize {
        let title = self.title.as_ref().map_or(0, |title| title.chars().count());
        title.max(self.columns().iter().sum()) + 2 + 2 * self.indent
    }

    /// The columns stretched in proportion to fill the table.
    fn stretched(&self, width: usize) -> Vec<usize> {
        let mut columns = self.columns();
        let total: usize = columns.iter().sum();
        if total == 0 {
            return columns;
        }
        for column in &mut columns {
            // Rounded half to even, as the client's own arithmetic does.
            let (whole, rest) = (*column * width / total, *column * width % total);
            let up = rest * 2 > total || rest * 2 == total && whole % 2 == 1;
            *column = whole + usize::from(up);
        }
        let mut sum: usize = columns.iter().sum();
        while sum != width {
            let count = columns.len();
            for index in 0..count {
                if sum > width {
                    columns[index] -= 1;
                    sum -= 1;
                } else if sum < width {
                    columns[count - 1 - index] += 1;
                    sum += 1;
                }
            }
        }
        columns
    }

    /// Draws the section; nested ones stand between further edges at each side.
    fn render(&self, width: usize, text: &mut String) {
        let edge = "|".repeat(self.indent);
        let width = width.saturating_sub(2 * self.indent);
        let mut put = |line: &str| text.push_str(&format!("{edge}{line}{edge}\n"));
        if let Some(title) = &self.title {
            put(&centred(title, width, "|"));
            if self.headers.is_empty() && self.rows.is_empty() {
                put(&format!("+{}+", "-".repeat(width.saturating_sub(2))));
            }
        }
        let columns = self.stretched(width);
        let border = border(&columns);
        if !self.headers.is_empty() {
            put(&border);
            put(&cells(&self.headers, &columns, centred));
        }
        if self.rows.is_empty() {
            return;
        }
        put(&border);
        for row in &self.rows {
            put(&cells(row, &columns, aligned));
        }
        put(&border);
    }
}

fn border(columns: &[usize]) -> String {
    let mut line = String::new();
    for width in columns {
        let left = if line.is_empty() { "+" } else { "" };
        line.push_str(&format!(
            "{left}{}+",
            "-".repeat(width.saturating_sub(1 + left.len()))
        ));
    }
    line
}

/// Cells side by side: the first has both edges, the others their right one.
fn cells(row: &[String], columns: &[usize], draw: fn(&str, usize, &str) -> String) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(columns) {
        let left = if line.is_empty() { "|" } else { "" };
        line.push_str(&draw(cell, *width, left));
    }
    line
}

fn centred(text: &str, width: usize, left: &str) -> String {
    let length = text.chars().count();
    let before = (width / 2).saturating_sub(length / 2 + 1);
    let after = width.saturating_sub(left.len() + before + length + 1);
    format!("{left}{}{text}{}|", " ".repeat(before), " ".repeat(after))
}

fn aligned(text: &str, width: usize, left: &str) -> String {
    let length = text.chars().count();
    let padding = if width >= left.len() + 1 + length + 2 {
        2
    } else {
        0
    };
    let after = width.saturating_sub(left.len() + padding + length + 1);
    format!("{left}{}{text}{}|", " ".repeat(padding), " ".repeat(after))
}
