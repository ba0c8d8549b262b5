//! Evaluating a JMESPath expression: as the library does, but no further than a budget. An expression of a hundred characters can ask for
//! more than any memory holds.

use std::collections::BTreeMap;
use std::rc::Rc;

use jmespath::ast::Ast;
use jmespath::{Context, ErrorReason, JmespathError, Rcvar, RuntimeError, Variable};

use crate::shell::budget::TEXT;

/// Members that an evaluation looks at and makes, at the most.
const STEPS: usize = 2_000_000;
/// Bytes that a member of a result takes beside its text.
const MEMBER: usize = 16;

/// Why an evaluation has no result.
pub(super) enum Problem {
    /// A function refuses.
    Refused(JmespathError),
    /// It would be too much.
    TooMuch,
}

impl From<JmespathError> for Problem {
    fn from(error: JmespathError) -> Self {
        Self::Refused(error)
    }
}

type Found = Result<Rcvar, Problem>;

/// An evaluation.
pub(super) struct Evaluation<'a> {
    context: Context<'a>,
    left: usize,
}

impl<'a> Evaluation<'a> {
    /// Of an expression, given as it was typed.
    pub(super) fn new(expression: &'a str) -> Self {
        Self {
            context: Context::new(expression, &jmespath::DEFAULT_RUNTIME),
            left: STEPS,
        }
    }

    /// Members that it has looked at and made.
    pub(super) fn took(&self) -> usize {
        STEPS - self.left
    }

    fn spend(&mut self, steps: usize) -> Result<(), Problem> {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or_default();
        left.map(|_| ()).ok_or(Problem::TooMuch)
    }

    /// What a node makes of data.
    pub(super) fn of(&mut self, data: &Rcvar, node: &Ast) -> Found {
        self.spend(1)?;
        Ok(match node {
            Ast::Field { name, .. } => data.get_field(name),
            Ast::Subexpr { lhs, rhs, .. } => {
                let left = self.of(data, lhs)?;
                self.of(&left, rhs)?
            }
            Ast::Identity { .. } => Rc::clone(data),
            Ast::Literal { value, .. } => Rc::clone(value),
            Ast::Index { idx, .. } => match usize::try_from(*idx) {
                Ok(index) => data.get_index(index),
                Err(_) => data.get_negative_index(idx.unsigned_abs() as usize),
            },
            Ast::Or { lhs, rhs, .. } => match self.of(data, lhs)? {
                left if left.is_truthy() => left,
                _ => self.of(data, rhs)?,
            },
            Ast::And { lhs, rhs, .. } => match self.of(data, lhs)? {
                left if left.is_truthy() => self.of(data, rhs)?,
                left => left,
            },
            Ast::Not { node, .. } => {
                let truth = self.of(data, node)?.is_truthy();
                Rcvar::new(Variable::Bool(!truth))
            }
            Ast::Condition {
                predicate, then, ..
            } => match self.of(data, predicate)?.is_truthy() {
                true => self.of(data, then)?,
                false => null(),
            },
            Ast::Comparison {
                comparator,
                lhs,
                rhs,
                ..
            } => {
                let (left, right) = (self.of(data, lhs)?, self.of(data, rhs)?);
                let truth = left.compare(comparator, &right);
                truth.map_or_else(null, |truth| Rcvar::new(Variable::Bool(truth)))
            }
            Ast::ObjectValues { node, .. } => match &*self.of(data, node)? {
                Variable::Object(members) => array(members.values().cloned().collect()),
                _ => null(),
            },
            Ast::Projection { lhs, rhs, .. } => match self.of(data, lhs)?.as_array() {
                None => null(),
                Some(left) => {
                    let mut found = Vec::new();
                    for element in left {
                        let value = self.of(element, rhs)?;
                        if !value.is_null() {
                            found.push(value);
                        }
                    }
                    array(found)
                }
            },
            Ast::Flatten { node, .. } => match self.of(data, node)?.as_array() {
                None => null(),
                Some(elements) => {
                    let mut found = Vec::new();
                    for element in elements {
                        let inner = element.as_array().map_or(1, Vec::len);
                        self.spend(inner)?;
                        match element.as_array() {
                            Some(inner) => found.extend(inner.iter().cloned()),
                            None => found.push(Rc::clone(element)),
                        }
                    }
                    array(found)
                }
            },
            Ast::MultiList { .. } | Ast::MultiHash { .. } if data.is_null() => null(),
            Ast::MultiList { elements, .. } => {
                let mut found = Vec::new();
                for node in elements {
                    found.push(self.of(data, node)?);
                }
                self.weighed(array(found))?
            }
            Ast::MultiHash { elements, .. } => {
                let mut found = BTreeMap::new();
                for pair in elements {
                    found.insert(pair.key.clone(), self.of(data, &pair.value)?);
                }
                self.weighed(Rcvar::new(Variable::Object(found)))?
            }
            Ast::Function { name, args, offset } => self.function(data, name, args, *offset)?,
            Ast::Expref { ast, .. } => Rcvar::new(Variable::Expref((**ast).clone())),
            Ast::Slice {
                start,
                stop,
                step,
                offset,
            } => {
                if *step == 0 {
                    self.context.offset = *offset;
                    let reason = ErrorReason::Runtime(RuntimeError::InvalidSlice);
                    return Err(JmespathError::from_ctx(&self.context, reason).into());
                }
                data.slice(*start, *stop, *step).map_or_else(null, array)
            }
        })
    }

