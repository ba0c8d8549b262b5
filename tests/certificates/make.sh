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
openssl x509 -in customerCA.crt -outform DER -out customerCA.der
cat customerCA.crt other/customerCA.crt > bundle.crt
openssl x509 -in customerCA.crt -text -out text-dump.crt
sed 's/$/\r/' customerCA.crt > crlf.crt
printf '\n\n' | cat customerCA.crt - > blank-lines.crt
head -c 600 customerCA.crt > truncated.crt
printf '%s\n' '' '-----END CERTIFICATE-----' >> truncated.crt
openssl crl2pkcs7 -nocrl -certfile customerCA.crt -out pkcs7.pem
