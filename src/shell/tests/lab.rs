//! The playground's own command.

use super::Terminal;

#[test]
fn wrong_arguments_are_named() {
    for (line, part) in [
        ("lab frobnicate", "`frobnicate`"),
        ("lab advance soon", "`soon` is no span of time"),
        ("lab scenario nowhere", "there are empty, network, "),
        ("lab region mars-1", "us-east-1"),
        (
            "lab client attach subnet-1",
            "there is no subnet `subnet-1`",
        ),
        ("lab inject gremlins", "`gremlins`"),
        ("lab inject hsm-degraded", "say what it strikes"),
        ("lab inject hsm-degraded hsm-1", "`hsm-1` is no target"),
        ("lab deny everything", "`everything` is no action"),
        ("lab quota clusters many", "usage: lab quota"),
        ("lab sign nothing.csr", "there is no file `nothing.csr`"),
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
