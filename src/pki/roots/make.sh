#!/usr/bin/env bash
# Makes the fictional roots and the hardware card of the simulation. Run once; the keys of the roots are not kept.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Valid from 2020 on, so that the simulation may run at any time after that.
: > "$work/index"
echo 01 > "$work/serial"
printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s\ndefault_md=sha256\npolicy=p\nunique_subject=no\nx509_extensions=e\n[p]\nC=optional\nO=optional\nCN=supplied\n[e]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n' "$work" "$work" "$work" > "$work/ca.conf"
issue() { # request, certificate, signing options
  openssl ca -batch -notext -config "$work/ca.conf" -startdate 20200101000000Z -enddate 20490101000000Z -in "$1" -out "$2" "${@:3}"
}
root() { # file, common name
  openssl req -new -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$work/$1.csr" \
    -subj "/C=US/O=Keystore Playground (fictional)/CN=$2"
  issue "$work/$1.csr" "$1.crt" -selfsign -keyfile "$work/$1.key"
}
root aws-root "Fictional AWS CloudHSM Root"
root manufacturer-root "Fictional HSM Manufacturer Root"
openssl genrsa -out card.key 2048
openssl req -new -key card.key -out "$work/card.csr" \
  -subj "/C=US/O=Keystore Playground (fictional)/CN=HSM:FICTIONAL-CARD-1, for FIPS mode"
for maker in aws manufacturer; do
  issue "$work/card.csr" "$maker-hardware.crt" -cert "$maker-root.crt" -keyfile "$work/$maker-root.key"
done
