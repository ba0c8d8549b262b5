//! Keystore Playground.
