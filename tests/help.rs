//! `help` of the `aws` command: every service and every operation has a page that says what it does, names each of its flags as the
//! client takes them, marks those that are required, and leads to the whole text.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use keystore_playground::api::{self, Operation, Service};
use keystore_playground::playground::{Options, Playground};
use keystore_playground::shell::{Reply, Shell};

struct Terminal {
    playground: Playground,
    shell: Shell,
}

impl Terminal {
    fn new() -> Self {
        let playground = Playground::new(Options::default());
        let shell = playground.shell();
        Self { playground, shell }
    }

    fn run(&mut self, line: &str) -> Reply {
        self.shell.run(&mut self.playground, line)
    }

    fn help(&mut self, line: &str) -> Page {
        let reply = self.run(line);
        assert_eq!((reply.exit_code, reply.stderr.as_str()), (0, ""), "{line}");
        let page = Page(reply.stdout);
        for text in page.0.lines() {
            let short = text.chars().count() <= 79 || !text.trim_start().contains(' ');
            assert!(short || text.contains('|'), "{line}: {text}");
        }
        page
    }
}

struct Page(String);

impl Page {
    /// The lines below a heading.
    fn section(&self, title: &str) -> Vec<&str> {
        let lines: Vec<&str> = self
            .0
            .lines()
            .skip_while(|line| *line != title)
            .skip(1)
            .take_while(|line| line.is_empty() || line.starts_with(' '))
            .filter(|line| !line.is_empty())
            .collect();
        assert!(!lines.is_empty(), "no {title} in\n{}", self.0);
        lines
    }

    /// The parameters of the synopsis: their flags, and whether they may be left away.
    fn parameters(&self) -> Vec<(Vec<String>, bool)> {
        let lines = self.section("SYNOPSIS");
        let lines = lines.iter().filter(|line| line.contains("--"));
        lines
            .map(|line| {
                let line = line.trim();
                let optional = line.starts_with('[') && line.ends_with(']');
                let words = line.trim_matches(['[', ']']).split([' ', '|']);
                let flags = words.filter(|word| word.starts_with("--"));
                (flags.map(str::to_owned).collect(), optional)
            })
            .collect()
    }

    /// The options that are marked as required.
    fn required(&self) -> Vec<String> {
        let lines = self.section("OPTIONS");
        let marked = lines.iter().filter(|line| line.ends_with(" [required]"));
        marked
            .map(|line| line.split_whitespace().next().unwrap().to_owned())
            .collect()
    }
}

/// The name of a flag or a member without what only spells it.
fn plain(name: &str) -> String {
    name.replace('-', "").to_lowercase()
}

/// The words of a service's page that name its operations.
fn subcommands(terminal: &mut Terminal, service: Service) -> Vec<String> {
    let page = terminal.help(&format!("aws {} help", service.word()));
    let lines = page.section("SUBCOMMANDS");
    let named = lines
        .iter()
        .filter(|line| line.starts_with("    ") && !line.starts_with("     "));
    let words = named.map(|line| line.split_whitespace().next().unwrap());
    words
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect()
}

/// Every operation with the words that call it.
fn operations(terminal: &mut Terminal) -> Vec<(&'static Operation, String)> {
    let mut found = Vec::new();
    for service in Service::ALL {
        let words = subcommands(terminal, service);
        let own = api::operations().filter(|operation| operation.service == service);
        for operation in own {
            let word = words
                .iter()
                .find(|word| plain(word) == plain(operation.name));
            let word = word.unwrap_or_else(|| panic!("{} is not listed", operation.key()));
            found.push((operation, format!("aws {} {word}", service.word())));
        }
    }
    found
}

#[test]
fn the_services_are_listed_with_options_variables_and_exit_codes() {
    let mut terminal = Terminal::new();
    let page = terminal.help("aws help");
    let commands = page.section("COMMANDS").join("\n");
    for service in Service::ALL {
        assert!(commands.contains(&format!("    {} ", service.word())));
    }
    for option in page.section("OPTIONS") {
        let name = option.split_whitespace().next().unwrap();
        if name.starts_with("--") {
            let reply = terminal.run(&format!("aws {name} x kms list-keys"));
            assert!(!reply.stderr.contains("Unknown options"), "{name}");
        }
    }
    for code in ["0 ", "130 ", "252 ", "253 ", "254 ", "255 "] {
        let exits = page.section("EXIT CODES").join("\n");
        assert!(exits.contains(&format!("    {code}")), "{code}");
    }
    assert!(page.section("SEE ALSO")[0].contains("https://docs.aws.amazon.com/cli/"));
}

