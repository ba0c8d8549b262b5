#!/usr/bin/env bash
# Makes the certificates that the tests sign with and upload, with the real openssl and the guide's own commands where it has them.
# Idempotent: what is there stays as it is.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
subject="/C=US/ST=Washington/L=Seattle/O=Example Corp/CN=customerCA"

authority() { # name, subject: what `openssl req -new -x509` makes, valid whatever time the simulation runs at
  [ -f "$1.crt" ] && return
  mkdir -p "$(dirname "$1")"
  dated "$1" 20200101 20490101 "$2"
}

extended() { # name, extension lines: self-signed, version 3, with exactly these extensions
  [ -f "$1.crt" ] && return
  openssl genrsa -out "$1.key" 2048
  printf '[req]\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\n[ext]\n%b' "$2" > "$work/conf"
  openssl req -new -x509 -days 7300 -key "$1.key" -out "$1.crt" -subj "$subject" -config "$work/conf"
}

dated() { # name, first day, last day (YYYYMMDD), [subject]
  [ -f "$1.crt" ] && return
  openssl genrsa -out "$1.key" "${bits:-2048}"
  openssl req -new -key "$1.key" -out "$work/req.csr" -subj "${4:-$subject}"
  : > "$work/index"
  echo 01 > "$work/serial"
  printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s\ndefault_md=sha256\npolicy=p\nx509_extensions=e\n[p]\nC=optional\nST=optional\nL=optional\nO=optional\nCN=supplied\n[e]\nbasicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\n' "$work" "$work" "$work" > "$work/ca.conf"
  openssl ca -batch -notext -selfsign -config "$work/ca.conf" -keyfile "$1.key" -in "$work/req.csr" -out "$1.crt" \
    -startdate "$2000000Z" -enddate "$3000000Z"
}

authority customerCA "$subject"
authority other/customerCA "/C=DE/O=Another Corp/CN=customerCA"
authority same-subject/customerCA "$subject"
bits=1024 authority rsa1024 "$subject"
bits=3072 authority rsa3072 "$subject"
bits=4096 authority rsa4096 "$subject"
if [ ! -f ec.crt ]; then
  openssl ecparam -name prime256v1 -genkey -noout -out ec.key
  openssl req -new -x509 -days 7300 -key ec.key -out ec.crt -subj "$subject"
fi
if [ ! -f sha1.crt ]; then
  openssl genrsa -out sha1.key 2048
  openssl req -new -x509 -sha1 -days 7300 -key sha1.key -out sha1.crt -subj "$subject"
fi
dated expired 20100101 20200101
dated not-yet 20400101 20490101
extended ca-false 'basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\n'
extended no-basic-constraints 'subjectKeyIdentifier=hash\n'
extended no-cert-sign 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n'
if [ ! -f intermediate.crt ]; then
  openssl genrsa -out intermediate.key 2048
  openssl req -new -key intermediate.key -out "$work/i.csr" -subj "/O=Example Corp/CN=Intermediate"
  printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n' > "$work/i.ext"
  openssl x509 -req -days 7300 -in "$work/i.csr" -CA customerCA.crt -CAkey customerCA.key -set_serial 77 \
    -extfile "$work/i.ext" -out intermediate.crt
fi
cat customerCA.crt other/customerCA.crt > bundle.crt
openssl x509 -in customerCA.crt -text -out text-dump.crt
sed 's/$/\r/' customerCA.crt > crlf.crt
printf '\n\n' | cat customerCA.crt - > blank-lines.crt
head -c 600 customerCA.crt > truncated.crt
printf '%s\n' '' '-----END CERTIFICATE-----' >> truncated.crt
openssl crl2pkcs7 -nocrl -certfile customerCA.crt -out pkcs7.pem
