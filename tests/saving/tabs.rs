//! What is kept, and what other tabs make of it.

use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::ports::MemoryRows;

use super::{ROAD, Tab};

#[test]
fn what_was_acknowledged_is_there_again() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    for line in ROAD.lines() {
        tab.line(line);
        tab.playground.tick(90_000).unwrap();
    }
    let mut again = Tab::open(&rows);
    assert_eq!(again.playground.log(), tab.playground.log());
    // Time that passed after the last command was not kept.
    again.playground.run_clock_to(tab.playground.now()).unwrap();
    assert_eq!(again.playground.account(), tab.playground.account());
    assert_eq!(again.playground.export(), tab.playground.export());
}

#[test]
fn two_tabs_end_with_the_same_account_and_all_commands() {
    let rows = MemoryRows::default();
    let mut tabs = [Tab::create(&rows), Tab::open(&rows)];
    for number in 0..100 {
        for (index, tab) in tabs.iter_mut().enumerate() {
            let made = tab.line(&format!(
                "aws kms create-key --description tab{index}-{number} --query KeyMetadata.Description --output text"
            ));
            assert_eq!(made, format!("tab{index}-{number}\n"));
            // One clock is always ahead of the other.
            tab.playground.tick(1_000 * (index as i64 + 1)).unwrap();
        }
    }
    assert!(tabs[1].conflicts >= 100, "{}", tabs[1].conflicts);
    for tab in &mut tabs {
        tab.follow();
    }
    let fresh = Tab::open(&rows);
    assert_eq!(fresh.playground.log().len(), 200);
    for tab in &tabs {
        assert_eq!(tab.playground.log(), fresh.playground.log());
        assert_eq!(
            tab.playground.account().regions,
            fresh.playground.account().regions
        );
    }
    assert_eq!(
        fresh.playground.account().regions["us-east-1"].keys.len(),
        200
    );
    // The log replays to the same account without any storage.
    let replayed = Playground::import(&fresh.playground.export()).unwrap();
    assert_eq!(replayed.account(), fresh.playground.account());
}

#[test]
fn a_line_runs_again_with_the_shell_it_began_with() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("N=1");
    let mut other = Tab::open(&rows);
    other.line("aws kms create-key --description others");
    tab.line("N=${N}1 && aws kms create-key --description mine$N");
    assert_eq!(tab.conflicts, 1);
    assert_eq!(tab.line("echo $N"), "11\n");
    let descriptions = tab.line("aws kms describe-key --key-id $(aws kms list-keys --query 'Keys[1].KeyId' --output text) --query KeyMetadata.Description --output text");
    let other = tab.line("aws kms describe-key --key-id $(aws kms list-keys --query 'Keys[0].KeyId' --output text) --query KeyMetadata.Description --output text");
    let mut both = [descriptions.trim().to_owned(), other.trim().to_owned()];
    both.sort();
    assert_eq!(both, ["mine11", "others"]);
}

#[test]
fn undo_redo_and_a_new_branch_reach_the_other_tab() {
    let rows = MemoryRows::default();
    let mut one = Tab::create(&rows);
    for number in 0..3 {
        one.line(&format!("aws kms create-key --description {number}"));
    }
    let mut two = Tab::open(&rows);
    one.line("lab undo");
    two.follow();
    assert_eq!(
        (two.playground.log().len(), two.playground.undone()),
        (2, 1)
    );
    two.line("lab redo");
    one.follow();
    assert_eq!(
        (one.playground.log().len(), one.playground.undone()),
        (3, 0)
    );

    // An append after an undo deletes what redo could have brought back, here and in the other tab.
    one.line("lab undo");
    one.line("aws kms create-key --description instead");
    two.follow();
    assert_eq!(two.playground.log(), one.playground.log());
    assert_eq!(
        two.playground.account().regions,
        one.playground.account().regions
    );

    // Undo in one line with what follows, while the other tab was faster.
    two.line("aws kms create-key --description faster");
    one.line("lab undo && aws kms create-key --description after");
    assert_eq!(one.conflicts, 1);
    assert_eq!(one.playground.log().len(), 4);
    two.follow();
    assert_eq!(two.playground.log(), one.playground.log());
    let fresh = Tab::open(&rows);
    assert_eq!(fresh.playground.log(), one.playground.log());
    assert_eq!(fresh.playground.undone(), 0);

    // Starting over.
    one.line("lab reset");
    two.follow();
    assert!(two.playground.log().is_empty());
    two.line("aws kms create-key");
    one.line("aws kms create-key");
    assert_eq!(Tab::open(&rows).playground.log().len(), 2);
}

#[test]
fn another_account_in_its_place_reaches_the_other_tab() {
    let rows = MemoryRows::default();
    let mut one = Tab::create(&rows);
    one.line("aws kms create-key");
    let mut two = Tab::open(&rows);
    one.playground = Playground::new(Options {
        seed: 7,
        pace: Pace::Running,
        ..Options::default()
    });
    assert!(one.commit());
    two.line("aws kms create-key");
    assert_eq!(two.playground.options().seed, 7);
    assert_eq!(two.playground.log().len(), 1);
    one.follow();
    assert_eq!(
        one.playground.account().regions,
        two.playground.account().regions
    );
}

#[test]
fn a_command_writes_as_little_into_a_large_account_as_into_a_small_one() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    let cost = |tab: &mut Tab| {
        let before = rows.written();
        tab.line("aws kms create-key");
        rows.written() - before
    };
    // The first entry has no parent to name.
    cost(&mut tab);
    let small = cost(&mut tab);
    for _ in 0..600 {
        tab.line("aws kms create-key");
    }
    let large = cost(&mut tab);
    // Numbers may have more digits.
    assert!(large < small + 32, "{small} bytes, then {large}");
}

/// What a refused call left behind is nothing to see, so one undo passes over it.
#[test]
fn undo_passes_over_what_was_refused_and_redo_brings_all_of_it_back() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("aws kms describe-key --key-id none; aws kms enable-key --key-id none");
    assert_eq!(tab.playground.undoes(), None, "only refused calls");
    assert!(!tab.playground.undo().unwrap());
    tab.line("aws kms create-key");
    tab.line("aws kms enable-key --key-id none; aws kms enable-key --key-id none");
    let entries = tab.playground.log().len();
    assert_eq!(entries, 4);
    let account = tab.playground.account().clone();
    assert_eq!(tab.playground.undoes(), Some(1));
    tab.line("lab undo");
    assert_eq!(tab.playground.log().len(), 1);
    assert_eq!(tab.playground.redoes(), Some(1));
    tab.line("lab redo");
    assert_eq!(tab.playground.log().len(), entries);
    assert_eq!(tab.playground.account(), &account);
    assert_eq!(tab.playground.redoes(), None);
}
