//! The sources as tokens: all of every file but what is built for tests alone.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, File, ImplItem, Item};

/// A source file.
pub(crate) struct Source {
    /// Its path below `src`, such as `api/mod.rs`.
    pub(crate) name: String,
    /// The module that it is, such as `["api"]`.
    pub(crate) module: Vec<String>,
    /// Its tokens.
    pub(crate) tokens: TokenStream,
}

impl Source {
    /// The layer that it belongs to; the crate's root has none.
    pub(crate) fn layer(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }
}

/// Where the sources are.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file without what is built for tests alone.
pub(crate) fn sources() -> Vec<Source> {
    let (mut sources, mut tests) = (Vec::new(), Vec::new());
    for path in files(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        let module = module(&name);
        let source = read(&name, &text, module, &mut tests);
        sources.push(source);
    }
    sources.retain(|source| !tests.iter().any(|test| source.module.starts_with(test)));
    assert!(sources.len() > 100, "the sources were not found");
    sources
}

/// One file. The modules that are files of their own and built for tests alone are added to `tests`.
pub(crate) fn read(
    name: &str,
    text: &str,
    module: Vec<String>,
    tests: &mut Vec<Vec<String>>,
) -> Source {
    let tokens: TokenStream = text.parse().unwrap();
    let mut source = Source {
        name: name.to_owned(),
        module: module.clone(),
        tokens,
    };
    // Understanding a file takes long: only those with something to leave out need be.
    if text.contains("cfg(test)") {
        let mut file: File = syn::parse2(source.tokens).unwrap();
        WithoutTests { module, tests }.visit_file_mut(&mut file);
        source.tokens = file.into_token_stream();
    }
    source
}

/// `api/kms/mod.rs` is `["api", "kms"]`.
fn module(name: &str) -> Vec<String> {
    let mut module: Vec<String> = name
        .trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect();
    if module.last().is_some_and(|last| last == "mod") || matches!(name, "lib.rs" | "main.rs") {
        module.pop();
    }
    module
}

/// Takes the items away that are built for tests alone.
struct WithoutTests<'a> {
    module: Vec<String>,
    tests: &'a mut Vec<Vec<String>>,
}

impl WithoutTests<'_> {
    fn keep(&mut self, item: &Item) -> bool {
        let is_test = attributes(item).is_some_and(is_test);
        if let Item::Mod(inner) = item
            && is_test
            && inner.content.is_none()
        {
            let mut module = self.module.clone();
            module.push(inner.ident.to_string());
            self.tests.push(module);
        }
        !is_test
    }
}

impl VisitMut for WithoutTests<'_> {
    fn visit_file_mut(&mut self, file: &mut File) {
        file.items.retain(|item| self.keep(item));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, item: &mut syn::ItemMod) {
        self.module.push(item.ident.to_string());
        if let Some((_, items)) = &mut item.content {
            items.retain(|item| self.keep(item));
        }
        visit_mut::visit_item_mod_mut(self, item);
        self.module.pop();
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        item.items
            .retain(|item| !matches!(item, ImplItem::Fn(inner) if is_test(&inner.attrs)));
        visit_mut::visit_item_impl_mut(self, item);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block
            .stmts
            .retain(|statement| !matches!(statement, syn::Stmt::Item(item) if !self.keep(item)));
        visit_mut::visit_block_mut(self, block);
    }
}

fn attributes(item: &Item) -> Option<&[Attribute]> {
    Some(match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return None,
    })
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}

/// Whether a token is that punctuation.
pub(crate) fn is(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// The word that a token is.
pub(crate) fn word(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

/// What stands between delimiters of that kind.
pub(crate) fn within(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<TokenStream> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}
