#!/usr/bin/env bash
# Makes the certificates that the tests sign with and upload, with the real openssl and the guide's own commands where it has them.
# Idempotent: what is there stays as it is.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
subject="/C=US/ST=Washington/L=Seattle/O=Example Corp/CN=customerCA"

# Valid whatever time the simulation runs at: it starts with 2026, not when this script runs.
first=20200101
last=20490101

authority() { # name, [subject]
  self_signed "$1" "${2:-$subject}" 'basicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\n'
}

extended() { # name, extension lines: version 3 with exactly these extensions
  self_signed "$1" "$subject" "$2"
}

self_signed() { # name, subject, extension lines
  [ -f "$1.crt" ] && return
  mkdir -p "$(dirname "$1")"
  ${new_key:-openssl genrsa 2048} > "$1.key"
  openssl req -new -key "$1.key" -out "$work/req.csr" -subj "$2"
  issue "$1.crt" "$3" -selfsign -keyfile "$1.key"
}

issue() { # certificate to make from the request, extension lines, signing options: `openssl x509 -req` 3.0 cannot set a first day
  : > "$work/index"
  echo 01 > "$work/serial"
  printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s\npolicy=p\nx509_extensions=e\n[p]\nC=optional\nST=optional\nL=optional\nO=optional\nCN=supplied\n[e]\n%b' \
    "$work" "$work" "$work" "$2" > "$work/ca.conf"
  openssl ca -batch -notext -config "$work/ca.conf" -md "${digest:-sha256}" -in "$work/req.csr" -out "$1" \
    -startdate "${first}000000Z" -enddate "${last}000000Z" "${@:3}"
}

authority customerCA
authority other/customerCA "/C=DE/O=Another Corp/CN=customerCA"
authority same-subject/customerCA
new_key="openssl genrsa 1024" authority rsa1024
new_key="openssl genrsa 3072" authority rsa3072
new_key="openssl genrsa 4096" authority rsa4096
new_key="openssl ecparam -name prime256v1 -genkey -noout" authority ec
digest=sha1 authority sha1
first=20150101 last=20250101 authority expired
first=20400101 authority not-yet
extended ca-false 'basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\n'
extended no-basic-constraints 'subjectKeyIdentifier=hash\n'
extended no-cert-sign 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n'
if [ ! -f intermediate.crt ]; then
  openssl genrsa -out intermediate.key 2048
  openssl req -new -key intermediate.key -out "$work/req.csr" -subj "/O=Example Corp/CN=Intermediate"
  issue intermediate.crt 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n' \
    -cert customerCA.crt -keyfile customerCA.key
fi

# Certificates that differ in their extensions alone, by customerCA: what the real program refuses of them, and what it lets pass.
authority_line='basicConstraints=critical,CA:TRUE\n'

odd() { # name, extension lines, [what to alter in the signed part, as perl has it], [subject]
  [ -f "odd/$1.crt" ] && return
  mkdir -p odd
  openssl req -new -key intermediate.key -out "$work/req.csr" -subj "/O=Example Corp/CN=${4:-leaf}"
  issue "odd/$1.crt" "$2" -cert customerCA.crt -keyfile customerCA.key
  [ -z "${3:-}" ] || altered "odd/$1.crt" "$3"
}

altered() { # certificate, what to alter in its signed part: it is signed again. openssl writes no extension twice, so another one is renamed
  openssl x509 -in "$1" -outform DER -out "$work/whole.der"
  openssl asn1parse -inform DER -in "$work/whole.der" -strparse 4 -noout -out "$work/signed.der"
  perl -0777 -i -pe "$2" "$work/signed.der"
  openssl dgst -sha256 -sign customerCA.key -out "$work/signature" "$work/signed.der"
  perl -e '
    sub element { my ($tag, $content) = @_; return pack("CCn", $tag, 0x82, length $content) . $content }
    local $/; my ($signed, $signature) = map { open(my $file, "<:raw", $_) or die; <$file> } @ARGV;
    my $algorithm = pack("H*", "300d06092a864886f70d01010b0500");
    print element(0x30, $signed . $algorithm . element(0x03, "\0" . $signature));
  ' "$work/signed.der" "$work/signature" > "$work/whole.der"
  openssl x509 -inform DER -in "$work/whole.der" -out "$1"
}

