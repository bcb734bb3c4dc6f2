#!/bin/sh
# Fetch an address; wait as long as the answer asks, three tries at most, then give up.
# Usage: retry.sh URL [METHOD]
cap=${RETRY_CAP:-900}   # the longest wait we accept
scale=${RETRY_SCALE:-1} # below 1 to see it work without the waits
url=$1
method=${2:-GET}
if [ "$method" = HEAD ]; then set -- --head; else set -- -X "$method"; fi
head=$(mktemp)
body=$(mktemp)
trap 'rm -f "$head" "$body"' EXIT

# Seconds that Retry-After asks for, as a number or as a date; else our own. Never far above the cap.
seconds() {
  tr -d '\r' <"$head" | awk -v now="$(date +%s)" -v scale="$scale" -v first="$first" -v try="$try" -v cap="$cap" '
    tolower($1) == "retry-after:" && $2 ~ /^[0-9]+$/ { asked = $2 + 0 }
    tolower($1) == "retry-after:" && $7 == "GMT" { # Sun, 06 Nov 2094 08:49:37 GMT
      month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $4) + 2) / 3; year = $5
      if (month < 3) { month += 12; year-- } # so that a leap day is the last of its year
      days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month - 457) / 5) + $3 - 719469
      split($6, time, ":")
      asked = 86400 * days + 3600 * time[1] + 60 * time[2] + time[3] - now
    }
    END { wait = asked > 0 ? asked : scale * first * try; printf("%d", wait > cap ? cap + 1 : wait) }'
}

try=1
while :; do
  # 130 s: long enough to be told of a 524 instead of hanging up first.
  status=$(curl -sS "$@" -H 'Accept: application/json' --max-time 130 \
    -D "$head" -o "$body" -w '%{http_code}' "$url")
  failed=$? # above 0 without an answer, and when its body was cut short
  case $status in
    # Tries in all, and seconds to wait when the answer names none; then twice that.
    429) tries=3 first=30 ;;
    502 | 520) tries=3 first=60 ;;
    521 | 522 | 523) tries=3 first=120 ;;
    504 | 524) tries=2 first=120 ;; # the work may still be running
    *) break ;;                     # 500, 525, 526, 530 and the rest
  esac
  # Anything but a GET or HEAD may have been carried out: look before you repeat it.
  case $method in GET | HEAD) ;; *) break ;; esac
  [ "$try" -lt "$tries" ] || break
  wait=$(seconds)
  [ "$wait" -le "$cap" ] || break
  # Up to a fifth more, so that not every client comes back in the same second.
  sleep $((wait + $(od -An -N2 -tu2 /dev/urandom) % (wait / 5 + 1)))
  try=$((try + 1))
done

echo "HTTP $status after $try" >&2
[ "$failed" -eq 0 ] || exit 1 # a part of an answer is none
cat "$body"
[ "$status" -ge 200 ] && [ "$status" -lt 400 ]
