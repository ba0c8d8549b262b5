use super::Terminal;

#[test]
fn variables_quotes_and_substitution() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("A='one  two'; echo $A \"$A\" ${A}x '$A' \\$A"),
        "one two one  two one twox $A $A\n"
    );
    assert_eq!(
        terminal.out("B=$(echo x; echo y); echo \"$B\" $(echo $(echo z))"),
        "x\ny z\n"
    );
    assert_eq!(
        terminal.out("false || echo no; false && echo never; true && echo yes"),
        "no\nyes\n"
    );
    assert_eq!(terminal.type_in("false").exit_code, 1);
    assert_eq!(terminal.out("echo $?"), "1\n");
}

#[test]
fn redirections_and_pipes() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("echo a > f; echo b >> f; cat f; cat < f | wc -l"),
        "a\nb\n2\n"
    );
    assert_eq!(
        terminal.out("cat nope 2> e; cat e > g 2>&1; head -1 g"),
        "cat: nope: No such file or directory\n"
    );
    assert_eq!(
        terminal.err("cat < certificate-goes-here"),
        (
            "bash: certificate-goes-here: No such file or directory\n".to_owned(),
            1
        )
    );
    assert_eq!(terminal.out("ls; mv f h; rm g e; ls"), "e\nf\ng\nh\n");
    assert_eq!(
        terminal.out("printf 'hi' | base64; printf aGk= | base64 -d"),
        "aGk=\nhi"
    );
}

#[test]
fn lines_go_on_after_a_backslash_or_an_open_quote() {
    let mut terminal = Terminal::new();
    assert_eq!(terminal.type_in("echo one \\").prompt, "> ");
    let reply = terminal.type_in("  two");
    assert_eq!(
        (reply.stdout.as_str(), reply.prompt.as_str()),
        ("one two\n", "[ec2-user@client ~]$ ")
    );
    assert_eq!(terminal.out("echo 'a\nb'"), "a\nb\n");
    terminal.type_in("echo 'open");
    terminal.shell.interrupt();
    assert_eq!(terminal.out("echo $?"), "130\n");
}

#[test]
fn unknown_commands_and_syntax_errors_are_those_of_bash() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.err("frobnicate"),
        ("bash: frobnicate: command not found\n".to_owned(), 127)
    );
    assert_eq!(
        terminal.err("echo <a>"),
        (
            "bash: syntax error near unexpected token `newline'\n".to_owned(),
            2
        )
    );
}

#[test]
fn secrets_can_be_read_unseen() {
    let mut terminal = Terminal::new();
    let reply = terminal.type_in("read -s -p 'Password: ' KMSUSER_PASSWORD");
    assert_eq!((reply.prompt.as_str(), reply.hidden), ("Password: ", true));
    assert!(!terminal.type_in("kmsPswd").hidden);
    assert_eq!(terminal.out("echo $KMSUSER_PASSWORD"), "kmsPswd\n");
}

#[test]
fn directories_are_where_files_are() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("mkdir certs && cd certs && pwd && echo x > a && cat ~/certs/a && cd - && ls"),
        "/home/ec2-user/certs\nx\ncerts\n"
    );
    assert_eq!(
        terminal.err("cd nowhere"),
        (
            "bash: cd: nowhere: No such file or directory\n".to_owned(),
            1
        )
    );
}
