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
        terminal.err("terraform"),
        ("bash: terraform: command not found\n".to_owned(), 127)
    );
    // It may be a password that was typed too late.
    assert_eq!(
        terminal.err("frobnicate"),
        ("bash: ••••••: command not found\n".to_owned(), 127)
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

#[test]
fn loops_run_their_body_for_every_word() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("for a in 1 $(echo 2 3) 'x y'; do echo \"<$a>\"; done | head -3"),
        "<1>\n<2>\n<3>\n"
    );
    assert_eq!(
        terminal.out("for a in 1 2\ndo for b in x y; do echo $a$b; done\ndone > f; cat f"),
        "1x\n1y\n2x\n2y\n"
    );
    assert_eq!(terminal.type_in("for a in 1 2; do").prompt, "> ");
    assert_eq!(terminal.type_in("echo $a; done").stdout, "1\n2\n");
    assert_eq!(
        terminal.err("done"),
        (
            "bash: syntax error near unexpected token `done'\n".to_owned(),
            2
        )
    );
    // A loop that asks goes on when it was answered.
    terminal.type_in("for a in 1 2; do read -p $a: B; echo got $B; done; echo end");
    assert_eq!(terminal.type_in("x").stdout, "got x\n");
    assert_eq!(terminal.type_in("y").stdout, "got y\nend\n");
}

#[test]
fn patterns_become_files() {
    let mut terminal = Terminal::new();
    terminal.out("touch a.crt b.crt c.key .hidden.crt; mkdir d; touch d/x.crt d/y.crt");
    assert_eq!(terminal.out("echo *.crt"), "a.crt b.crt\n");
    assert_eq!(
        terminal.out("echo '*.crt' \\*.crt \"*.crt\""),
        "*.crt *.crt *.crt\n"
    );
    assert_eq!(
        terminal.out("echo ?.key */[xy].crt ~/d/x*"),
        "c.key d/x.crt d/y.crt /home/ec2-user/d/x.crt\n"
    );
    assert_eq!(terminal.out("echo *.none [z]"), "*.none [z]\n");
    assert_eq!(
        terminal.out("A='*.crt'; echo $A \"$A\""),
        "a.crt b.crt *.crt\n"
    );
}

#[test]
fn texts_stand_in_for_files() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("A=x; cat <<< \"$A y\"; wc -c <<< abc"),
        "x y\n4\n"
    );
}

#[test]
fn what_cannot_be_run_or_written_is_refused_as_in_bash() {
    let mut terminal = Terminal::new();
    terminal.out("touch f; mkdir d");
    for (line, message, code) in [
        ("./f", "bash: ./f: Permission denied\n", 126),
        ("./d", "bash: ./d: Is a directory\n", 126),
        ("./g", "bash: ./g: No such file or directory\n", 127),
        (
            "echo > nowhere/f",
            "bash: nowhere/f: No such file or directory\n",
            1,
        ),
        ("echo > d", "bash: d: Is a directory\n", 1),
        ("echo > f/g", "bash: f/g: Not a directory\n", 1),
        ("sudo terraform", "sudo: terraform: command not found\n", 1),
        (
            "cp f nowhere/f",
            "cp: cannot create regular file 'nowhere/f': No such file or directory\n",
            1,
        ),
        (
            "touch nowhere/f",
            "touch: cannot touch 'nowhere/f': No such file or directory\n",
            1,
        ),
        (
            "mkdir a/b",
            "mkdir: cannot create directory 'a/b': No such file or directory\n",
            1,
        ),
        (
            "mv nope f",
            "mv: cannot stat 'nope': No such file or directory\n",
            1,
        ),
        ("rm d", "rm: cannot remove 'd': Is a directory\n", 1),
        (
            "ls nope",
            "ls: cannot access 'nope': No such file or directory\n",
            2,
        ),
        (
            "grep",
            "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
            2,
        ),
        (
            "diff f",
            "diff: missing operand after 'f'\ndiff: Try 'diff --help' for more information.\n",
            2,
        ),
    ] {
        assert_eq!(terminal.err(line), (message.to_owned(), code), "{line}");
    }
}

