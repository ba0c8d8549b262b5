//! What `openssl` says in our words: where the simulated program lacks a feature of the real one.

/// The commands that there are.
pub fn help<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    format!(
        "These commands are simulated here. `openssl <command> -help` lists the options of a command.\n{} version\n",
        names.join(" ")
    )
}

/// The options of a command.
pub fn usage<'a>(command: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!(" -{name}\n")).collect();
    format!("Usage: {command} [options]\n{}", names.concat())
}

/// A command that the real program has.
#[must_use]
pub fn absent_command(command: &str) -> String {
    format!(
        "playground: `openssl {command}` is not simulated here. `openssl help` lists the simulated commands.\n"
    )
}

/// An option that the real program has.
#[must_use]
pub fn absent_option(command: &str, option: &str) -> String {
    format!("playground: the option -{option} of `openssl {command}` is not simulated here.\n")
}

/// An extension that the real program makes.
#[must_use]
pub fn absent_extension(name: &str) -> String {
    format!("playground: the extension {name} is not simulated here.\n")
}

/// A key that cannot be read here.
#[must_use]
pub fn other_key(name: &str) -> String {
    format!(
        "playground: {name} contains a private key of a kind that is not simulated here. Use an RSA key, not encrypted or encrypted with AES-256 by openssl 3.\n"
    )
}

/// A key whose numbers do not belong together.
#[must_use]
pub fn unsound_key(name: &str) -> String {
    format!(
        "playground: {name} contains an RSA key whose numbers do not belong together, so it cannot sign here. Check it with `openssl rsa -check`.\n"
    )
}

/// A length of an RSA key that is not made here.
#[must_use]
pub fn other_length(bits: usize) -> String {
    format!("playground: RSA keys of {bits} bits are not simulated here. Use 1024 to 4096 bits.\n")
}

/// Certificates are signed for requests only.
#[must_use]
pub fn only_requests(option: &str) -> String {
    format!(
        "playground: -{option} works here only for certificate requests. Add -req and give the request with -in.\n"
    )
}

/// A certificate that limits names or addresses in others, which is not checked here.
#[must_use]
pub fn limits(subject: &str) -> String {
    format!(
        "{subject}\nplayground: limits on the names or addresses in other certificates are not simulated here.\n"
    )
}

/// A signature that cannot be verified here.
#[must_use]
pub fn other_signature(subject: &str) -> String {
    format!(
        "{subject}\nplayground: this kind of signature is not simulated here. Use RSA with SHA-256, SHA-384 or SHA-512.\n"
    )
}
