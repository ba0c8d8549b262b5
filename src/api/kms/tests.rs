//! Keys against accounts that are filled by hand, and along the real road where bytes and replay matter.

mod backing;
mod crypto;
mod deletion;
mod making;
mod rig;
mod road;
