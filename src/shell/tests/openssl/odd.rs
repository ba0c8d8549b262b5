//! Certificates whose extensions are not as they should be, keys whose numbers do not belong together, and moments at the end of time.

use super::*;

/// The files in a folder of the test material.
fn all(folder: &str) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/certificates/");
    let names = fs::read_dir(format!("{path}{folder}")).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn certificates_with_odd_extensions_are_refused_and_let_pass_as_the_real_program_does() {
    let mut both = Both::new("odd");
    for name in ["customerCA.crt", "ec.crt", "by-ec.crt", "forever.crt"] {
        both.material(name);
    }
    for name in all("odd") {
        both.material(&format!("odd/{name}"));
    }
    let mut lines = Vec::new();
    for name in all("odd") {
        lines.extend([
            format!("openssl verify -CAfile customerCA.crt odd-{name}"),
            format!("openssl verify -partial_chain -trusted odd-{name} odd-{name}"),
        ]);
        if name.starts_with("middle") {
            lines.extend([
                format!(
                    "openssl verify -CAfile customerCA.crt -untrusted odd-{name} odd-below.crt"
                ),
                format!("openssl verify -partial_chain -trusted odd-{name} odd-below.crt"),
                format!("openssl verify -trusted odd-{name} odd-below.crt"),
            ]);
        }
    }
    for line in [
        "openssl verify -CAfile customerCA.crt by-ec.crt",
        "openssl verify -CAfile customerCA.crt ec.crt",
        "openssl verify -CAfile customerCA.crt odd-names-form.crt odd-lists.crt odd-proxy.crt odd-names-form.crt",
        "openssl verify -CAfile forever.crt forever.crt",
        "openssl x509 -in forever.crt -noout -dates -checkend 100000000",
        "openssl x509 -in forever.crt -noout -checkend 999999999999",
        "openssl x509 -in forever.crt -noout -checkend 9223372036854775807",
        "openssl x509 -in forever.crt -noout -checkend 9223372036854775808",
        "openssl x509 -in forever.crt -noout -checkend 0x10",
        "openssl x509 -in forever.crt -noout -checkend -1",
    ] {
        lines.push(line.to_owned());
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    both.exactly_the_same(&lines);
}

#[test]
fn a_certificate_ends_before_the_year_10000() {
    let mut both = Both::new("late");
    for name in ["customerCA.crt", "customerCA.key", "intermediate.key"] {
        both.material(name);
    }
    both.same(&["openssl req -new -key intermediate.key -subj /CN=a -out a.csr"]);
    let mut lines = Vec::new();
    for days in [
        "2900000",
        "3000000",
        "99999999",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "0",
        "-1",
        "-2",
        "010",
        "+5",
        "' 5'",
        "0x10",
        "09",
        "5x",
        "''",
        "-",
    ] {
        for make in [
            "req -new -x509 -key customerCA.key -subj /CN=x -set_serial 1",
            "x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 1",
        ] {
            lines.extend([
                "rm -f c.crt".to_owned(),
                format!("openssl {make} -days {days} -out c.crt"),
                "cat c.crt | wc -c".to_owned(),
            ]);
            // What it says is of this second, so only whether it still holds after some time can be compared.
            lines.extend([4_i64, 7, 9, 2_800_000].map(|after| {
                let seconds = after * 86_400 + 43_200;
                format!("openssl x509 -in c.crt -noout -checkend {seconds}")
            }));
        }
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    both.same(&lines);
}

#[test]
fn a_key_whose_numbers_do_not_belong_together_is_not_ok() {
    let mut both = Both::new("unsound");
    let names = all("unsound");
    for name in &names {
        both.material(&format!("unsound/{name}"));
    }
    let lines: Vec<String> = names
        .iter()
        .flat_map(|name| {
            [
                format!("openssl rsa -in unsound-{name} -check -noout"),
                format!("openssl rsa -in unsound-{name} -check -modulus"),
                format!("openssl rsa -in unsound-{name} -pubout"),
                format!("openssl rsa -in unsound-{name} -aes256 -passout pass:1234 -out closed"),
            ]
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    both.exactly_the_same(&lines);
    // What was closed here the real program opens.
    both.hand_over();
    both.exactly_the_same(&["openssl rsa -in closed -passin pass:1234 -check"]);
}
