//! The shell language beside real bash: whatever both are given, both print the same and end the same.

use super::Terminal;

/// Texts that begin in an empty folder, each a typed or pasted text of its own.
const TEXTS: &[&str] = &[
    // Here-documents.
    "cat <<END\none\n  two $((1 + 1))\nEND",
    "A='x  y'; cat <<END\n$A ${A} \\$A \\\\ \"$A\" '$A' $(echo s)\nEND",
    "A=x; cat <<'END'\n$A $(echo s) \\$A\nEND",
    "A=x; cat <<\"E N D\"\n$A\nE N D",
    "A=x; cat <<E\\ND\n$A\nEND",
    "cat <<END\nEND",
    "cat <<END | wc -l; echo after\na\nb\nEND",
    "cat <<A; cat <<B\n1\nA\n2\nB",
    "cat <<A - <<B\n1\nA\n2\nB",
    "cat <<-END\n\t\tindented\n\tEND",
    "cat <<END > f && cat f\nin a file\nEND",
    "X=$(cat <<END\nit's $(echo so)\nEND\n); echo \"<$X>\"",
    "cat <<END\nno `echo old` end \\\njoined\nEND",
    "for a in 1 2; do cat <<END\n$a\nEND\ndone",
    "cat <<END && echo yes || echo no\n)\nEND",
    "cat <<<\"one $((2 * 3))\"",
    "wc -l <<END\nfirst\nEND\necho second",
    // Choices.
    "if true; then echo yes; fi",
    "if false; then echo yes; fi; echo $?",
    "if false; then echo a; elif true; then echo b; else echo c; fi",
    "if false; then echo a; elif false; then echo b; else echo c; fi",
    "if true\nthen\n  echo lines\nelse\n  echo no\nfi",
    "if ! false; then echo not; fi",
    "! true; echo $?; ! false; echo $?",
    "if echo in the condition; false; then echo a; else echo b; fi",
    "if true; then if false; then echo a; else echo b; fi; fi",
    "if true; then echo x; fi | wc -l",
    "if true; then echo x; cat nope; fi > out 2>&1; cat out",
    "if grep -q two <<END\none\ntwo\nEND\nthen echo found; fi",
    "if false; then echo a; fi && echo and",
    "if true; then false; fi || echo or",
    "if false\nthen echo a\nelif\ntrue\nthen\necho b\nfi",
    "if=1; echo $if; echo if then fi",
    // Loops.
    "i=0; while [ $i -lt 3 ]; do echo $i; i=$((i + 1)); done; echo end $i",
    "i=0; until [ $i = 3 ]; do i=$((i + 1)); done; echo $i",
    "while false; do echo never; done; echo $?",
    "i=0; while [ $i -lt 2 ]; do i=$((i+1)); false; done; echo $?",
    "for a in 1 2 3; do if [ $a = 2 ]; then continue; fi; echo $a; done",
    "for a in 1 2 3; do [ $a = 2 ] && break; echo $a; done; echo $? $a",
    "for a in 1 2; do for b in 1 2; do [ $b = 2 ] && continue 2; echo $a$b; done; echo never; done",
    "for a in 1 2; do for b in 1 2; do break 2; done; done; echo $a$b",
    "for a in 1 2; do for b in 1 2; do break 9; done; done; echo $a$b",
    "while true; do while true; do break; done; echo once; break; done",
    "i=0; while true; do i=$((i+1)); if [ $i -gt 4 ]; then break; fi; done; echo $i",
    "i=0; while i=$((i+1)); [ $i -lt 3 ]; do echo $i; done",
    "i=0; while i=$((i+1)); if [ $i = 2 ]; then continue; fi; [ $i -lt 4 ]; do echo $i; done",
    "i=0; until i=$((i+1)); [ $i = 3 ] && break; false; do echo $i; done; echo $i",
    "printf 'a b\\nc d\\n' > f; while read x y; do echo \"$y-$x\"; done < f",
    "printf 'a b c\\n d\\n' | while read -r x y; do echo \"<$x|$y>\"; done",
    "printf 'a\\nb' | while read x; do echo $x; done; echo \"[$x]\"",
    "printf 'a\\nb\\nc\\n' | while read x; do echo $x; cat; done",
    "printf 'a\\nb\\nc\\n' | { read x; read y; echo $y $x; cat; }",
    "printf '1\\n2\\n' | while read a; do for b in x y; do echo $a$b; done; done | wc -l",
    "while read a; do echo \"got $a\"; done <<END\none\ntwo\nEND",
    "echo x | read A; echo \"<$A>\"",
    "read A < /dev/null; echo $?",
    "read A B <<< 'one two three'; echo \"$B\" $?",
    "read A <<< 'a\\b'; echo $A; read -r A <<< 'a\\b'; echo $A",
    "for a in 1 2; do echo $a; done > f; cat f",
    "for a; do echo $a; done",
    "for a in; do echo $a; done; echo $?",
    "for a in x y; do echo $a; done | while read b; do echo \"$b!\"; done",
    "false; for a in 1; do echo $?; done",
    "X=$(for a in 1 2; do echo $a; break; done); echo $X",
    "echo a | while read x; do exit_code=$x; done; echo \"<$exit_code>\"",
    "break; echo $?",
    "for a in 1; do break 0; done; echo $?",
    "cd /tmp | true; pwd | wc -l",
    // Groups and lists.
    "{ echo a; echo b; } | wc -l",
    "{ echo a; false; } && echo yes || echo no",
    "{ echo a\necho b\n}",
    "false || false || echo third",
    "true && false || echo or",
    "false && true || echo or",
    "true || echo never && echo and",
    "false ||\ntrue &&\necho lines",
    "echo }; echo {",
    // Conditions.
    "[ ]; echo $?",
    "[ x ]; echo $?; [ '' ]; echo $?; [ ! '' ]; echo $?",
    "[ a = a ] && [ a != b ] && [ a == a ] && echo texts",
    "[ 2 -gt 10 ]; echo $?; [ 2 -lt 10 ]; echo $?; [ 2 -ge 2 -a 2 -le 2 ]; echo $?",
    "[ 1 -eq 1 -o x = y ]; echo $?; [ 1 -ne 1 -o x = y ]; echo $?",
    "[ -z '' ] && [ -n x ] && [ ! -n '' ] && echo lengths",
    "touch e; echo x > f; mkdir d; for t in -e -f -d -s -r; do for p in e f d nope; do [ $t $p ]; echo $t $p $?; done; done",
    "[ \\( a = a \\) -a \\( b = c -o d = d \\) ]; echo $?",
    "[ ! \\( a = b \\) ]; echo $?",
    "[ a b ]; echo $?",
    "[ a b c ]; echo $?",
    "[ a = b c ]; echo $?",
    "[ a = b c d ]; echo $?",
    "[ x -eq 1 ]; echo $?",
    "[ '' -eq 1 ]; echo $?",
    "[ $nothing = x ]; echo $?",
    "[ a = a; echo $?",
    "[ -n ]; echo $?; [ ! ]; echo $?; [ ! ! x ]; echo $?",
    "test a = a; echo $?; test; echo $?; test ]; echo $?",
    "[ a '<' b ]; echo $?; [ b \\> a ]; echo $?",
    "A=1; [ -v A ]; echo $?; [ -v B ]; echo $?",
    // Numbers.
    "echo $((1 + 2 * 3)) $(( (1 + 2) * 3 )) $((7 / 2)) $((-7 / 2)) $((7 % 3)) $((-7 % 3))",
    "A=5; B=A; echo $((A * 2)) $(($A - 1)) $((B + 1)) $((nothing + 1)) $((!A)) $((-A))",
    "echo $((1 < 2)) $((2 <= 1)) $((1 == 1)) $((1 != 1)) $((1 && 0)) $((1 || 0)) $((2 > 1))",
    "echo $((010)) \"$((1+1))\"x$((2+2))",
    "echo $((1 + $(echo 2)))",
    "echo $((1/0)); echo never",
    "echo $((1 +)); echo never",
    "echo $((1 2)); echo never",
    "echo $((08)); echo never",
    "A='1 +'; echo $((A)); echo never",
    "echo $(echo $((1/0))) x; echo hi",
    "echo \"$(( 2 * (3 + 4) ))\"",
    // Substitutions.
    "echo \"$(echo ')')\" $(echo \"a)b\") $(echo a # comment )\n)",
    "echo $(if true; then echo in; fi) $(for a in 1 2; do echo $a; done)",
    "echo $(echo $(echo $(echo deep)))",
    // Redirections.
    "echo a > f; echo b >> f; cat < f; cat f nope > g 2>&1; cat g",
    "cat nope 2> /dev/null || echo failed",
    "> f; cat f | wc -c",
    "{ echo out; cat nope; } 2>/dev/null",
    "sleep; echo $?; sleep x; sleep 0; echo $?",
];

