//! In a real browser: the compiled core gives the same bytes there as on the host.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use keystore_playground::playground::{Committed, Options, Pace, Playground, Shelf};
use keystore_playground::ports::Problem;
use keystore_playground::sim::hex;
use keystore_playground::web::rows::BrowserRows;
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
async fn a_sandbox_survives_in_the_browsers_storage() {
    let rows = BrowserRows::open().await.unwrap();
    let shelf = Shelf::new(Rc::new(rows));
    let mut playground = Playground::new(Options::default());
    let known = shelf
        .create("browser-test", "Test", 0, playground.change())
        .await
        .unwrap();
    playground.settled_in();
    let mut shell = playground.shell();
    shell.run(&mut playground, "aws kms create-key");
    let change = playground.change();
    let kept = shelf.commit(&known, change.clone(), 1).await.unwrap();
    assert!(matches!(kept, Committed::Done(_)));
    // Who does not know of it may not write over it.
    let late = shelf.commit(&known, change, 2).await.unwrap();
    assert_eq!(late, Committed::Behind);
    let (_, again) = shelf.open("browser-test").await.unwrap();
    assert_eq!(again.account(), playground.account());
    shelf.delete("browser-test").await.unwrap();
    assert_eq!(shelf.open("browser-test").await.err(), Some(Problem::Gone));
}
