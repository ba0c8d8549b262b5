//! The playground's own command.

use super::Terminal;

#[test]
fn wrong_arguments_are_named() {
    for (line, part) in [
        ("lab frobnicate", "`frobnicate`"),
        ("lab advance soon", "`soon` is not a valid duration"),
        ("lab scenario nowhere", "Use one of: empty, network, "),
        ("lab region mars-1", "us-east-1"),
        (
            "lab client attach subnet-1",
            "there is no subnet `subnet-1`",
        ),
        ("lab inject gremlins", "`gremlins`"),
        ("lab inject hsm-degraded", "name the target"),
        ("lab inject hsm-degraded hsm-1", "`hsm-1` is not a target"),
        ("lab deny everything", "`everything` is not an action"),
        ("lab quota clusters many", "usage: lab quota"),
        ("lab sign nothing.csr", "there is no file `nothing.csr`"),
        ("lab help frobnicate", "`frobnicate`"),
        ("lab inject hsm-full cluster-1", "usage: lab inject"),
        ("lab inject hsm-full --of", "usage: lab inject"),
        (
            "lab inject throttle Encrypt=many",
            "is not an operation of AWS KMS with a documented rate",
        ),
        (
            "lab inject throttle DescribeClusters",
            "is not an operation of AWS KMS with a documented rate",
        ),
        (
            "lab client attach subnet-1 sg-1",
            "usage: lab client [show] or lab client attach",
        ),
    ] {
        let (error, code) = Terminal::new().err(line);
        assert_eq!(code, 2, "{line}");
        assert!(error.contains(part), "{line}: {error}");
    }
}

#[test]
fn the_last_refusal_is_explained_and_cured() {
    let mut terminal = Terminal::new();
    terminal.out("lab deny kms:DescribeCustomKeyStores");
    assert_eq!(terminal.err("aws kms describe-custom-key-stores").1, 254);
    let why = terminal.out("lab why");
    assert!(
        why.contains("request.denied") && why.contains("lab allow kms:DescribeCustomKeyStores"),
        "{why}"
    );
    assert_eq!(
        terminal.out("lab fix"),
        "[ec2-user@client ~]$ lab allow kms:DescribeCustomKeyStores\n"
    );
    terminal.out("aws kms describe-custom-key-stores");
}

#[test]
fn time_passes_and_is_taken_back() {
    let mut terminal = Terminal::new();
    assert_eq!(terminal.out("lab now"), "2026-01-01T00:00:00Z\n");
    terminal.out("lab advance 20m");
    assert_eq!(
        terminal.out("lab now; lab undo; lab now; lab redo; lab now"),
        "2026-01-01T00:20:00Z\n2026-01-01T00:00:00Z\n2026-01-01T00:20:00Z\n"
    );
}

#[test]
fn a_session_moves_to_another_region() {
    let mut terminal = Terminal::new();
    terminal.out("echo x > here; lab region eu-west-1");
    assert_eq!(terminal.out("ls; aws ec2 describe-availability-zones --query 'AvailabilityZones[0].RegionName' --output text"), "eu-west-1\n");
}

#[test]
fn every_command_says_what_it_does_and_how_it_is_typed() {
    let mut terminal = Terminal::new();
    let all = terminal.out("lab help");
    assert_eq!(terminal.out("lab"), all);
    assert_eq!(terminal.out("help lab"), all);
    assert!(terminal.out("help").ends_with(&all));
    for entry in crate::text::lab::ENTRIES {
        let word = entry.word;
        assert!(all.contains(&format!("  lab {}", entry.usage)), "{word}");
        let own = terminal.out(&format!("lab {word} help"));
        assert!(all.contains(own.lines().next().unwrap()), "{word}");
        if word != "help" {
            assert_eq!(terminal.out(&format!("lab help {word}")), own);
            assert_eq!(terminal.out(&format!("help lab {word}")), own);
            let (error, code) = terminal.err(&format!("lab {word} a b c d"));
            assert_eq!(code, 2, "{word}");
            assert!(error.contains("lab "), "{word}: {error}");
        }
        let reply = terminal.type_in(&format!("lab {word}"));
        assert!(!reply.stderr.contains("no command"), "{word}");
    }
}

#[test]
fn what_is_injected_is_listed() {
    let mut terminal = Terminal::new();
    assert_eq!(terminal.out("lab inject"), "");
    terminal.out("lab inject hsm-full; lab inject throttle ListKeys; lab inject throttle createkey=3; lab inject internal-error cloudhsmv2");
    assert_eq!(
        terminal.out("lab inject"),
        "internal-error cloudhsmv2\nhsm-full\nthrottle ListKeys=500\nthrottle CreateKey=3\n"
    );
    terminal.out("lab inject hsm-full --off; lab inject --off 2> /dev/null; lab inject throttle ListKeys --off; lab inject throttle CreateKey --off; lab inject internal-error --off cloudhsmv2");
    assert_eq!(terminal.out("lab inject"), "");
}

#[test]
fn an_account_is_shared_as_a_link() {
    let mut terminal = Terminal::new();
    terminal.out("aws kms create-key; lab advance 20m");
    let printed = terminal.out("lab share");
    let link = printed.lines().next().unwrap();
    let there = crate::playground::Playground::from_share(link).unwrap();
    assert_eq!(there.account(), terminal.playground.account());
    assert_eq!(there.log(), terminal.playground.log());
    // One that is too large says so.
    terminal
        .playground
        .run(crate::command::Command::Host {
            region: "us-east-1".to_owned(),
            action: crate::command::HostAction::WriteFile {
                path: "/tmp/large".to_owned(),
                text: (0..20_000_u64)
                    .map(|number| format!("{:x}", number.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
                    .collect(),
            },
        })
        .unwrap();
    let (error, code) = terminal.err("lab share");
    assert_eq!(code, 1);
    assert!(error.contains("lab export"), "{error}");
}
