//! In a real browser: the compiled core gives the same bytes there as on the host.

#![cfg(target_arch = "wasm32")]

use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::ports::Storage;
use keystore_playground::sim::hex;
use keystore_playground::web::storage::BrowserStorage;
use sha2::Digest;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_same_seed_gives_the_same_bytes() {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    for line in include_str!("golden/road.txt").lines() {
        shell.run(&mut playground, line);
    }
    let digest = hex(&sha2::Sha256::digest(playground.export().as_bytes()));
    assert_eq!(digest, include_str!("golden/road.sha256").trim());
}

#[wasm_bindgen_test]
fn every_scenario_plays() {
    let mut playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    for (id, ..) in keystore_playground::playground::SCENARIOS {
        let reply = shell.run(&mut playground, &format!("lab scenario {id}"));
        assert_eq!(reply.exit_code, 0, "{id}: {}", reply.stderr);
    }
}

#[wasm_bindgen_test]
fn a_save_survives_the_browsers_storage() {
    let mut playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    shell.run(&mut playground, "aws kms create-key");
    assert!(BrowserStorage.save(&playground.export()));
    let (again, problem) = Playground::restore(&mut BrowserStorage, Options::default);
    assert_eq!(problem, None);
    assert_eq!(again.account(), playground.account());
}