odd unknown-critical "${authority_line}1.2.3.4=critical,DER:0500\n"
odd unknown "${authority_line}1.2.3.4=DER:0500\n"
odd issuer-names-critical "${authority_line}issuerAltName=critical,DNS:x\n"
odd policies-critical "${authority_line}certificatePolicies=critical,1.2.3.4\n"
odd usage-critical "${authority_line}extendedKeyUsage=critical,serverAuth\nkeyUsage=critical,keyCertSign\n"
odd key-id-critical "${authority_line}subjectKeyIdentifier=critical,hash\n"
odd proxy "proxyCertInfo=critical,language:id-ppl-anyLanguage\n"
odd proxy-authority "${authority_line}proxyCertInfo=critical,language:id-ppl-anyLanguage\n"
odd key-usage-form "${authority_line}keyUsage=DER:0401ff\n"
odd key-usage-empty "${authority_line}keyUsage=DER:030100\n"
odd key-usage-none "${authority_line}keyUsage=DER:03020700\n"
odd key-usage-unused-bits "${authority_line}keyUsage=DER:03020404\n"
odd key-usage-too-many-unused "${authority_line}keyUsage=DER:03020804\n"
odd key-usage-third-byte "${authority_line}keyUsage=DER:030400000080\n"
odd key-usage-second-byte "${authority_line}keyUsage=DER:0303070080\n"
odd constraints-form 'basicConstraints=critical,DER:0500\n'
odd constraints-negative 'basicConstraints=critical,DER:30060101ff0201ff\n'
odd constraints-order 'basicConstraints=critical,DER:30060201000101ff\n'
odd constraints-third 'basicConstraints=critical,DER:30080101ff0201000500\n'
odd constraints-no-value 'basicConstraints=critical,DER:30020100\n'
odd constraints-behind 'basicConstraints=critical,DER:30000500\n'
odd purposes-form "${authority_line}extendedKeyUsage=DER:0500\n"
odd purposes-none "${authority_line}extendedKeyUsage=DER:3000\n"
odd purposes-other "${authority_line}extendedKeyUsage=DER:30020500\n"
odd names-form "${authority_line}subjectAltName=DER:0500\n"
odd names-none "${authority_line}subjectAltName=DER:3000\n"
odd names-unknown "${authority_line}subjectAltName=DER:30028900\n"
odd names-directory "${authority_line}subjectAltName=DER:3004a4023000\n"
odd names-no-directory "${authority_line}subjectAltName=DER:3002a400\n"
odd constrained-form "${authority_line}nameConstraints=DER:0500\n"
odd constrained-nothing "${authority_line}nameConstraints=DER:3002a000\n"
odd lists-form "${authority_line}crlDistributionPoints=DER:0500\n"
odd lists-no-point "${authority_line}crlDistributionPoints=DER:30023000\n"
odd lists "${authority_line}crlDistributionPoints=URI:http://x\n"
odd netscape-form "${authority_line}nsCertType=DER:0500\n"
odd policies-form "${authority_line}certificatePolicies=DER:0500\n"
odd other-authority "${authority_line}authorityKeyIdentifier=DER:3003800101\n"
odd other-authority-number "${authority_line}authorityKeyIdentifier=DER:3003820177\n"
odd authority-form "${authority_line}authorityKeyIdentifier=DER:3003830101\n"
odd twice-key-usage "${authority_line}keyUsage=keyCertSign\n2.5.29.99=DER:03020204\n" 's/\x55\x1d\x63/\x55\x1d\x0f/'
odd twice-constraints "${authority_line}2.5.29.99=DER:30030101ff\n" 's/\x55\x1d\x63/\x55\x1d\x13/'
odd twice-names "${authority_line}subjectAltName=DNS:x\n2.5.29.99=DER:3003820178\n" 's/\x55\x1d\x63/\x55\x1d\x11/'
odd twice-key-id "${authority_line}subjectKeyIdentifier=hash\n2.5.29.99=DER:0401ff\n" 's/\x55\x1d\x63/\x55\x1d\x0e/'
odd twice-policies "${authority_line}certificatePolicies=1.2.3.4\n2.5.29.99=DER:3006300406022a03\n" 's/\x55\x1d\x63/\x55\x1d\x20/'
odd twice-unknown "${authority_line}1.2.3.4=DER:0500\n1.2.3.5=DER:0500\n" 's/\x2a\x03\x05/\x2a\x03\x04/'
odd key-id-form "${authority_line}2.5.29.99=DER:0500\n" 's/\x55\x1d\x63/\x55\x1d\x0e/'
# Authorities in the middle, all of one name and key, and what is below them.
odd middle "$authority_line" '' middle
odd middle-unknown-critical "${authority_line}1.2.3.4=critical,DER:0500\n" '' middle
odd middle-unreadable "${authority_line}keyUsage=DER:0500\n" '' middle
odd middle-without-constraints '1.2.3.4=DER:0500\n' '' middle
odd middle-by-usage 'keyUsage=keyCertSign\n' '' middle
odd middle-without-signing "${authority_line}keyUsage=digitalSignature\n" '' middle
if [ ! -f odd/below.crt ]; then
  openssl req -new -key intermediate.key -out "$work/req.csr" -subj "/O=Example Corp/CN=below"
  issue odd/below.crt 'basicConstraints=CA:FALSE\n' -cert odd/middle.crt -keyfile intermediate.key
