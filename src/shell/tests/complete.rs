use super::Terminal;

/// What Tab makes of a line, and what a second Tab lists.
fn completed(terminal: &Terminal, line: &str) -> (String, Vec<String>) {
    let completion = terminal
        .shell
        .complete(&terminal.playground, line, line.len());
    let line = match completion.insertion() {
        Some(insertion) => format!("{}{insertion}", &line[..completion.start]),
        None => line.to_owned(),
    };
    (line, completion.words)
}

#[test]
fn commands_options_values_and_files_are_completed() {
    let mut terminal = Terminal::new();
    terminal.out("lab scenario store-disconnected; mkdir certs; touch certs/a.crt certs/b.crt");
    let store = terminal
        .out("aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text")
        .trim()
        .to_owned();
    for (line, becomes) in [
        ("opens", "openssl "),
        ("sudo opens", "sudo openssl "),
        ("A=1 opens", "A=1 openssl "),
        ("openssl gen", "openssl genrsa "),
        ("openssl x509 -CAcr", "openssl x509 -CAcreateserial "),
        ("openssl x509 -in custo", "openssl x509 -in customerCA."),
        ("aws kms create-cus", "aws kms create-custom-key-store "),
        (
            "aws --region us-east-1 kms create-cus",
            "aws --region us-east-1 kms create-custom-key-store ",
        ),
        (
            "aws kms create-custom-key-store --trust",
            "aws kms create-custom-key-store --trust-anchor-certificate ",
        ),
        (
            "aws kms create-custom-key-store --trust-anchor-certificate f",
            "aws kms create-custom-key-store --trust-anchor-certificate file://",
        ),
        (
            "aws kms create-key --origin AWS_C",
            "aws kms create-key --origin AWS_CLOUDHSM ",
        ),
        (
            "aws kms list-keys --output ta",
            "aws kms list-keys --output table ",
        ),
        (
            "X=$(aws kms describe-cu",
            "X=$(aws kms describe-custom-key-stores ",
        ),
        ("echo a | gre", "echo a | grep "),
        ("cat cer", "cat certs/"),
        ("cat certs/a", "cat certs/a.crt "),
        ("cat file://certs/a", "cat file://certs/a.crt "),
        ("cat < certs/a", "cat < certs/a.crt "),
        ("echo x > certs/b", "echo x > certs/b.crt "),
        ("cat ~/certs/b", "cat ~/certs/b.crt "),
        ("ls /opt/cloud", "ls /opt/cloudhsm/"),
        ("cat \"certs/b", "cat \"certs/b.crt "),
        ("lab scen", "lab scenario "),
        ("lab scenario store-fa", "lab scenario store-failed "),
        ("echo $HO", "echo $HOME "),
        ("nothing-like-this", "nothing-like-this"),
    ] {
        assert_eq!(completed(&terminal, line).0, becomes, "{line}");
    }
    let line = "aws kms connect-custom-key-store --custom-key-store-id ";
    assert_eq!(
        completed(&terminal, line),
        (format!("{line}{store} "), vec![store])
    );
    let (line, words) = completed(&terminal, "cat certs/");
    assert_eq!(
        (line.as_str(), words),
        ("cat certs/", vec!["a.crt".to_owned(), "b.crt".to_owned()])
    );
    let (_, words) = completed(
        &terminal,
        "aws kms describe-custom-key-stores --custom-key-store-id x --",
    );
    assert!(
        words.contains(&"--query".to_owned())
            && !words.contains(&"--custom-key-store-id".to_owned())
    );
    // The cursor may stand before the end of the line.
    let completion = terminal
        .shell
        .complete(&terminal.playground, "ca certs/a.crt", 2);
    assert!(completion.words.contains(&"cat".to_owned()));
    // Nothing is offered for the answer to a prompt.
    terminal.type_in("read -s SECRET");
    assert_eq!(completed(&terminal, "c").1, Vec::<String>::new());
}

#[test]
fn no_line_upsets_completion() {
    let terminal = Terminal::new();
    let line = "a 'é\\ \"$x|(>aws kms --é lab openssl x509 -in é/../~/* file://é";
    for (at, _) in line.char_indices() {
        for cursor in 0..=line.len() {
            let completion = terminal
                .shell
                .complete(&terminal.playground, &line[at..], cursor);
            assert!(completion.start <= line.len());
            let _ = completion.insertion();
        }
    }
}