    fn function(&mut self, data: &Rcvar, name: &str, nodes: &[Ast], offset: usize) -> Found {
        let mut given = Vec::new();
        for node in nodes {
            given.push(self.of(data, node)?);
        }
        let mut applied = Vec::new();
        let expression = given.iter().find_map(|given| given.as_expref());
        let elements = given.iter().find_map(|given| given.as_array());
        if let (Some(expression), Some(elements)) = (expression, elements) {
            // The library applies it without a budget: it is known to stay within it then.
            for element in elements {
                applied.push(self.of(element, expression)?);
            }
            if name == "map" {
                return self.weighed(array(applied));
            }
        }
        let glue = given.first().and_then(|given| given.as_string());
        let parts = given.get(1).and_then(|given| given.as_array());
        let long = |(glue, parts): (&String, &Vec<Rcvar>)| glue.len() * parts.len() > TEXT;
        if name == "join" && glue.zip(parts).is_some_and(long) {
            return Err(Problem::TooMuch);
        }
        // The offset is that of the function.
        self.context.offset = offset;
        let Some(function) = self.context.runtime.get_function(name) else {
            let reason = ErrorReason::Runtime(RuntimeError::UnknownFunction(name.to_owned()));
            return Err(JmespathError::from_ctx(&self.context, reason).into());
        };
        let found = function.evaluate(&given, &mut self.context)?;
        self.weighed(found)
    }

    /// A value, unless it would be too long as a text: its parts may be the same many times over.
    fn weighed(&mut self, value: Rcvar) -> Found {
        self.weigh(&value, 0)?;
        Ok(value)
    }

    fn weigh(&mut self, value: &Variable, before: usize) -> Result<usize, Problem> {
        self.spend(1)?;
        let mut size = before + MEMBER;
        match value {
            Variable::String(text) => size += text.len(),
            Variable::Array(elements) => {
                for element in elements {
                    size = self.weigh(element, size)?;
                }
            }
            Variable::Object(members) => {
                for (name, member) in members {
                    size = self.weigh(member, size + name.len())?;
                }
            }
            Variable::Null | Variable::Bool(_) | Variable::Number(_) | Variable::Expref(_) => {}
        }
        if size > 2 * TEXT {
            return Err(Problem::TooMuch);
        }
        Ok(size)
    }
}

fn null() -> Rcvar {
    Rcvar::new(Variable::Null)
}

fn array(elements: Vec<Rcvar>) -> Rcvar {
    Rcvar::new(Variable::Array(elements))
}