/// What bash writes before a message of its own says where it was running.
fn without_place(text: &str) -> String {
    let mut plain = String::new();
    for line in text.split_inclusive('\n') {
        let place = line.strip_prefix("bash: line ").and_then(|rest| {
            let (number, rest) = rest.split_once(": ")?;
            number.parse::<u32>().is_ok().then_some(rest)
        });
        // It shows the line that it could not read.
        if place.is_some_and(|rest| rest.starts_with('`')) {
            continue;
        }
        match place {
            Some(rest) => plain.push_str(&format!("bash: {rest}")),
            None => plain.push_str(line),
        }
    }
    plain
}

#[test]
fn every_text_does_what_it_does_in_bash() {
    let folder = std::env::temp_dir().join(format!("language-{}", std::process::id()));
    let mut differ = Vec::new();
    for text in TEXTS {
        std::fs::create_dir_all(&folder).unwrap();
        let real = std::process::Command::new("bash")
            .args(["-c", text])
            .current_dir(&folder)
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        let real = (
            String::from_utf8(real.stdout).unwrap(),
            without_place(&String::from_utf8(real.stderr).unwrap()),
            real.status.code().unwrap(),
        );
        let reply = Terminal::new().type_in(text);
        let ours = (reply.stdout, reply.stderr, reply.exit_code);
        if ours != real {
            differ.push(format!("{text}\nours: {ours:?}\nreal: {real:?}\n\n"));
        }
    }
    assert!(
        differ.is_empty(),
        "{} of {} differ:\n{}",
        differ.len(),
        TEXTS.len(),
        differ.concat()
    );
}