fi
if [ ! -f by-ec.crt ]; then
  openssl req -new -key intermediate.key -out "$work/req.csr" -subj "/CN=by EC"
  issue by-ec.crt 'basicConstraints=CA:FALSE\n' -cert ec.crt -keyfile ec.key
fi
# Keys whose numbers do not belong together: those of customerCA but for one or some.
unsound() { # name, the numbers that differ, as perl has them
  [ -f "unsound/$1.key" ] && return
  mkdir -p unsound
  openssl rsa -in customerCA.key -traditional -outform DER -out "$work/key.der"
  openssl asn1parse -inform DER -in "$work/key.der" | sed -n 's/.*INTEGER *://p' | perl -Mbigint -e '
    my ($v, $n, $e, $d, $p, $q, $dp, $dq, $qi) = map { chomp; Math::BigInt->from_hex($_) } <STDIN>;
    eval $ARGV[0]; die $@ if $@;
    my $at = 0;
    print "asn1=SEQUENCE:k\n[k]\n", map { $at++ . "=INTEGER:" . ($_ < 0 ? "-" : "") . "0x" . Math::BigInt->new($_)->babs->to_hex . "\n" }
      ($v, $n, $e, $d, $p, $q, $dp, $dq, $qi);
  ' "$2" > "$work/key.conf"
  openssl asn1parse -genconf "$work/key.conf" -noout -out "$work/key.der"
  { echo '-----BEGIN RSA PRIVATE KEY-----'; base64 -w 64 "$work/key.der"; echo '-----END RSA PRIVATE KEY-----'; } > "unsound/$1.key"
}

unsound dmp1 '$dp += 2'
unsound dmq1 '$dq += 2'
unsound iqmp '$qi += 1'
unsound all-three '$dp = $dq = $qi = 0'
unsound exponent '$d += 2'
unsound longer-exponent '$d += ($p - 1) * ($q - 1)'
unsound modulus '$n += 2'
unsound p '$p += 2'
unsound q '$q += 2'
unsound p-with-modulus '$n = $q * ($p += 2)'
unsound p-composite '$p *= 3; $n *= 3' 
unsound swapped '($p, $q) = ($q, $p)'
unsound swapped-soundly '($p, $q, $dp, $dq) = ($q, $p, $dq, $dp); $qi = $q->copy->bmodinv($p)'
unsound same-primes '$q = $p; $n = $p * $p'
unsound public-one '$e = 1'
unsound public-even '$e = 65536'
unsound public-other '$e = 3'
unsound p-one '$p = 1; $q = $n'
unsound p-nothing '$p = 0'
unsound small '$p = 9; $q = 11; $n = 99; $d = 3; $e = 27'
if [ ! -f limited.crt ]; then
  openssl req -new -key intermediate.key -out "$work/req.csr" -subj "/CN=limited"
  issue limited.crt 'sbgp-ipAddrBlock=critical,IPv4:10.0.0.0/8\n' -cert customerCA.crt -keyfile customerCA.key
fi
# The last day that a certificate can name.
first=20200101 last=99991231 authority forever
openssl x509 -in customerCA.crt -outform DER -out customerCA.der
cat customerCA.crt other/customerCA.crt > bundle.crt
openssl x509 -in customerCA.crt -text -out text-dump.crt
sed 's/$/\r/' customerCA.crt > crlf.crt
printf '\n\n' | cat customerCA.crt - > blank-lines.crt
head -c 600 customerCA.crt > truncated.crt
printf '%s\n' '' '-----END CERTIFICATE-----' >> truncated.crt
openssl crl2pkcs7 -nocrl -certfile customerCA.crt -out pkcs7.pem