#[test]
fn every_operation_is_described_as_it_is_called() {
    let mut terminal = Terminal::new();
    for (operation, command) in operations(&mut terminal) {
        let page = terminal.help(&format!("{command} help"));
        let name = page.section("NAME").join(" ");
        let (named, summary) = name.trim().split_once(" - ").unwrap();
        assert_eq!(named, command);
        assert!(summary.len() > 10, "{command} - {summary}");
        assert!(page.section("SYNOPSIS")[0].ends_with(&command));

        // Each member of the request stands in the synopsis, in brackets where it may be left away.
        let parameters = page.parameters();
        for member in operation.input {
            let flag = parameters
                .iter()
                .find(|(flags, _)| plain(&flags[0]) == plain(member.name));
            let (_, optional) =
                flag.unwrap_or_else(|| panic!("{command}: {} is missing", member.name));
            assert_eq!(*optional, !member.required, "{command}: {}", member.name);
        }
        let options = page.section("OPTIONS");
        for (flags, _) in &parameters {
            let described = options
                .iter()
                .filter(|line| line.split_whitespace().next() == Some(&flags[0]));
            assert_eq!(described.count(), 1, "{command}: {}", flags[0]);
            // The client knows every flag that the page names.
            for flag in flags {
                let reply = terminal.run(&format!("{command} {flag}"));
                assert!(
                    !reply.stderr.contains("Unknown options"),
                    "{command} {flag}"
                );
            }
        }
        let output = page.section("OUTPUT");
        assert_eq!(output[0].contains(" -> ("), !operation.output.is_empty());
        let links = page.section("SEE ALSO").join("\n");
        let word = command.rsplit(' ').next().unwrap();
        assert!(links.contains(&format!("/{}/{word}.html", operation.service.word())));
        assert!(links.contains(&format!("/APIReference/API_{}.html", operation.name)));
    }
}

#[test]
fn what_is_required_is_asked_for_in_the_order_of_the_page() {
    let mut terminal = Terminal::new();
    let mut seen = 0;
    for (operation, command) in operations(&mut terminal) {
        let required = terminal.help(&format!("{command} help")).required();
        assert_eq!(
            required.len(),
            operation
                .input
                .iter()
                .filter(|member| member.required)
                .count(),
            "{command}"
        );
        if required.is_empty() {
            continue;
        }
        seen += 1;
        let reply = terminal.run(&command);
        let text = format!(
            "\naws: [ERROR]: An error occurred (ParamValidation): the following arguments are required: {}\n\nusage: ",
            required.join(", ")
        );
        assert!(reply.stderr.starts_with(&text), "{command}: {reply:?}");
        assert_eq!(reply.exit_code, 252);
    }
    assert!(seen > 60, "{seen}");
}

/// A name without the letter in its middle.
fn mistyped(name: &str) -> String {
    let middle = name.len() / 2;
    format!("{}{}", &name[..middle], &name[middle + 1..])
}

#[test]
fn a_mistyped_name_is_answered_with_the_right_one() {
    let mut terminal = Terminal::new();
    for (_, command) in operations(&mut terminal) {
        let (before, word) = command.rsplit_once(' ').unwrap();
        let reply = terminal.run(&format!("{before} {}", mistyped(word)));
        assert!(
            reply.stderr.contains(&format!("\n  * {word}\n")),
            "{reply:?}"
        );
        let page = terminal.help(&format!("{command} help"));
        for (flags, _) in page.parameters() {
            let name = &flags[0];
            let wrong = format!("--{}", mistyped(&name[2..]));
            let filled: String = page
                .required()
                .iter()
                .map(|flag| format!(" {flag} x"))
                .collect();
            let reply = terminal.run(&format!("{command}{filled} {wrong} x"));
            // The client takes the beginning of a flag for the flag.
            if !reply.stderr.contains("Unknown options") {
                continue;
            }
            let refused = reply.refused.unwrap();
            let close = name.len() < 6 || refused.what.contains(name.as_str());
            assert!(close, "{command} {wrong}: {}", refused.what);
        }
    }
    for service in Service::ALL {
        let reply = terminal.run(&format!("aws {}x", service.word()));
        assert!(reply.stderr.contains(&format!("  * {}\n", service.word())));
    }
}

#[test]
fn waiters_say_what_they_ask_and_how_often() {
    let mut terminal = Terminal::new();
    let page = terminal.help("aws ec2 wait help");
    let waiters: Vec<String> = page
        .section("SUBCOMMANDS")
        .iter()
        .filter(|line| line.starts_with("    ") && !line.starts_with("     "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect();
    assert_eq!(waiters.len(), 7);
    for waiter in waiters {
        let page = terminal.help(&format!("aws ec2 wait {waiter} help"));
        let name = page.section("NAME").join(" ");
        let words: Vec<&str> = name.split_whitespace().collect();
        let name = words.join(" ");
        assert!(name.contains("Calls describe-"), "{name}");
        assert!(!page.parameters().is_empty(), "{waiter}");
        let link = format!("/ec2/wait/{waiter}.html");
        assert!(page.section("SEE ALSO")[0].ends_with(&link));
    }
}