#[test]
fn a_loop_without_an_end_is_interrupted() {
    let mut terminal = Terminal::new();
    for line in [
        "while true; do :; done; echo never",
        "until false; do echo; done > /dev/null; echo never",
        "echo $(while true; do :; done); echo never",
        "while true; do while true; do :; done; done",
        "while true; do for a in 1 2; do continue 2; done; done | wc -l",
        "while :; do :; done 2> /dev/null",
    ] {
        let reply = terminal.type_in(line);
        assert_eq!(
            (reply.stdout.as_str(), reply.exit_code),
            ("", 130),
            "{line}"
        );
        assert!(
            reply.stderr.contains("interrupted") && reply.stderr.contains("sleep"),
            "{line}: {}",
            reply.stderr
        );
    }
    assert_eq!(terminal.out("echo alive"), "alive\n");
    // One that waits for something gets there.
    assert_eq!(
        terminal.out("i=0; while [ $i -lt 1500 ]; do i=$((i + 1)); done; echo $i"),
        "1500\n"
    );
}

#[test]
fn sleeping_moves_the_clock() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("sleep 90; lab now; sleep 1m 0.5s; lab now"),
        "2026-01-01T00:01:30Z\n2026-01-01T00:02:31Z\n"
    );
    terminal.out("lab scenario network; N=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)");
    assert_eq!(
        terminal.out(
            "C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $N --query Cluster.ClusterId --output text)\n\
             until [ \"$(aws cloudhsmv2 describe-clusters --filters clusterIds=$C --query 'Clusters[0].State' --output text)\" = UNINITIALIZED ]\n\
             do\n  sleep 10\ndone; echo there"
        ),
        "there\n"
    );
}

#[test]
fn a_text_that_is_not_complete_asks_for_more() {
    let mut terminal = Terminal::new();
    for line in ["if true", "then cat <<END", "text", "END"] {
        let reply = terminal.type_in(line);
        assert_eq!((reply.prompt.as_str(), reply.stdout.as_str()), ("> ", ""));
    }
    assert_eq!(terminal.type_in("fi").stdout, "text\n");
    terminal.type_in("while true; do");
    terminal.shell.interrupt();
    assert_eq!(terminal.out("echo free"), "free\n");
}

#[test]
fn what_asks_in_the_middle_goes_on_when_it_was_answered() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.type_in("while read -p '? ' A; do if [ $A = end ]; then break; fi; echo got $A; done; echo over").prompt,
        "? "
    );
    for word in ["one", "two"] {
        assert_eq!(terminal.type_in(word).stdout, format!("got {word}\n"));
    }
    assert_eq!(terminal.type_in("end").stdout, "over\n");
    terminal.type_in("if read -p '? ' A; then echo yes $A; else echo no; fi");
    assert_eq!(terminal.type_in("x").stdout, "yes x\n");
    terminal.type_in("! read A || echo turned");
    assert_eq!(terminal.type_in("x").stdout, "turned\n");
    // Nobody can be asked where the output goes elsewhere.
    assert!(
        terminal
            .type_in("for a in 1 2; do read A; done | wc -l")
            .stderr
            .contains("which you can't answer in a pipe")
    );
}

#[test]
fn what_this_shell_lacks_is_named() {
    let mut terminal = Terminal::new();
    for (line, what) in [
        ("case x in a) echo; esac", "`case`"),
        ("[[ a = a ]]", "`[[`"),
        ("function f { :; }", "`function`"),
        ("echo $((i++))", "`++`"),
        ("echo $((1 ? 2 : 3))", "`?`"),
    ] {
        let (error, code) = terminal.err(line);
        assert!(code != 0 && error.contains(what), "{line}: {error}");
    }
}
