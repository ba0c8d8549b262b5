//! Transcripts of the HSM tools, driven through a terminal.

mod broken;
mod builder;
mod network;
mod repair;
mod rigged;
mod seed;
mod users;

const START: &str = "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg";
