#!/bin/sh
# Makes the lab's certificates in the current folder: a root that the edge trusts, an intermediate, and leaves, good and bad.
set -eu
name=www.example.com
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
key ca.key
openssl req -x509 -new -key ca.key -subj "/CN=Lab Root" -days 3650 -addext basicConstraints=critical,CA:TRUE -out root.pem
key intermediate.key
openssl req -new -key intermediate.key -subj "/CN=Lab Intermediate" -out intermediate.csr
mkdir -p issued
: >index.txt
cat >ca.cnf <<CNF
[lab]
database = index.txt
rand_serial = yes
new_certs_dir = issued
default_md = sha256
policy = any
unique_subject = no
email_in_dn = no
[any]
commonName = supplied
[middle]
basicConstraints = critical,CA:TRUE
[leaf]
basicConstraints = CA:FALSE
subjectAltName = DNS:$name,DNS:example.com
[other]
basicConstraints = CA:FALSE
subjectAltName = DNS:other.example.net
CNF
sign() { # request, certificate, issuer's certificate, issuer's key, section, from, to
  openssl ca -batch -notext -config ca.cnf -name lab -in "$1" -out "$2" -cert "$3" -keyfile "$4" -extensions "$5" -startdate "$6" -enddate "$7" 2>>ca.log
}
day() { date -u -d "$1" +%Y%m%d%H%M%SZ; }
now=$(day '-2 days')
later=$(day '+300 days')
sign intermediate.csr intermediate.pem root.pem ca.key middle "$now" "$(day '+2000 days')"
key good.key
openssl req -new -key good.key -subj "/CN=$name" -out good.csr
leaf() { # name, request, section, from, to
  sign "$2" "$1.leaf" intermediate.pem intermediate.key "$3" "$4" "$5"
  cat "$1.leaf" intermediate.pem >"$1.pem"
}
leaf good good.csr leaf "$now" "$later"
leaf expired good.csr leaf "$(day '-90 days')" "$(day '-1 day')"
leaf not-yet-valid good.csr leaf "$(day '+2 days')" "$later"
leaf wrong-name good.csr other "$now" "$later"
for variant in expired not-yet-valid wrong-name leaf-only self-signed; do cp good.key "$variant.key"; done
cp good.leaf leaf-only.pem
openssl req -x509 -new -key good.key -subj "/CN=$name" -addext "subjectAltName=DNS:$name" -days 300 -out self-signed.pem
openssl genrsa -out rsa.key 2048 2>>ca.log
openssl req -new -key rsa.key -subj "/CN=$name" -out rsa.csr
leaf rsa rsa.csr leaf "$now" "$later"
# For Authenticated Origin Pulls: an authority for the edge's own certificate, and that certificate.
key pull-ca.key
openssl req -x509 -new -key pull-ca.key -subj "/CN=Lab Origin Pull" -days 3650 -addext basicConstraints=critical,CA:TRUE -out pull-ca.pem
key pull.key
openssl req -new -key pull.key -subj "/CN=edge" -out pull.csr
sign pull.csr pull.pem pull-ca.pem pull-ca.key leaf "$now" "$later"
