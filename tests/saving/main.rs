//! Saving: what was acknowledged is there again, tabs end with the same account, and nothing that cannot be read is written over.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod shelf;
mod tabs;

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use keystore_playground::playground::{Committed, Known, Options, Pace, Playground, Shelf};
use keystore_playground::ports::{MemoryRows, Rows, Write};
use keystore_playground::shell::Shell;

/// The storage in memory answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the storage in memory keeps waiting"),
    }
}

/// A tab that has a sandbox open, as the page keeps it.
struct Tab {
    shelf: Shelf,
    known: Known,
    playground: Playground,
    shell: Shell,
    conflicts: usize,
}

impl Tab {
    fn create(rows: &MemoryRows) -> Self {
        let shelf = Shelf::new(Rc::new(rows.clone()));
        let mut playground = Playground::new(Options {
            pace: Pace::Running,
            ..Options::default()
        });
        let known = now(shelf.create("one", "First", 1_000, playground.change())).unwrap();
        playground.settled_in();
        Self::with(shelf, known, playground)
    }

    fn open(rows: &MemoryRows) -> Self {
        let shelf = Shelf::new(Rc::new(rows.clone()));
        let (known, playground) = now(shelf.open("one")).unwrap();
        Self::with(shelf, known, playground)
    }

    fn with(shelf: Shelf, known: Known, playground: Playground) -> Self {
        let shell = playground.shell();
        Self {
            shelf,
            known,
            playground,
            shell,
            conflicts: 0,
        }
    }

    /// Runs a line until its outcome is kept, and answers what it printed.
    fn line(&mut self, line: &str) -> String {
        self.playground.mark();
        loop {
            let before = self.shell.clone();
            let reply = self.shell.run(&mut self.playground, line);
            if self.commit() {
                return reply.stdout + &reply.stderr;
            }
            self.shell = before;
        }
    }

    /// Commits what has changed; answers whether it was kept, and otherwise takes over what others wrote.
    fn commit(&mut self) -> bool {
        if !self.known.differs(&self.playground) {
            return true;
        }
        let change = self.playground.change();
        match now(self.shelf.commit(&self.known, change, 2_000)).unwrap() {
            Committed::Done(known) => {
                self.known = *known;
                self.playground.settled_in();
                true
            }
            Committed::Behind => {
                self.conflicts += 1;
                self.follow();
                false
            }
        }
    }

    fn follow(&mut self) {
        let from = self.playground.kept();
        let (known, log) = now(self.shelf.since(&self.known, from)).unwrap();
        if self.playground.follow(log).unwrap() {
            self.known = known;
        } else {
            (self.known, self.playground) = now(self.shelf.open("one")).unwrap();
        }
    }
}

const ROAD: &str = include_str!("../golden/road.txt");

fn put(rows: &MemoryRows, key: &str, text: &str) {
    assert!(now(rows.write(None, vec![Write::Put(key.to_owned(), text.to_owned())])).unwrap());
}

fn sandbox_row(rows: &MemoryRows) -> String {
    let range = "sandbox/one".to_owned().."sandbox/one0".to_owned();
    now(rows.read(vec![range])).unwrap()[0][0].1.clone()
}
