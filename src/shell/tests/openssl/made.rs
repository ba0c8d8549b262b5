//! What is made: requests, certificates and serial numbers.

use super::*;

#[test]
fn requests_and_certificates_are_made_as_the_real_program_makes_them() {
    let mut both = Both::new("made");
    both.terminal
        .playground
        .remember(memo().lock().unwrap().clone());
    for name in [
        "customerCA.crt",
        "customerCA.key",
        "intermediate.key",
        "other/customerCA.crt",
    ] {
        both.material(name);
    }
    both.file(
        "v3.ext",
        "basicConstraints = CA:FALSE # no authority\nkeyUsage=critical,digitalSignature\n",
    );
    both.file(
        "named.ext",
        "extensions = v3\n[ v3 ]\nsubjectAltName=@names\n[names]\nDNS.1=a.b\nIP.1=1.2.3.4\n",
    );
    both.file("bad.ext", "foo=bar\n");
    both.same(&[
        // Requests: the signature of RSA is the same whoever makes it.
        "openssl req -new -key intermediate.key -subj /CN=a/O=b",
        "openssl req -new -key intermediate.key -subj '/C=US/ST=CA/O=Example+OU=x/CN=a b' -out a.csr",
        "openssl req -new -key intermediate.key -subj '/CN=a\\/b/O=x\\+y' -text -noout -pubkey -subject",
        "openssl req -new -key intermediate.key -subj /CN=é | openssl req -noout -subject",
        "openssl req -new -utf8 -key intermediate.key -subj /CN=é | openssl req -noout -subject",
        "openssl req -new -key intermediate.key -subj /emailAddress=a@b/CN=x -addext keyUsage=keyCertSign -addext subjectAltName=DNS:a",
        "openssl req -new -batch -key intermediate.key",
        "openssl req -new -key intermediate.key -subj /XX=1/CN=/O=x",
        "openssl req -new -key intermediate.key -subj CN=x",
        "openssl req -new -key intermediate.key -subj /CN",
        "openssl req -new -key intermediate.key -subj /C=USA",
        "openssl req -new -key intermediate.key -subj /C=U",
        "openssl req -new -key nope.key -subj /CN=x",
        "openssl req -new -key customerCA.crt -subj /CN=x",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -days abc",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -days 0",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -addext foo",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -addext foo=bar",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -addext keyUsage=foo",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -out nowhere/x",
        "openssl req -x509 -newkey foo -noenc -subj /CN=x",
        "openssl req -newkey rsa:500 -nodes -subj /CN=x",
        "openssl req -newkey rsa:foo -nodes -subj /CN=x",
        "openssl req -new -key intermediate.key -subj /CN=x -days 3",
        "openssl req -in a.csr -noout -verify -subject",
        "openssl req -in a.csr -noout -pubkey -modulus",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key > /dev/null; cat customerCA.srl",
        "openssl x509 -req -in a.csr -CA nope.crt -CAkey customerCA.key -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey nope.key -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey intermediate.key -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAserial nope.srl -CAkey customerCA.key",
        "openssl x509 -req -in a.csr",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial zz",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -extfile nope",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -extfile bad.ext",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -extfile v3.ext -extensions nope",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -out nowhere/x.crt",
    ]);
    // Certificates hold the time at which they were made, to the second, and random numbers: what can be compared is their listing.
    for (line, facts) in [
        (
            "openssl req -new -x509 -days 3652 -key customerCA.key -subj /CN=customerCA -set_serial 7 -out c.crt",
            "-serial -subject -issuer -ext basicConstraints,subjectKeyIdentifier,authorityKeyIdentifier",
        ),
        (
            "openssl req -x509 -key customerCA.key -subj /CN=c -set_serial 0x1f -addext basicConstraints=critical,CA:FALSE -addext keyUsage=digitalSignature -out c.crt",
            "-serial -ext basicConstraints,keyUsage,subjectKeyIdentifier",
        ),
        (
            "openssl x509 -req -days 3652 -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 300 -out c.crt",
            "-serial -subject -issuer -pubkey",
        ),
        (
            "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 1 -extfile v3.ext -out c.crt",
            "-ext basicConstraints,keyUsage,subjectKeyIdentifier,authorityKeyIdentifier",
        ),
        (
            "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 1 -extfile named.ext -out c.crt",
            "-ext subjectAltName,subjectKeyIdentifier",
        ),
        (
            "openssl x509 -req -in a.csr -signkey intermediate.key -set_serial 1 -out c.crt",
            "-issuer -subject",
        ),
    ] {
        both.same(&[
            line,
            &format!("openssl x509 -in c.crt -noout {facts}"),
            "openssl verify -CAfile customerCA.crt c.crt",
        ]);
    }
}

#[test]
fn serial_numbers_count_up_in_their_file() {
    let mut both = Both::new("serials");
    for name in ["customerCA.crt", "customerCA.key"] {
        both.material(name);
    }
    both.terminal
        .out("openssl req -new -key customerCA.key -subj /CN=a -out a.csr");
    let sign = "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -out a.crt";
    assert_eq!(both.terminal.type_in(sign).exit_code, 0);
    let first = both.terminal.out("cat customerCA.srl");
    assert_eq!(
        both.terminal.out("openssl x509 -in a.crt -noout -serial"),
        format!("serial={first}")
    );
    both.hand_over();
    // The real program goes on counting where ours stopped, and the other way round.
    let (_, _, code) = both.real(&sign.replace("-CAcreateserial ", ""));
    assert_eq!(code, 0);
    assert_eq!(
        both.terminal
            .type_in(&sign.replace("-CAcreateserial ", ""))
            .exit_code,
        0
    );
    assert_eq!(
        fs::read_to_string(both.folder.join("customerCA.srl")).unwrap(),
        both.terminal.out("cat customerCA.srl")
    );
    both.file("customerCA.srl", "00FF\n");
    both.same(&["openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -out a.crt"]);
    both.same(&["cat customerCA.srl; openssl x509 -in a.crt -noout -serial"]);
    both.file("customerCA.srl", "no number\n");
    let line = "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key";
    assert_eq!(both.ours(line).2, both.real(line).2);
}
