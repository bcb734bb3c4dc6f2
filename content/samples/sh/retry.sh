#!/bin/sh
# Fetch an address; wait as long as the answer asks, three tries at most, then give up.
# Usage: retry.sh URL [METHOD]
cap=${RETRY_CAP:-900}   # the longest wait we accept
scale=${RETRY_SCALE:-1} # below 1 to see it work without the waits
url=$1
method=${2:-GET}
head=$(mktemp)
body=$(mktemp)
trap 'rm -f "$head" "$body"' EXIT

try=1
while :; do
  # 130 s: long enough to be told of a 524 instead of hanging up first.
  status=$(curl -sS -X "$method" -H 'Accept: application/json' --max-time 130 \
    -D "$head" -o "$body" -w '%{http_code}' "$url")
  case $status in
    # Tries in all, and seconds to wait when the answer names none; then twice that.
    429) tries=3 first=30 ;;
    502 | 520) tries=3 first=60 ;;
    521 | 522 | 523) tries=3 first=120 ;;
    504 | 524) tries=2 first=120 ;; # the work may still be running
    *) break ;;                     # 500, 525, 526, 530 and the rest
  esac
  # Anything but a GET may have been carried out: look before you repeat it.
  if [ "$method" != GET ] || [ "$try" -ge "$tries" ]; then break; fi
  wait=$(tr -d '\r' <"$head" | awk 'tolower($1) == "retry-after:" { print $2; exit }')
  case $wait in '' | *[!0-9]*) wait=$(awk "BEGIN { print int($scale * $first * $try) }") ;; esac
  [ "$wait" -le "$cap" ] || break
  # Up to a fifth more, so that not every client comes back in the same second.
  sleep $((wait + $(od -An -N2 -tu2 /dev/urandom) % (wait / 5 + 1)))
  try=$((try + 1))
done

cat "$body"
echo "HTTP $status after $try" >&2
[ "$status" -ge 200 ] && [ "$status" -lt 400 ]