#[test]
fn the_tools_on_texts_print_what_the_real_ones_print() {
    let mut terminal = Terminal::new();
    let folder = std::env::temp_dir().join(format!("tools-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let lines = |skip: &[usize]| -> String {
        (1..=12)
            .filter(|number| !skip.contains(number))
            .map(|number| format!("line {number} of a+b (x)\n"))
            .collect()
    };
    for (name, text) in [
        ("a", lines(&[])),
        ("b", lines(&[2, 3, 9])),
        ("c", lines(&[]).replace("line 5", "LINE five") + "no end"),
        ("empty", String::new()),
    ] {
        std::fs::write(folder.join(name), &text).unwrap();
        terminal.out(&format!("printf '%s' '{text}' > {name}"));
    }
    let mut differ = Vec::new();
    for line in [
        "grep -c line a b",
        "grep -n 'line 1' a",
        "grep -vn line c",
        "grep -i 'line five' c",
        "grep 'a+b (x)' a | wc -l",
        "grep -E 'line (2|3) ' a b",
        "grep 'line \\(2\\|3\\) ' a",
        "grep -F 'a+b' b | head -2",
        "grep -o 'e [0-9]*' a | tail -2",
        "grep --context 1 'line 5' a",
        "grep -n -C2 -e 'line 3 ' -e 'line 9' a",
        "grep -A1 'line 2 ' a",
        "grep -B1 'line 2 ' a b",
        "grep -q line a",
        "grep nothing a",
        "grep -l line a b empty",
        "grep -w 'line 1' a",
        "grep -hc line a b",
        "grep line nope a",
        "grep '^no' c",
        "grep -x 'no end' c",
        "grep '[()]' a | wc -l",
        "grep -2 'line 6 ' a",
        "diff a b",
        "diff b a",
        "diff a c",
        "diff c a",
        "diff a a",
        "diff -q a b",
        "diff -s a a",
        "diff a empty",
        "diff a nope",
        "wc a",
        "wc -l a",
        "wc -l a b",
        "wc a b empty",
        "cat a | wc",
        "wc -lc a",
        "wc -w < a",
        "head -2 a",
        "head -n 1 a b",
        "tail -1 a",
        "tail -n 2 c",
        "head -3 nope",
        "base64 a",
        "base64 -w0 a",
        "base64 -w 20 b",
        "base64 a | base64 -d",
        "echo '!!' | base64 -d",
        "cat a nope",
        "cat < b",
        "echo -n x",
        "echo -e 'a\\tb'",
        "printf '%s-%s\\n' a b c",
    ] {
        let reply = terminal.type_in(line);
        let real = std::process::Command::new("bash")
            .args(["-c", line])
            .current_dir(&folder)
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        let real = (
            String::from_utf8(real.stdout).unwrap(),
            String::from_utf8(real.stderr).unwrap(),
            real.status.code().unwrap(),
        );
        let ours = (reply.stdout, reply.stderr, reply.exit_code);
        if ours != real {
            differ.push(format!("{line}\nours: {ours:?}\nreal: {real:?}\n"));
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(differ.is_empty(), "{}", differ.concat());
}

#[test]
fn what_is_pasted_behind_a_hidden_prompt_waits_for_the_answer() {
    let mut terminal = Terminal::new();
    let shell = &mut terminal.shell;
    assert!(!shell.hold("read -s A"));
    terminal.type_in("read -s A");
    let shell = &mut terminal.shell;
    assert!(shell.hold("echo $A") && shell.hold("echo two"));
    assert_eq!((shell.next_held(), shell.held()), (None, 2));
    terminal.type_in("secret");
    assert_eq!(terminal.shell.next_held().as_deref(), Some("echo $A"));
    assert_eq!(terminal.shell.next_held().as_deref(), Some("echo two"));
    assert_eq!(terminal.shell.next_held(), None);
    terminal.type_in("read -s A");
    terminal.shell.hold("echo lost");
    terminal.shell.interrupt();
    assert_eq!(
        (terminal.shell.held(), terminal.shell.next_held()),
        (0, None)
    );
}
