//! What is asked, and what is random.

use super::*;

#[test]
fn pass_phrases_are_asked_for_unseen_and_are_logged_nowhere() {
    let mut both = Both::new("phrases");
    both.terminal
        .playground
        .remember(memo().lock().unwrap().clone());
    let terminal = &mut both.terminal;
    let reply = terminal.type_in("openssl genrsa -aes256 -out ca.key 2048 && echo made; echo done");
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden, reply.stdout.as_str()),
        ("Enter PEM pass phrase:", true, "")
    );
    let reply = terminal.type_in("TopSecret");
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden),
        ("Verifying - Enter PEM pass phrase:", true)
    );
    let reply = terminal.type_in("TopSecret");
    assert_eq!(
        (
            reply.prompt.as_str(),
            reply.stdout.as_str(),
            reply.exit_code
        ),
        ("[ec2-user@client ~]$ ", "made\ndone\n", 0)
    );
    assert!(
        terminal
            .out("cat ca.key")
            .starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    );

    terminal.type_in("openssl genrsa -aes256 -out b.key");
    let reply = terminal.type_in("abc");
    assert!(
        reply
            .stderr
            .contains("You must type in 4 to 1024 characters"),
        "{reply:?}"
    );
    assert_eq!(reply.exit_code, 1);
    terminal.type_in("openssl genrsa -aes256 -out b.key");
    terminal.type_in("ab_d");
    let reply = terminal.type_in("ab_e");
    assert!(reply.stderr.starts_with("Verify failure\n"), "{reply:?}");
    // It was opened before the pass phrase was asked for.
    assert_eq!(terminal.out("cat b.key"), "");

    let reply = terminal.type_in("openssl req -new -x509 -days 3652 -key ca.key -out ca.crt");
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden),
        ("Enter pass phrase for ca.key:", true)
    );
    let reply = terminal.type_in("wrong");
    assert!(
        reply
            .stderr
            .starts_with("Could not read private key from ca.key\n")
            && reply.stderr.contains("bad decrypt"),
        "{reply:?}"
    );
    assert_eq!(reply.exit_code, 1);
    terminal.type_in("openssl req -new -x509 -days 3652 -key ca.key -out ca.crt");
    let reply = terminal.type_in("TopSecret");
    assert!(
        reply
            .stderr
            .starts_with("You are about to be asked to enter"),
        "{reply:?}"
    );
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden),
        ("Country Name (2 letter code) [AU]:", false)
    );
    let reply = terminal.type_in("USA");
    assert_eq!(
        (reply.stderr.as_str(), reply.prompt.as_str()),
        (
            "String too long, must be at most 2 bytes long\n",
            "Country Name (2 letter code) [AU]:"
        )
    );
    for (answer, prompt) in [
        ("US", "State or Province Name (full name) [Some-State]:"),
        (".", "Locality Name (eg, city) []:"),
        (
            "Seattle",
            "Organization Name (eg, company) [Internet Widgits Pty Ltd]:",
        ),
        ("", "Organizational Unit Name (eg, section) []:"),
        ("", "Common Name (e.g. server FQDN or YOUR name) []:"),
        ("customerCA", "Email Address []:"),
    ] {
        assert_eq!(terminal.type_in(answer).prompt, prompt);
    }
    assert_eq!(terminal.type_in("").exit_code, 0);
    assert_eq!(
        terminal.out("openssl x509 -in ca.crt -noout -subject"),
        "subject=C = US, L = Seattle, O = Internet Widgits Pty Ltd, CN = customerCA\n"
    );
    // The real program opens the key and finds that it made the certificate.
    both.hand_over();
    let (out, ..) = both.real("openssl rsa -in ca.key -passin pass:TopSecret -noout -modulus; openssl x509 -in ca.crt -noout -modulus; openssl verify -CAfile ca.crt ca.crt");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!((lines[0], lines[2]), (lines[1], "ca.crt: OK"), "{out}");
    // And ours opens what the real program closed.
    both.real("openssl rsa -in ca.key -passin pass:TopSecret -aes256 -passout pass:Another1 -out theirs.key");
    let theirs = fs::read_to_string(both.folder.join("theirs.key")).unwrap();
    both.file("theirs.key", &theirs);
    both.file("phrase", "Another1\nsecond line\n");
    for source in ["pass:Another1", "file:phrase", "stdin", "env:PHRASE"] {
        let line = format!(
            "PHRASE=Another1 openssl rsa -in theirs.key -passin {source} -noout -check < phrase"
        );
        assert_eq!(both.ours(&line), both.real(&line), "{line}");
    }
    both.same(&["openssl rsa -in theirs.key -passin pass:wrong -noout"]);

    let export = both.terminal.playground.export();
    for secret in ["TopSecret", "ab_e", "pass:Another1"] {
        assert!(!export.contains(secret), "{secret} is in the log");
    }
    memo()
        .lock()
        .unwrap()
        .absorb(both.terminal.playground.memo().clone());
}

#[test]
fn what_is_random_is_drawn_again_each_time_and_comes_back_on_replay() {
    let mut terminal = Terminal::new();
    terminal.playground.remember(memo().lock().unwrap().clone());
    let first = terminal.out("openssl genrsa");
    assert_ne!(first, terminal.out("openssl genrsa"));
    terminal.out("lab undo; lab undo");
    assert_eq!(first, terminal.out("openssl genrsa"));
    terminal
        .out("openssl genrsa -out a.key 1024; openssl rsa -in a.key -noout -modulus 2> /dev/null");
    let files = terminal.playground.account().clone();
    let copy = Playground::import(&terminal.playground.export()).unwrap();
    assert!(files == *copy.account());
    memo()
        .lock()
        .unwrap()
        .absorb(terminal.playground.memo().clone());
}

#[test]
fn output_of_a_program_that_asks_goes_where_it_was_sent() {
    let mut terminal = Terminal::new();
    terminal.playground.remember(memo().lock().unwrap().clone());
    terminal.type_in("openssl genrsa -aes256 2048 > ca.key && cat ca.key | head -1");
    terminal.type_in("secret");
    assert_eq!(
        terminal.type_in("secret").stdout,
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    );
    let reply = terminal.type_in("A=$(openssl rsa -in ca.key)");
    assert!(
        reply.stderr.contains("Run it on a line of its own") && reply.exit_code != 0,
        "{reply:?}"
    );
    // The pass phrase is asked at the terminal, whatever is piped in.
    let reply = terminal.type_in("cat ca.key | openssl rsa -noout -check");
    assert_eq!(reply.prompt, "Enter pass phrase for <stdin>:");
    assert_eq!(terminal.type_in("secret").stdout, "RSA key ok\n");
}
