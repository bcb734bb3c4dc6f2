#!/bin/sh
# diagnose.sh: looks, on an origin server, for what can make Cloudflare answer with a 52x error.
# From the 52x Field Guide, which is independent of Cloudflare. MIT License.
#
# Read it before you run it. It writes no file and changes no setting. It reads /proc, /sys, logs and configuration,
# asks the tools of the system for their lists, and sends a few requests to this machine's own web server.
#   --external  also asks for your own host name through Cloudflare, once.
#   --replay    also copies the firewall rules into a scratch network namespace and knocks there; the namespace ends with the run.
#
# Contents: 1 tables · 2 options · 3 helpers · 4 what is read · 5 listeners and queues · 6 firewall · 7 replay · 8 bans
#           9 routes · 10 TLS and HTTP · 11 certificate files · 12 logs · 13 the machine · 14 outside view · 15 output

# shellcheck disable=SC2016 # programs for awk and sh -c stand in single quotes

# ---------------------------------------------------------------------------------------------------- 1 tables
# The lines between the two marks are written by "npm run diagnose:data" from content/cloudflare.yaml.
# data: begin
CF_V4='173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 190.93.240.0/20 188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 172.64.0.0/13 131.0.72.0/22'
CF_V6='2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 2a06:98c0::/29 2c0f:f248::/32'
CF_CIPHERS=ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA:AES128-GCM-SHA256:AES128-SHA:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-SHA384:AES256-SHA:DES-CBC3-SHA
CF_HTTP_PORTS='80 8080 8880 2052 2082 2086 2095'
CF_HEADERS_KB=128
# data: end

SYN_WAIT=6          # seconds between the two looks at the counters
RECENT=3600         # seconds; older log lines are left alone
LOG_LINES=400       # last lines of each log
LOG_BYTES=200000    # last bytes of each log
OVERLOADED=10       # runnable tasks for each processor

# Symptoms, most telling first. Only these are ever printed; each has a page in the site's vocabulary.
ORDER='ban-fail2ban ban-csf ban-suite ban-litespeed rule-docker-user rule-geo ipv6-rules-closed allowlist-incomplete rule-prohibited
rule-reject rule-drop rule-rate-limit conntrack-full rp-filter-drops route-to-edge-wrong oom-kill service-config-error
service-restarting service-stopped listen-loopback listen-other-port listen-none cert-file-newer cert-expired
cert-wrong-name cert-chain-incomplete cert-self-signed renewal-failing tls-plain-http client-cert-required proxy-protocol-logged
worker-connections-full proxy-ceiling-reached name-unknown-to-server tls-sni-fails tls-no-shared-cipher tls-no-certificate
listen-one-family keepalive-probes-lost workers-exhausted accept-queue-full syn-queue-drops event-loop-stalls headers-large upstream-headers-logged crash-logged
app-limit-logged direct-http1-only compression-broken denied-by-http request-limit-logged upstream-timeout-logged
body-read-slowly upstream-refused-logged large-packets-lost request-missing synack-repeats disk-full slow-request-logged load-high tls-resets
local-broken local-refused local-silent local-error code-520 code-521 code-522 code-523 code-524 code-525 code-526 code-530
listen-ok service-running local-ok cert-ok rule-none ban-none route-to-edge-ok'
# Seen here, and made on the way between: these alone accuse nothing on this machine.
BEYOND='large-packets-lost request-missing synack-repeats'

# Log lines: pattern, symptom, "cf" where the line must hold an address of Cloudflare's. One a line, separated by " => ".
PATTERNS='worker_connections are not enough => worker-connections-full
accept4?\(\) failed \(24: |socket\(\) failed \(24: |Too many open files => proxy-ceiling-reached
reached process FD limit|maxconn reached|cannot accept.*limit => proxy-ceiling-reached
while reading PROXY protocol|PROXY (TCP[46]|UNKNOWN)|AH03507|RemoteIPProxyProtocol => proxy-protocol-logged
client sent no required SSL certificate|client SSL certificate verify error|AH02039|AH02261|peer did not return a certificate => client-cert-required => cf
no "ssl_certificate" is defined => tls-no-certificate
upstream sent too big header|AH01070.*header|malformed header.*too (long|big) => upstream-headers-logged
upstream timed out|timeout specified has expired|AH01075|<NOSRV>.* s[HCQ]--| s[HCQ]-- => upstream-timeout-logged
connect\(\) (to unix:.* )?failed \((111|2|113|99|13): .*upstream|no live upstreams|has no server available|AH0111[46]|AH00957|AH01079|AH02454 => upstream-refused-logged
connect\(\) to unix:.* failed \(11: => workers-exhausted
reached (pm\.)?max_children|seems busy|AH00161|AH00484|AH03490|AH10159|scoreboard is full => workers-exhausted
exited on signal (4|5|6|7|8|9|11)|AH0005[012].*(exit signal|Segmentation)|child pid [0-9]+ exit signal => crash-logged
(recv\(\)|upstream) (failed \(104:.*reading response header|prematurely closed).*upstream => crash-logged
execution timed out .*terminating|WORKER TIMEOUT|HARAKIRI|Maximum execution time => app-limit-logged
executing too slow => slow-request-logged
access forbidden by rule|AH01630|AH01797|ModSecurity: Access denied => denied-by-http => cf
limiting (requests|connections) => request-limit-logged => cf
OverConnHardLimit|bot detected|client_addr_blocked => ban-litespeed => cf
No space left on device|\(28: => disk-full
\[emerg\]|AH00526|AH00072|Syntax error on line|could not bind to address => service-config-error
Start request repeated too quickly|Scheduled restart job, restart counter => service-restarting'

WEB='nginx|apache2|httpd|caddy|haproxy|litespeed|lshttpd|openlitespeed|traefik|envoy|varnishd|angie|tengine'
APPS='php-fpm[0-9.]*|php-cgi|node|nodejs|bun|deno|gunicorn|uvicorn|puma|unicorn|python[0-9.]*|ruby[0-9.]*|java|dotnet|beam.smp|mysqld|mariadbd|postgres|redis-server'

# ---------------------------------------------------------------------------------------------------- 2 options
usage() {
  cat <<'EOF'
Usage: sh diagnose.sh [--host NAME] [--port PORT] [options]

Looks on this server for what can make Cloudflare answer with a 52x error. Writes nothing, changes nothing, takes less than 30 s.
Run it on the origin, as root if you can, best while the error shows.

  --host NAME      host name of the site, as visitors type it (default: the first one in the web server's configuration)
  --mode MODE      SSL/TLS mode at Cloudflare: off, flexible, full or strict. It decides the port, and whether the certificate matters
  --port PORT      port that Cloudflare calls: 443 in SSL mode Full or Full (strict), 80 in Flexible (default: both are looked at)
  --address ADDR   address in Cloudflare's DNS record; an IPv6 one means that IPv6 must work (default: this machine's own)
  --path PATH      path to ask for, such as /slow.php (default: /)
  --replay         as root: also copy the firewall rules into a scratch network namespace and knock there from every
                   Cloudflare range; live traffic is not touched, and the namespace ends with the run
  --external       also request the host name once through Cloudflare (takes up to 30 s more)
  --paste          mask addresses, names and tokens, so that the report can be pasted in public
  --json           machine-readable report
  --help           this text
EOF
}

die() { printf '%s\n' "diagnose.sh: $1. See --help." >&2; exit 2; }

HOST='' MODE='' PORT='' ADDRESS='' URLPATH=/ REPLAY=0 EXTERNAL=0 PASTE=0 JSON=0
options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --host | --mode | --port | --address | --path)
        [ $# -ge 2 ] || die "$1 needs a value"
        case $1 in --host) HOST=$2 ;; --mode) MODE=$2 ;; --port) PORT=$2 ;; --address) ADDRESS=$2 ;; --path) URLPATH=$2 ;; esac
        shift ;;
      --replay) REPLAY=1 ;;
      --external) EXTERNAL=1 ;;
      --paste) PASTE=1 ;;
      --json) JSON=1 ;;
      --help | -h) usage; exit 0 ;;
      *) die "unknown option" ;;
    esac
    shift
  done
  case $HOST in *[!A-Za-z0-9._-]* | -*) die "--host takes a host name" ;; esac
  case $MODE/$PORT in
    off/ | flexible/) PORT=80 ;;
    full/ | strict/) PORT=443 ;;
    off/* | flexible/* | full/* | strict/* | /*) ;;
    *) die "--mode is off, flexible, full or strict" ;;
  esac
  case $PORT in '') ;; *[!0-9]* | 0* | ??????* | 6553[6-9] | 655[4-9]? | 65[6-9]?? | 6[6-9]??? | [7-9]????) die "--port takes a number from 1 to 65535" ;; esac
  case $ADDRESS in *[!0-9A-Fa-f.:]*) die "--address takes an IP address" ;; esac
  case $URLPATH in /*) ;; *) die "--path begins with a slash" ;; esac
  case $URLPATH in *[![:graph:]]*) die "--path takes a path without spaces" ;; esac
  [ "$EXTERNAL" = 0 ] || [ -n "$HOST" ] || die "--external needs --host"
}

# ---------------------------------------------------------------------------------------------------- 3 helpers
LC_ALL=C LANG=C PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin XTABLES_LOCKFILE=/dev/null
export LC_ALL LANG PATH XTABLES_LOCKFILE
unset IFS CDPATH GREP_OPTIONS http_proxy https_proxy ALL_PROXY 2>/dev/null
umask 077
TAB=$(printf '\t')
NL='
'
RESULTS=''

has() { command -v "$1" >/dev/null 2>&1; }
now() { date +%s; }

# limit SECONDS COMMAND...: runs a command, ends it after that time or at the end of the whole run, whichever is sooner.
limit() {
  l_s=$1 l_left=$((DEADLINE - $(now)))
  shift
  [ "$l_left" -ge 1 ] || return 124
  [ "$l_s" -le "$l_left" ] || l_s=$l_left
  case $TIMEOUT in
    '')
      "$@" &
      l_pid=$!
      (sleep "$l_s"; kill -9 "$l_pid") >/dev/null 2>&1 &
      l_dog=$!
      wait "$l_pid"
      l_rc=$?
      kill "$l_dog" 2>/dev/null
      return "$l_rc" ;;
    *) $TIMEOUT "$l_s" "$@" ;;
  esac
}
find_timeout() {
  TIMEOUT=''
  if timeout -s KILL 1 true 2>/dev/null; then TIMEOUT='timeout -s KILL'
  elif timeout -s KILL -t 1 true 2>/dev/null; then TIMEOUT='timeout -s KILL -t'; fi
}

# One result: status (ok, wrong, unknown), check, text. One symptom: id, text. Both as lines on standard output.
row() { printf '%s\t%s\t%s\n' "$1" "$2" "$(printf '%.600s' "$3" | tr '\n\t\r' '   ')"; }
ok() { row ok "$1" "$2"; }
wrong() { row wrong "$1" "$2"; }
unknown() { row unknown "$1" "$2"; }
sym() { row symptom "$1" "$2"; }
# A value for a later section: name, value.
keep() { row value "$1" "$2"; }
kept() { printf '%s\n' "$RESULTS" | awk -F '\t' -v n="$1" '$1 == "value" && $2 == n { v = $3 } END { print v }'; }
shown() { printf '%s\n' "$RESULTS" | grep -q "^symptom$TAB$1$TAB"; }
# Runs a section and keeps what it says; a failing section does not stop the others.
section() { RESULTS="$RESULTS$("$@" 2>/dev/null)$NL"; }

# Addresses as strings of hexadecimal digits after an x, which sort like the numbers. span() sets LO and HI.
AWK_ADDR='
function v4(a,  p) { if (split(a, p, ".") != 4) return ""; return sprintf("x%02x%02x%02x%02x", p[1], p[2], p[3], p[4]) }
function v6(a,  h, n, i, p, q, out, m) {
  if (a ~ /\./) { n = split(a, p, ":"); h = substr(v4(p[n]), 2); a = substr(a, 1, length(a) - length(p[n])) substr(h, 1, 4) ":" substr(h, 5) }
  m = index(a, "::")
  n = split(m ? substr(a, 1, m - 1) : a, p, ":"); out = "x"
  for (i = 1; i <= n; i++) out = out substr("0000" p[i], length(p[i]) + 1)
  if (m) {
    n = split(substr(a, m + 2), q, ":"); h = ""
    for (i = 1; i <= n; i++) h = h substr("0000" q[i], length(q[i]) + 1)
    while (length(out) + length(h) < 33) out = out "0"
    out = out h
  }
  return length(out) == 33 ? tolower(out) : ""
}
function span(c,  p, h, b, i, d, s, n) {
  LO = ""
  if (c !~ /^[0-9a-fA-F.:\/-]+$/) return 0
  if (c ~ /-/) { split(c, p, "-"); LO = p[1] ~ /:/ ? v6(p[1]) : v4(p[1]); HI = p[2] ~ /:/ ? v6(p[2]) : v4(p[2]); return LO != "" && HI != "" }
  n = split(c, p, "/"); h = p[1] ~ /:/ ? v6(p[1]) : v4(p[1])
  if (h == "") return 0
  b = n > 1 ? p[2] : (length(h) - 1) * 4
  if (b ~ /\./) { s = v4(b); b = 0; for (i = 2; i <= 9; i++) { d = index("0123456789abcdef", substr(s, i, 1)) - 1; while (d >= 8) { b++; d = (d - 8) * 2 } } }
  i = int(b / 4) + 1; LO = substr(h, 1, i); HI = LO
  if (b % 4) {
    d = index("0123456789abcdef", substr(h, i + 1, 1)) - 1; s = substr("842", b % 4, 1) + 0; d -= d % s
    LO = LO sprintf("%x", d); HI = HI sprintf("%x", d + s - 1)
  }
  while (length(LO) < length(h)) { LO = LO "0"; HI = HI "f" }
  return 1
}
function dec(h,  i, n) { for (i = 1; i <= length(h); i++) n = n * 16 + index("0123456789abcdef", tolower(substr(h, i, 1))) - 1; return n + 0 }
function human(x,  i, s) {
  if (length(x) == 9) return dec(substr(x, 2, 2)) "." dec(substr(x, 4, 2)) "." dec(substr(x, 6, 2)) "." dec(substr(x, 8, 2))
  for (i = 2; i < 33; i += 4) s = s (i > 2 ? ":" : "") sprintf("%x", dec(substr(x, i, 4)))
  sub(/(:0)(:0)+$/, "::", s)
  return s
}
function ranges(  i, p, n) { n = split(ENVIRON["CF_V4"] " " ENVIRON["CF_V6"], p, " "); for (i = 1; i <= n; i++) if (span(p[i])) { CN[++NCF] = p[i]; CL[NCF] = LO; CH[NCF] = HI } }
function overlaps(lo, hi,  i) { for (i = 1; i <= NCF; i++) if (length(lo) == length(CL[i]) && lo <= CH[i] && hi >= CL[i]) return i; return 0 }
BEGIN { ranges() }
'

# Of the addresses or ranges on standard input, one a line, those that touch Cloudflare's ranges; at most 40.
of_cloudflare() { tr -c '0-9a-fA-F.:/\n' '\n' | awk "$AWK_ADDR"' /[.:]/ && span($1) && overlaps(LO, HI) && !seen[$1]++ && ++n <= 40'; }

# ---------------------------------------------------------------------------------------------------- 4 what is read
# Counters of the network stack, one "Name value" a line.
counters() {
  cat /proc/net/netstat /proc/net/snmp 2>/dev/null | awk '
    { p = $1; sub(/:/, "", p) }
    p == last { for (i = 2; i <= NF; i++) print p names[i], $i; last = ""; next }
    { last = p; for (i = 2; i <= NF; i++) names[i] = $i }'
  awk '$1 ~ /^Ip6(OutNoRoutes|InDiscards)$/' /proc/net/snmp6
  # Hexadecimal columns, one line a processor.
  awk "$AWK_ADDR"' NR == 1 { for (i = 1; i <= NF; i++) if ($i == "drop") c = i; next } c { n += dec($c) } END { if (c) print "ConntrackDrop", n }' /proc/net/stat/nf_conntrack
  awk '$1 ~ /^pswp(in|out)$/' /proc/vmstat
}
# grown NAME: how much a counter grew between the two looks.
grown() { printf '%s\n%s\n' "$COUNTERS_1" "$COUNTERS_2" | awk -v n="$1" '$1 == n { v[++k] = $2 } END { print (k > 1 ? v[k] - v[1] : 0) }'; }

# TCP sockets: "listen family address port queue", "half port peer", "open port peer queue-in queue-out retransmits".
# Half-open and open ones only with a peer of Cloudflare's, at most 2000; "count port n" for all open ones.
sockets() {
  for s_f in /proc/net/tcp /proc/net/tcp6; do [ -r "$s_f" ] && cat "$s_f"; done | awk "$AWK_ADDR"'
    function swap(w) { return substr(w, 7, 2) substr(w, 5, 2) substr(w, 3, 2) substr(w, 1, 2) }
    function addr(h,  i, s) { s = "x"; for (i = 1; i < length(h); i += 8) s = s swap(substr(h, i, 8)); s = tolower(s)
      return substr(s, 2, 24) == "00000000000000000000ffff" ? "x" substr(s, 26) : s }
    $2 ~ /:/ && $4 ~ /^..$/ {
      split($2, l, ":"); split($3, r, ":"); split($5, q, ":"); p = dec(l[2])
      if ($4 == "0A") { print "listen", (length(l[1]) > 8 ? 6 : 4), addr(l[1]), p, dec(q[2]); next }
      if ($4 == "03") { half[p]++; a = addr(r[1]); if (overlaps(a, a) && ++n < 2000) print "half", p, a ":" r[2] }
      if ($4 == "01") { open[p]++; a = addr(r[1]); if (overlaps(a, a) && ++n < 2000) print "open", p, a ":" r[2], dec(q[2]), dec(q[1]), dec($7) + $9 }
      if ($4 == "01" && dec(q[2]) > 0) stuck[p]++
    }
    END { for (p in open) print "count", p, open[p] + 0, stuck[p] + 0; for (p in half) print "halves", p, half[p] }'
}

# Processes: pid, parent, state, processor ticks, name.
processes() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk '{
    a = index($0, "("); for (b = length($0); b > a && substr($0, b, 1) != ")"; b--) ;
    split(substr($0, b + 2), f, " "); name = substr($0, a + 1, b - a - 1); gsub(/[^A-Za-z0-9._:-]/, "_", name)
    print $1, f[2], f[1], f[12] + f[13], name }'
}

# This machine: its addresses ("family address device", widest use first), the device towards the internet.
addresses() {
  if has ip; then
    limit 3 ip -o addr show 2>/dev/null | awk '$3 ~ /^inet6?$/ { split($4, a, "/"); if ($0 ~ /scope global/ || $0 !~ /scope/) print $3 == "inet" ? 4 : 6, a[1], $2 }'
  else
    awk '/32 host LOCAL/ { print 4, last, "-" } { last = $2 }' /proc/net/fib_trie | grep -v ' 127\.' | sort -u
  fi | awk '$3 == "lo" && $2 ~ /^127|^::1$/ { next }
    { p = 1 }
    $2 ~ /^(10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.|f[cd]|169\.254)/ { p = 2 }
    $3 ~ /^(docker|br-|veth|virbr|cni|flannel|cali|lxc|tun|tap|wg|zt|tailscale|ppp|dummy)/ { p = p + 2 }
    $2 ~ /^fe80/ { next } { print p, $1, $2, $3 }' | sort -n | cut -d ' ' -f 2-
}
default_device() { awk '$2 == "00000000" && $8 == "00000000" { print $1; exit }' /proc/net/route; }

# Lines of a configuration that match a pattern, without comments: pattern, folders (default: those of the servers it knows).
configuration() {
  c_pattern=$1
  shift
  # Links, as in sites-enabled, are followed where they are named, not within a folder.
  [ $# -gt 0 ] || set -- /etc/nginx /usr/local/etc/nginx /etc/apache2/*.conf /etc/apache2/*-enabled/*.conf /etc/httpd/conf /etc/httpd/conf.d /etc/haproxy /usr/local/lsws/conf
  limit 5 grep -rhsE "$c_pattern" "$@" | grep -v '^[[:space:]]*#' | head -n 2000
}
configured_names() {
  configuration '(server_name|ServerName|ServerAlias)[[:space:]]' | grep -oE '(server_name|ServerName|ServerAlias)[[:space:]][^;#]*' |
    awk '{ for (i = 2; i <= NF; i++) { sub(/:[0-9]+$/, "", $i); if ($i ~ /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/ && $i !~ /^[0-9.]+$/ && $i !~ /^localhost/ && !s[$i]++) print $i } }' | head -n 10
}

gather() {
  MY=$(addresses) DEV=$(default_device)
  ME4=$(printf '%s\n' "$MY" | awk '$1 == 4 { print $2; exit }') ME6=$(printf '%s\n' "$MY" | awk '$1 == 6 && $2 !~ /^f[cd]/ { print $2; exit }')
  WAN=$(printf '%s\n' "$MY" | awk -v a="$ME4" -v b="$ME6" '$2 == a || (a == "" && $2 == b) { print $3; exit }')
  [ -n "$WAN" ] && [ "$WAN" != - ] || WAN=$DEV
  NAMES=$(configured_names)
  [ -n "$HOST" ] || { HOST=$(printf '%s\n' "$NAMES" | head -n 1); GUESSED=1; }
  PORTS=${PORT:-443 80}
  PROCS_1=$(processes) COUNTERS_1=$(counters 2>/dev/null) SOCKETS_1=$(sockets) STARTED=$(now)
  RULES_1=$(rules) LOGS=$(logs) ACCESS=$(access_logs)
}
gather_again() {
  g_wait=$((STARTED + SYN_WAIT - $(now)))
  [ "$g_wait" -le 0 ] || sleep "$g_wait"
  PROCS_2=$(processes) COUNTERS_2=$(counters 2>/dev/null) SOCKETS_2=$(sockets)
}
running() { printf '%s\n' "$PROCS_1" | awk -v w="^($WEB)\$" '$5 ~ w { n[$5]++ } END { for (p in n) printf "%s%s (%d)", s++ ? ", " : "", p, n[p] }'; }

# ---------------------------------------------------------------------------------------------------- 5 listeners and queues
# Kind of listener on a port, for a family: none, loopback, one (a single address), any.
listener() {
  printf '%s\n' "$SOCKETS_1" | awk -v f="$1" -v p="$2" '
    $1 == "listen" && $4 == p && ($2 == f || $3 ~ /^x0+$/) {
      if ($2 == 6 && f == 4) { dual = 1; next }
      if ($2 != f) next
      k = $3 ~ /^x0+$/ ? 3 : ($3 ~ /^x7f/ || $3 ~ /^x0+1$/ ? 1 : 2); if (k > best) best = k }
    END { if (dual && best < 3) { print best == "" ? "dual" : best == 1 ? "dual" : "one"; exit } print best == 3 ? "any" : best == 2 ? "one" : best == 1 ? "loopback" : "none" }'
}
# A wildcard IPv6 listener serves IPv4 too unless it is told not to; ss writes the first as *:443.
serves_v4() { if has ss; then limit 3 ss -Hltn "sport = :$1" 2>/dev/null | grep -qE '(^|[[:space:]])\*:'; else [ "$(cat /proc/sys/net/ipv6/bindv6only)" = 0 ]; fi; }

other_ports() {
  printf '%s\n' "$SOCKETS_1" | awk '$1 == "listen" && $3 !~ /^x7f/ && $3 !~ /^x0+1$/ && ($4 == 80 || $4 == 443 || ($4 >= 3000 && $4 <= 3999 && $4 != 3306 && $4 != 3389) || ($4 >= 7000 && $4 <= 10443 && $4 != 9000 && $4 != 9100)) && !s[$4]++ { printf "%s%s", n++ ? ", " : "", $4 }'
}

check_listeners() {
  [ -r /proc/net/tcp ] || { unknown listen "Listeners: /proc/net/tcp cannot be read. Look with: ss -ltn"; return; }
  c_here='' c_gone='' c_loop=''
  for p in $PORTS; do
    v4=$(listener 4 "$p") v6=$(listener 6 "$p")
    [ "$v4" != dual ] || { if serves_v4 "$p"; then v4=any; else v4=none; fi; }
    keep "v4-$p" "$v4"; keep "v6-$p" "$v6"
    case $v4/$v6 in
      none/none)
        if forwarded "$p"; then ok listen "Port $p: a NAT rule hands it on, as Docker does; what answers there is not on this machine."; else c_gone="$c_gone $p"; fi ;;
      loopback/none | none/loopback | loopback/loopback) c_loop="$c_loop $p" ;;
      none/* | loopback/*)
        wrong listen "Port $p: a service listens for IPv6 only; calls to an IPv4 address are refused."
        sym listen-one-family "port $p: IPv6 only" ;;
      *)
        c_here="$c_here $p"
        case $ADDRESS/$v6 in *:*/none | *:*/loopback)
          wrong listen "Port $p: nothing listens for IPv6, and the record holds $ADDRESS."
          sym listen-one-family "port $p: IPv4 only" ;;
        esac ;;
    esac
  done
  for p in $c_here; do keep listens "$c_here"; ok listen "Port $p: a service listens (IPv4: $(kept_now "v4-$p"), IPv6: $(kept_now "v6-$p"))."; done
  case $ADDRESS in *:*) ;; *) if [ -n "$c_here" ]; then check_one_family; fi ;; esac
  for p in $c_loop; do
    wrong listen "Port $p: the service listens on the loopback address only; nobody else can reach it."
    sym listen-loopback "port $p: only 127.0.0.1 or ::1"
  done
  [ -z "$c_gone" ] || check_gone
  if [ -n "$c_here" ]; then sym listen-ok "listening:$c_here"; fi
}
# Whether a NAT rule hands calls to a port on to another address.
forwarded() { printf '%s\n' "$RULES_1" | grep -qE -- "(--dport $1 .*-j DNAT|dport $1 .*dnat )"; }
# Inside check_listeners its own lines are not kept yet: read the sockets again.
kept_now() { case $1 in v4-*) listener 4 "${1#v4-}" ;; *) listener 6 "${1#v6-}" ;; esac; }

# IPv4 only: a fault only where the record has an IPv6 address too, which is not known here; unless the other port has both.
check_one_family() {
  [ -n "$ME6" ] || return
  c_one='' c_two=''
  for p in 443 80; do case $(listener 4 "$p")/$(listener 6 "$p") in *none) ;; none/* | */loopback | dual/*) ;; *) c_two=$p ;; esac; done
  for p in $c_here; do [ "$(listener 6 "$p")" != none ] || c_one="$c_one $p"; done
  [ -n "$c_one" ] || return
  if [ -n "$c_two" ]; then
    wrong listen "Port$c_one: nothing listens for IPv6, although port $c_two does and the machine has an IPv6 address."
    sym listen-one-family "port$c_one: IPv4 only, port $c_two both"
  else
    unknown listen "Port$c_one: IPv4 only. A fault if the DNS tab at Cloudflare holds an AAAA record; then run with --address and it."
  fi
}

check_gone() {
  others=$(other_ports) c_list=${c_gone# }
  case $c_list in *' '*) c_words="ports $c_list" ;; *) c_words="port $c_list" ;; esac
  if [ -z "$PORT" ] && [ -n "$c_here$c_loop" ]; then
    # Only one of the two is missing: right or wrong depends on the SSL mode, unless the configuration wants it.
    if [ "$c_list" = 443 ] && configured_443; then
      wrong listen "Port 443: the configuration names it, and nothing listens on it; a reload or a start may have failed."
      sym listen-none "port 443: configured, not open"
    else
      unknown listen "Port $c_list: nothing listens. Cloudflare calls 443 in SSL mode Full and Full (strict), 80 in Flexible; if it calls $c_list, that is the fault (run with --port $c_list)."
    fi
    return
  fi
  [ -z "$c_here$c_loop" ] || return
  if [ -n "$others" ]; then
    wrong listen "Nothing listens on $c_words; a service listens on $others."
    sym listen-other-port "nothing on $c_words; open: $others"
  else
    wrong listen "Nothing listens on $c_words."
    sym listen-none "$c_words: no listener"
  fi
  keep gone 1
}
# Only the configuration of a server that runs says what should be open.
configured_443() {
  case $(running) in
    *nginx*) configuration 'listen[^;]*443' /etc/nginx ;;
    *apache2* | *httpd*) configuration 'VirtualHost[^>]*:443' /etc/apache2/sites-enabled/* /etc/httpd/conf.d ;;
  esac | grep -q 443
}

check_service() {
  alive=$(running)
  if has systemctl && [ -d /run/systemd/system ]; then
    limit 4 systemctl show -p Id -p LoadState -p ActiveState -p SubState -p Result nginx apache2 httpd caddy lshttpd haproxy 2>/dev/null |
      awk -F = '/^Id=/ { id = $2 } /^SubState=auto-restart|^Result=start-limit-hit/ { print id }' | sort -u | while read -r unit; do
        wrong service "$unit starts again and again, and fails."
        sym service-restarting "$unit: systemd restarts it"
      done
  fi
  anew=$(kept anew)
  [ -z "$anew" ] || { wrong service "$anew ends and starts again and again: more than once within ${SYN_WAIT} s."; sym service-restarting "$anew: new first process, again and again"; }
  if [ -z "$(kept gone)" ]; then
    [ -z "$alive" ] || { ok service "Web server processes: $alive."; sym service-running "$alive"; }
    return
  fi
  if [ -n "$alive" ]; then ok service "A web server runs, without these ports: $alive."
  elif [ -d /etc/nginx ] || [ -d /etc/apache2 ] || [ -d /etc/httpd ] || [ -d /etc/caddy ] || [ -d /usr/local/lsws ]; then
    wrong service "A web server is installed, and none runs."
    sym service-stopped "no process of a web server"
  fi
  config_test
}

# The configuration tests of nginx and Apache would create missing logs and pid files: they run in a mount namespace where those
# folders are empty and in memory, and which ends with them.
config_test() {
  for t in 'nginx -t -q' 'apache2ctl -t' 'httpd -t' 'haproxy -c -f /etc/haproxy/haproxy.cfg'; do
    has "${t%% *}" || continue
    case $t in haproxy*) [ -r /etc/haproxy/haproxy.cfg ] || continue ;; esac
    if [ "$ROOT" = 0 ] || ! has unshare; then unknown config "Configuration: not tested without root. Try: ${t% -q*}"; continue; fi
    said=$(limit 6 unshare -m sh -c 'for d in /run /var/log/nginx /var/log/apache2 /var/log/httpd /var/lib/nginx /var/cache/nginx /tmp; do
      [ ! -d $d ] || mount -t tmpfs none $d || exit 99; done; mkdir -p /run/apache2 /run/lock /run/httpd; cd /; exec $0' "$t" 2>&1)
    rc=$?
    case $rc in
      0) ok config "Configuration of ${t%% *}: its own test finds no error." ;;
      99 | 124 | 137) unknown config "Configuration: could not be tested in a namespace. Try: ${t% -q*}" ;;
      *)
        said=$(printf '%s\n' "$said" | grep -E 'emerg|rror|ALERT|nvalid' | head -n 1)
        wrong config "Configuration: ${t%% *} refuses it: $said"
        sym service-config-error "$said" ;;
    esac
  done
}

check_queues() {
  counted=1
  case $COUNTERS_1 in *TcpExtListenOverflows*) ;; *) counted=0; unknown queues "Counters: /proc/net/netstat cannot be read. Look with: nstat -az" ;; esac
  over=$(grown TcpExtListenOverflows) drops=$(grown TcpExtListenDrops) full=$(grown TcpExtTCPReqQFullDrop)
  noroute=$(grown IpOutNoRoutes) cookies=$(grown TcpExtSyncookiesSent)
  somaxconn=$(cat /proc/sys/net/core/somaxconn)
  for p in $PORTS; do
    q=$(printf '%s\n%s\n' "$SOCKETS_1" "$SOCKETS_2" | awk -v p="$p" '$1 == "listen" && $4 == p && $5 > m { m = $5 } END { print m + 0 }')
    max=$(limit 3 ss -Hltn "sport = :$p" 2>/dev/null | awk '$3 > m { m = $3 } END { print m + 0 }')
    keep "queue-$p" "$q"
    if [ "${max:-0}" -gt 0 ] && [ "$q" -gt 0 ] && [ "$q" -ge "$max" ] || [ "${max:-0}" = 0 ] && [ "$q" -ge "${somaxconn:-4096}" ]; then
      wrong queues "Port $p: the accept queue is full, $q waiting of ${max:-$somaxconn} (the web server does not take connections)."
      sym accept-queue-full "port $p: Recv-Q $q, Send-Q ${max:-?}"
    elif [ "$q" -gt 0 ] && [ "$over" -gt 0 ]; then
      wrong queues "The accept queue overflowed $over times in ${SYN_WAIT} s."
      sym accept-queue-full "ListenOverflows +$over, port $p: $q waiting"
    fi
  done
  backlog=$(cat /proc/sys/net/ipv4/tcp_max_syn_backlog) syncookies=$(cat /proc/sys/net/ipv4/tcp_syncookies)
  half=$(printf '%s\n' "$SOCKETS_2" | awk '$1 == "halves" { n += $3 } END { print n + 0 }')
  if [ "$over" = 0 ] && [ "$noroute" = 0 ] && { [ "$full" -gt 0 ] || { { [ "$drops" -gt 3 ] || { [ "$drops" -gt 0 ] && [ "$syncookies" = 0 ]; }; } && [ $((half * 4 + 4)) -ge $((${backlog:-80} * 3)) ]; }; }; then
    wrong queues "The queue of half-open connections is full: ListenDrops grew by $drops, $half half-open, tcp_syncookies is ${syncookies:-?}."
    sym syn-queue-drops "ListenDrops +$drops, ListenOverflows +0, half-open $half of ${backlog:-?}"
  elif [ "$cookies" -gt 0 ]; then ok queues "Many half-open connections; the kernel answers with SYN cookies, which lets real callers through."; fi
  if [ "$over" -gt 0 ] && ! printf '%s\n' "$SOCKETS_1$SOCKETS_2" | grep -q 'listen.* [1-9][0-9]*$'; then
    unknown queues "An accept queue overflowed $over times in ${SYN_WAIT} s, and had room when looked at. Which one: ss -ltn"
  fi
  [ "$over$drops$counted" != 001 ] || ok queues "Accept queue and SYN queue: no drop in ${SYN_WAIT} s."
  count=$(cat /proc/sys/net/netfilter/nf_conntrack_count) cmax=$(cat /proc/sys/net/netfilter/nf_conntrack_max) lost=$(grown ConntrackDrop)
  own=$(readlink /proc/self/ns/net | tr -cd 0-9) # newer kernels name the network namespace whose table was full
  if [ -z "$cmax" ]; then ok conntrack "Connection tracking is off, so its table cannot be full."
  elif [ "${count:-0}" -ge "$cmax" ] || [ "$lost" -gt 0 ]; then
    wrong conntrack "The connection tracking table is full: $count of $cmax entries, $lost drops in ${SYN_WAIT} s."
    sym conntrack-full "nf_conntrack $count of $cmax, drop +$lost"
  elif [ "$INIT_NS" = 1 ] && printf '%s\n' "$KERNEL" | grep -qE "nf_conntrack: table full(,| in netns $own,)"; then
    wrong conntrack "The kernel log says that the connection tracking table was full within the hour."
    # Where nothing listens now, that comes first.
    shown listen-none || sym conntrack-full "kernel: nf_conntrack: table full, dropping packet"
  else ok conntrack "Connection tracking table: $count of $cmax entries."; fi
  check_idle
}

# A filter that knows only tracked connections, and forgets them sooner than the web server closes them.
check_idle() {
  forgets=$(cat /proc/sys/net/netfilter/nf_conntrack_tcp_timeout_established)
  [ "$(cat /proc/sys/net/netfilter/nf_conntrack_tcp_loose)" = 0 ] && printf '%s\n' "$RULES_1" | grep -qE -- '--(ct)?state [A-Z,]*INVALID.*-j (DROP|REJECT)|ct state .*invalid.*(drop|reject)' || return
  keeps=$(configuration '(keepalive_timeout|KeepAliveTimeout|http-keep-alive)[[:space:]]' | awk '{ sub(/.*(keepalive_timeout|KeepAliveTimeout|http-keep-alive)[ \t]+/, ""); n = $1 + 0; if ($1 ~ /^[0-9]+m($|;)/) n *= 60; if ($1 !~ /ms/ && n > m) m = n } END { print m ? m : 75 }')
  [ "${forgets:-432000}" -ge "$keeps" ] || {
    wrong conntrack "Connection tracking forgets an idle connection after $forgets s, the web server keeps it for $keeps s, and a rule drops what is not tracked: the next request on it vanishes."
    sym keepalive-probes-lost "nf_conntrack_tcp_timeout_established=$forgets, nf_conntrack_tcp_loose=0"; }
}

# Connections from Cloudflare that were stuck in both looks.
check_packets() {
  stuck=$(printf '%s\n-\n%s\n' "$SOCKETS_1" "$SOCKETS_2" | awk "$AWK_ADDR"'
    function who(a) { sub(/:.*/, "", a); return human(a) }
    $1 == "-" { two = 1; next }
    !two && $1 == "half" { h[$3] = 1 }
    !two && $1 == "open" { i[$3] = $4; o[$3] = $5 + 1; seen[$3] = 1 }
    two && $1 == "half" && ($3 in h) { print "half", who($3); }
    two && $1 == "open" && ($3 in seen) { if ($5 > 0 && o[$3] > 1 && $6 > 0) print "out", who($3), $5, $6; if ($4 > 0 && i[$3] > 0) print "in", who($3), $4 }' | sort | uniq -c | sort -rn)
  hole=$(kept hole) mute=$(kept mute)
  case $stuck in *out*)
    e=$(printf '%s\n' "$stuck" | awk '$2 == "out" { print $3 ": Send-Q " $4 ", sent again " $5 " times"; exit }')
    wrong packets "Data to Cloudflare is not acknowledged: $e."
    sym large-packets-lost "$e" ;;
  esac
  [ -z "$hole" ] || {
    wrong packets "Later packets from $hole arrived, and an earlier one stays missing: large ones are lost on the way (path MTU), or one way loses many."
    sym large-packets-lost "$hole: data with a gap that is not filled"; }
  case $stuck in *half*)
    e=$(printf '%s\n' "$stuck" | awk '$2 == "half" { print $3; exit }')
    wrong packets "The SYN-ACK to $e was repeated, and no ACK came back: the way back is broken beyond this machine, or here (see routes)."
    sym synack-repeats "half-open for ${SYN_WAIT} s: $e" ;;
  esac
  case $stuck in *' in '*) keep unread "$(printf '%s\n' "$stuck" | awk '$2 == "in" { print $3; exit }')" ;; esac
  [ -z "$mute" ] || { wrong packets "A connection from $mute is open for seconds, and no byte of its request arrived."; sym request-missing "established, nothing received from $mute"; }
}

# Looks twice a second, while requests are sent, at what the two looks would miss: connections with Cloudflare that
# do not get on (hole: a gap in what arrived; mute: nothing arrived; late: the rest of a request is not read), and servers that
# come anew.
watch() {
  w_end=$(($(now) + SYN_WAIT))
  while :; do
    echo '@@look'
    processes | awk -v w="^($WEB)\$" '{ name[$1] = $5; up[$1] = $2 } END { for (p in name) if (name[p] ~ w && name[up[p]] != name[p]) print "first", name[p], p }'
    for w_p in $PORTS; do limit 2 ss -Htinm state established "sport = :$w_p" 2>/dev/null | head -n 4000; done
    [ "$(now)" -lt "$w_end" ] || break
    sleep 0.5 2>/dev/null || sleep 1
  done | awk "$AWK_ADDR"'
    function figure(n) { return match($0, n "[0-9]+") ? substr($0, RSTART + length(n), RLENGTH - length(n)) + 0 : 0 }
    /^@@look/ { look++; next }
    $1 == "first" { name[$2] = 1; here[$2, look] = 1; if (last[$2, $3] == look - 1) stays[$2, look] = 1; last[$2, $3] = look; next }
    /^[0-9]/ { queue = $1; key = peer = $4; sub(/:[0-9]+$/, "", peer); gsub(/[][]|::ffff:/, "", peer); if (!span(peer) || !overlaps(LO, HI)) key = ""; next }
    key != "" { got = figure("bytes_received:"); read = got - queue; still = figure("lastrcv:")
      # Memory in use, and nothing to be read: what waits is behind a gap.
      if (queue == 0 && figure("rcv_ooopack:") && figure("skmem:.r") && still > 500) { if (gap != look) gaps++; gap = look; if (gaps > 1) say["hole"] = peer }
      else if (!got && /segs_in:/ && queue == 0 && still > 3000) say["mute"] = peer   # an ss that counts segments counts bytes too
      if (queue > 0 && read > 0 && read == was[key] && seen[key] == look - 1) { if (++same[key] > 3) say["late"] = peer } else same[key] = 0
      was[key] = read; seen[key] = look; key = "" }
    END { for (k in say) print "value\t" k "\t" say[k]
      # An end and a start are one restart, which may be meant.
      for (n in name) { turns = 0; for (i = 2; i <= look; i++) if (!((n, i) in stays)) turns += here[n, i - 1] + here[n, i]; if (turns > 2) print "value\tanew\t" n } }'
}

# ---------------------------------------------------------------------------------------------------- 6 firewall
# All rules, each list behind a mark: "#4 nft" and "#6 legacy" (iptables), "#set" (ipset), "#nft" (what iptables does not hold).
# iptables-save reads only tables that exist; iptables -L would create them.
rules() {
  [ "$ROOT" = 1 ] || return
  for f in 4: 6:6; do
    for k in nft legacy; do
      if has "ip${f#*:}tables-$k-save"; then
        [ "$k" != legacy ] || grep -q . "/proc/net/ip${f#*:}_tables_names" || continue
        printf '#%s %s\n' "${f%:*}" "$k"; limit 5 "ip${f#*:}tables-$k-save" -c 2>/dev/null
      elif [ "$k" = nft ] && has "ip${f#*:}tables-save" && ! has "ip${f#*:}tables-legacy-save"; then
        printf '#%s plain\n' "${f%:*}"; limit 5 "ip${f#*:}tables-save" -c 2>/dev/null
      fi
    done
  done
  ! has ipset || { echo '#set'; limit 5 ipset save 2>/dev/null; }
  if has nft; then
    limit 4 nft list tables 2>/dev/null | while read -r word family name; do
      [ "$word" = table ] || continue
      case $family/$name in ip/filter | ip/nat | ip/mangle | ip/raw | ip/security | ip6/filter | ip6/nat | ip6/mangle | ip6/raw | ip6/security) has iptables-nft-save && continue ;; esac
      echo '#nft'; limit 5 nft list table "$family" "$name" 2>/dev/null | sed '/^[[:space:]]*flags .*owner/d'
    done
  fi
  echo '#end'
}

# Walks the rules for one new connection from two addresses of each Cloudflare range, and from each single address in Cloudflare's
# ranges that a rule or set names. One row a walk: family port kind address verdict maybe by-source rate tool text.
AWK_RULES=$AWK_ADDR'
function newrule() { ++r; V[r] = T[r] = P[r] = FM[r] = D[r] = TA[r] = ""; U[r] = RL[r] = HS[r] = NG[r] = NS[r] = PN[r] = GEO[r] = skip = 0 }
function source(w, neg) { HS[r] = 1; NG[r] = neg; if (w ~ /^@/) { S[r, ++NS[r]] = w; return } if (span(w) && (neg || overlaps(LO, HI))) { S[r, ++NS[r]] = w; SL[r, NS[r]] = LO; SH[r, NS[r]] = HI; if (!neg) extra(LO, HI) } }
function extra(lo, hi,  i) { i = overlaps(lo, hi); if (i && (lo > CL[i] || hi < CH[i]) && lo >= CL[i] && !(lo in EX) && NX < 60) { EX[lo] = 1; X[++NX] = lo } }
function element(s, w) { sub(/ .*/, "", w); if (span(w) && overlaps(LO, HI)) { EL[s, ++NE[s]] = LO; EH[s, NE[s]] = HI; extra(LO, HI) } }
function done(c) { if (skip || V[r] == "" || (HS[r] && !NG[r] && !NS[r])) return; if (RL[r] && V[r] == "note") return; R[c, ++N[c]] = r; CR[r] = c; TX[r] = substr(text, 1, 160); MI[r] = RL[r] && V[r] == "drop" && mild(text) }
# A limit that drops what one address calls beyond one a second or more: TCP repeats a call after 1, 3, 7 and 15 s and gets in.
function mild(x) { return (x ~ /hashlimit-mode [a-z,]*srcip/ && x ~ /hashlimit-above [0-9]+\/s/) || x ~ /saddr[^}]*limit rate over [0-9]+\/second/ }
function portin(list, p,  a, n, i, b) { n = split(list, a, ","); for (i = 1; i <= n; i++) { if (split(a[i], b, /[:-]/) < 2) b[2] = b[1]; if (b[1] == "") b[1] = 0; if (b[2] == "") b[2] = 65535; if (p + 0 >= b[1] + 0 && p + 0 <= b[2] + 0) return 1 } return 0 }
function iface(name, wan,  p) { gsub(/"/, "", name); if (name ~ /[+*]$/) { p = substr(name, 1, length(name) - 1); return substr(wan, 1, length(p)) == p } return name == wan }
function mine(w,  i) { if (!span(w)) return 1; for (i = 1; i <= NM; i++) if (length(M[i]) == length(LO) && M[i] >= LO && M[i] <= HI) return 1; return 0 }
function rejected(how) { return how ~ /prohib|admin|host-unreach|net-unreach|no-route|addr-unreach/ ? "prohibited" : "reject" }

# --- iptables-save
function ipt(line,  t, n, i, neg, c, w, m, a, b, k) {
  gsub(/\\./, "", line); gsub(/"[^"]*"/, "Q", line); n = split(line, t, " "); newrule(); text = line
  i = 1; CT[r] = 0; if (t[1] ~ /^\[/) { m = t[1]; gsub(/[][]/, "", m); split(m, a, ":"); CT[r] = a[1]; i = 2; sub(/^[^ ]* /, "", text) }
  if (t[i] != "-A") return
  c = key t[i + 1]; i += 2; V[r] = "note"; FM[r] = fam
  for (; i <= n; i++) {
    if (t[i] == "!") { neg = 1; continue }
    w = t[i + 1]
    if (t[i] == "-p") { if ((w !~ /^(tcp|all|6|0)$/) != neg) skip = 1; i++ }
    else if (t[i] == "-s") { source(w, neg); i++ }
    else if (t[i] == "-d") { if (mine(w) == neg) { D[r] = w; DN[r] = neg } i++ }   # not for this machine: for what a NAT rule hands on
    else if (t[i] == "-i") { if (iface(w, ENVIRON["WAN"]) == neg) skip = 1; i++ }
    else if (t[i] == "-o") { if (c ~ /INPUT|PREROUTING/ || iface(w, ENVIRON["WAN"]) != neg) skip = 1; i++ }
    else if (t[i] == "-m") {   # known ones; ones that no plain SYN meets; and the rest, which is not judged
      if (w ~ /^(limit|hashlimit|connlimit)$/) RL[r] = 1
      else if (w ~ /^(rt|frag|hbh|dst|mh|ah|esp|ipv6header|icmp|icmp6|udp|udplite|sctp|dccp|policy|rpfilter)$/) skip = 1
      else if (w !~ /^(tcp|multiport|conntrack|state|comment|set|addrtype|recent|iprange)$/) { U[r] = 1; if (w == "geoip") GEO[r] = 1 }
      i++ }
    else if (t[i] ~ /^--(update|rcheck)$/) RL[r] = 1
    else if (t[i] ~ /^--(dport|dports|destination-port|ports|ctorigdstport)$/) { P[r] = w; PN[r] = neg; if (t[i] == "--ctorigdstport") OP[r] = 1; i++ }
    else if (t[i] ~ /^--(sport|sports|source-port)$/) { if (portin(w, 41234) == neg) skip = 1; i++ }
    else if (t[i] ~ /^--(ctstate|state)$/) { if ((w ~ /NEW/) == neg) skip = 1; i++ }
    else if (t[i] == "--ctstatus") { if (w ~ /DNAT/) skip = 1; else U[r] = 1; i++ }
    else if (t[i] == "--syn") { if (neg) skip = 1 }
    else if (t[i] == "--tcp-flags") { m = (w ~ /SYN|ALL/) ? "SYN" : "NONE"; if ((t[i + 2] == m) == neg) skip = 1; i += 2 }
    else if (t[i] ~ /^--(dst-type|src-type)$/) { if ((t[i] == "--dst-type" ? w ~ /LOCAL/ : w ~ /UNICAST/) == neg) skip = 1; i++ }
    else if (t[i] == "--match-set") { if (t[i + 2] == "src") source("@s:" w, neg); else U[r] = 1; i += 2 }
    else if (t[i] == "--src-range") { source(w, neg); i++ }
    else if (t[i] == "--reject-with") { if (V[r] ~ /reject|prohibited/) V[r] = rejected(w); i++ }
    else if (t[i] == "--to-ports" || t[i] == "--to-destination") { k = w; sub(/.*:/, "", k); if (k ~ /^[0-9]+$/) T[r] = k; sub(/:[0-9]*$/, "", w); if (span(w)) TA[r] = LO; i++ }
    else if (t[i] == "-j" || t[i] == "-g") {
      if (w == "ACCEPT") V[r] = "accept"; else if (w == "DROP" || w == "TARPIT") V[r] = "drop"; else if (w == "REJECT") V[r] = "reject"
      else if (w == "RETURN") V[r] = "return"; else if (w ~ /^(DNAT|REDIRECT)$/) V[r] = "dnat" (w == "REDIRECT" ? "-here" : ""); else if (w ~ /QUEUE$/) { V[r] = "accept"; U[r] = 1 }
      else if (w ~ /^(LOG|NFLOG|ULOG|MARK|CONNMARK|CT|NOTRACK|TCPMSS|TOS|DSCP|SET|CLASSIFY|TRACE|AUDIT|SECMARK|CONNSECMARK|MASQUERADE|SNAT|CHECKSUM|TEE|TTL|HL|NETMAP|TPROXY)$/) V[r] = "note"
      else { V[r] = t[i] == "-g" ? "goto" : "jump"; T[r] = key w }
      i++ }
    else if (t[i] ~ /^--/ && t[i] !~ /^--(comment|limit|hashlimit|connlimit|seconds|hitcount|name|rsource|rdest|mask|set|remove|reap|rttl|log|random|persistent)/) U[r] = 1
    neg = 0
  }
  if (V[r] != "note") done(c)
}
# --- nft list table
function values(i,  s) {       # reads a value or { list } at token i, sets VAL and returns the last token used
  if (t[i] == "{") { s = ""; for (i++; i <= n && t[i] != "}"; i++) s = s (t[i] == "," ? "," : (s ~ /[^,]$/ ? " " : "") t[i]); VAL = s; return i }
  VAL = t[i]; return i
}
function vmapped(kind, what,  a, k, j, b) {   # verdict of a verdict map for our connection
  k = split(VAL, a, ",")
  for (j = 1; j <= k; j++) { split(a[j], b, " : "); if (kind == "port" ? 1 : kind == "state" ? b[1] ~ /new/ : iface(b[1], ENVIRON["WAN"]) || b[1] == "*") {
      if (kind == "port") { newrule(); text = what; FM[r] = fam; P[r] = b[1] }
      verdict(b[2]); if (kind == "port") { done(chain); continue } return } }
  skip = 1
}
function verdict(v,  a) { split(v, a, " "); if (a[1] ~ /^(accept|drop|return)$/) V[r] = a[1]; else if (a[1] == "jump" || a[1] == "goto") { V[r] = a[1]; T[r] = key a[2] } else if (a[1] ~ /reject/) V[r] = "reject" }
function nftrule(line,  i, neg, m, k, c, any) {
  text = line; sub(/^[ \t]+/, "", text); gsub(/\\./, "", line); gsub(/(comment|prefix) "[^"]*"/, "", line)
  gsub(/[{},]/, " & ", line); n = split(line, t, " "); newrule(); FM[r] = fam
  for (i = 1; i <= n; i++) {
    w = t[i]; neg = t[i + 2] == "!="
    if (w == "ip" || w == "ip6") {
      if (t[i + 1] == "saddr") { FM[r] = w == "ip" ? 4 : 6; if (t[i + 2] == ".") { U[r] = 1; for (; i < n && t[i + 1] !~ /^[{@]/; i++) ; i = values(i + 1); continue }
        i = values(i + 2 + neg); if (VAL ~ /^@/) source("@" key substr(VAL, 2), neg); else { k = split(VAL, a, ","); for (m = 1; m <= k; m++) source(a[m], neg); HS[r] = 1; NG[r] = neg } }
      else if (t[i + 1] == "daddr") { i = values(i + 2 + neg); FM[r] = w == "ip" ? 4 : 6; if (VAL !~ /[@,]/ && mine(VAL) == neg) skip = 1 }
      else if (t[i + 1] ~ /protocol|nexthdr/) { i = values(i + 2 + neg); if ((VAL ~ /tcp|6/) == neg) skip = 1 }
      else { i = values(i + 2 + neg); U[r] = 1 } }
    else if (w == "meta") {
      neg = t[i + 2] == "!="
      if (t[i + 1] == "l4proto") { i = values(i + 2 + neg); if ((VAL ~ /tcp/) == neg) skip = 1 }
      else if (t[i + 1] == "nfproto") { FM[r] = t[i + 2 + neg] == "ipv4" ? 4 : 6; i += 2 + neg }
      else if (t[i + 1] ~ /^(iifname|iif|pkttype)$/) continue
      else { U[r] = 1; i = values(i + 2 + neg) } }
    else if (w == "iifname" || w == "iif" || w == "oifname" || w == "oif") {
      neg = t[i + 1] == "!="; if (t[i + 1] == "vmap") { i = values(i + 2); vmapped("if", text); continue }
      i = values(i + 1 + neg); if (VAL ~ /^@/) { U[r] = 1; continue }
      k = split(VAL, a, ","); any = 0; for (m = 1; m <= k; m++) if (iface(a[m], ENVIRON["WAN"])) any = 1; if (w ~ /^o/) any = !any; if (any == neg) skip = 1 }
    else if (w == "tcp" || w == "th") {
      neg = t[i + 2] == "!="
      if (t[i + 1] == "dport") { if (t[i + 2] == "vmap") { skip = 1; i = values(i + 3); k = text; vmapped("port", k); newrule(); skip = 1; continue }
        i = values(i + 2 + neg); if (VAL ~ /^@/) U[r] = 1; else { P[r] = VAL; PN[r] = neg } }
      else if (t[i + 1] == "sport") { i = values(i + 2 + neg); if (portin(VAL, 41234) == neg) skip = 1 }
      else if (t[i + 1] == "flags") { m = ""; for (i += 2; i <= n && t[i] !~ /^(accept|drop|reject|jump|goto|return|counter|ct|limit|log|ip|ip6|tcp|meter|add|update)$/; i++) m = m " " t[i]; i--
        if (m ~ /!= *syn$/ || m !~ /syn/ || m ~ /== *(0x0|fin|rst|ack)/) skip = 1 }
      else U[r] = 1 }
    else if (w ~ /^(udp|icmp|icmpv6|sctp|dccp|udplite|esp|ah|igmp|arp)$/) { skip = 1; break }
    else if (w == "ct") {
      neg = t[i + 2] == "!="
      if (t[i + 1] == "state") { if (t[i + 2] == "vmap") { i = values(i + 3); vmapped("state", text) } else { m = ""; for (i += 2 + neg; i <= n && t[i] !~ /^(accept|drop|reject|jump|goto|return|counter|limit|log|ip|ip6|tcp|meter|add|update|meta|iif.*)$/; i++) m = m " " t[i]; i--; if ((m ~ /new/) == neg) skip = 1 } }
      else if (t[i + 1] == "count") RL[r] = 1
      else if (t[i + 1] == "status" && t[i + 2] == "dnat") { skip = 1; i += 2 }
      else { U[r] = 1; i = values(i + 2 + neg) } }
    else if (w == "limit" || w == "meter" || w == "quota") { RL[r] = 1; if (w == "meter") for (; i < n && t[i] != "}"; i++) ; else for (; i < n && t[i + 1] !~ /^(accept|drop|reject|jump|goto|return|counter|log)$/; i++) ; }
    else if (w == "add" || w == "update") { for (; i < n && t[i] != "}"; i++) if (t[i] == "limit" || t[i] == "count") RL[r] = 1 }
    else if (w == "counter") { if (t[i + 1] == "packets") { CT[r] = t[i + 2]; i += 4; sub(/ packets [0-9]+ bytes [0-9]+/, "", text) } }
    else if (w == "fib") { if (line ~ /missing|oif (==|eq)? *0|exists/ && line !~ /daddr/) skip = 1; for (; i < n && t[i + 1] !~ /^(accept|drop|reject|jump|goto|return|counter|log)$/; i++) ; if (line ~ /fib daddr type [{ ]*(broad|multi|any)cast/) skip = 1 }
    else if (w ~ /^(accept|drop|return)$/) V[r] = w
    else if (w == "reject") { V[r] = rejected(line); break }
    else if (w == "jump" || w == "goto") { V[r] = w; T[r] = key t[++i] }
    else if (w == "redirect") { V[r] = "dnat-here"; if (t[i + 1] == "to") { T[r] = t[i + 2]; sub(/:/, "", T[r]) } break }
    else if (w == "dnat") { V[r] = "dnat"; break }
    else if (w == "queue") { V[r] = "accept"; U[r] = 1; break }
    else if (w ~ /^(masquerade|snat|notrack)$/) skip = 1
    else if (w ~ /^(log|level|group|snaplen|continue|packets|bytes|flags|[0-9]+)$/) { if (w ~ /^(level|group|snaplen)$/) i++ }
    else U[r] = 1
  }
  if (V[r] != "") done(chain)
}
# --- one connection
function matches(q, a,  k, hit, s, j) {
  for (k = 1; k <= NS[q] && !hit; k++) {
    s = S[q, k]
    if (substr(s, 1, 1) == "@") { s = substr(s, 2); if (!(s in KNOWN)) { BLIND = 1; continue } for (j = 1; j <= NE[s]; j++) if (a >= EL[s, j] && a <= EH[s, j]) { hit = 1; break } for (j = 1; j <= NL[s]; j++) if (member(LS[s, j], a)) hit = 1 }
    else if (a >= SL[q, k] && a <= SH[q, k]) hit = 1
  }
  return NG[q] ? !hit : hit
}
function within(w, a) { return span(w) && length(a) == length(LO) && a >= LO && a <= HI }
function member(s, a,  j) { for (j = 1; j <= NE[s]; j++) if (a >= EL[s, j] && a <= EH[s, j]) return 1; return 0 }
function walk(c, a, p, d,  i, q, v) {
  if (d > 20 || ++STEPS > 4000000) { MAYBE = 1; return "" }
  for (i = 1; i <= N[c]; i++) {
    q = R[c, i]
    if (FM[q] != "" && FM[q] != FAM) continue
    if (P[q] != "" && portin(P[q], OP[q] ? ORIG : p) == PN[q]) continue
    if (D[q] != "" && (!FWD || (TARGET != "" && within(D[q], TARGET) == DN[q]))) continue
    BLIND = 0
    if (HS[q] && !matches(q, a) && !BLIND) continue
    if (GEO[q]) GEOHIT = q
    if (U[q] || BLIND) { MAYBE = 1; continue }
    if (RL[q]) { RATE = q; if (V[q] == "accept") { HIT = q; return "accept" } continue }
    v = V[q]
    if (v == "jump" || v == "goto") { v = walk(T[q], a, p, d + 1); if (v != "" && v != "return") return v; if (V[q] == "goto") return ""; continue }
    if (v == "return") return v
    HIT = q; return v
  }
  return ""
}
function tool(s) { s = tolower(s); if (s ~ /f2b|fail2ban/) return "ban-fail2ban"; if (s ~ /denyin|denyout|logdropin|csf|chain_deny|bl_|lfd|localinput/) return "ban-csf"
  if (s ~ /crowdsec|i360|imunify|bitninja|sshguard|cpguard|reaction|(black|block|deny|gr[ae]y)_?-?list/) return "ban-suite"; if (s ~ /docker-user/) return "rule-docker-user"; if (s ~ /geo|country|countries|cc_|asn/) return "rule-geo"; return "-" }
function connect(a, port, kind,  b, c, v, p, end, tl) {
  p = ORIG = port; end = "accept"; MAYBE = RATE = GEOHIT = FWD = 0; TARGET = ""; HIT = 0; at = 0
  for (b = 1; b <= NB && end == "accept"; b++) {
    c = B[b]; if (BF[c] != "" && BF[c] != FAM) continue
    if (HK[c] == "input" && FWD || HK[c] == "forward" && !FWD) continue
    HIT = 0; v = walk(c, a, p, 0)
    if (v ~ /^dnat/) { if (T[HIT] ~ /^[0-9]+$/) p = T[HIT]; FWD = v == "dnat"; TARGET = TA[HIT]; continue }
    if (HK[c] == "nat") continue
    if (v == "" || v == "return") { v = PL[c] == "" ? "accept" : PL[c]; HIT = 0; if (v != "accept") { PT = c; sub(/^.*:/, "", PT); PT = "policy " v " of chain " PT } }
    if (v != "accept") { end = v; at = HIT }
    else if (HIT && HS[HIT] && !NG[HIT]) bysource = 1
  }
  tl = at ? tool(CR[at] " " TX[at]) : "-"; if (GEOHIT && end == "accept") { tl = "rule-geo" }
  if (RATE && MI[RATE]) { MILD = RATE; RATE = 0 }
  print FAM, port, kind, human(a), end, MAYBE, (at ? (HS[at] && !NG[at] ? 1 : 0) : bysource + 0), RATE ? TX[RATE] : MILD ? "mild " TX[MILD] (CT[MILD] ? " (" CT[MILD] " packets so far)" : "") : "-", tl, end == "accept" ? "-" : at ? TX[at] (CT[at] ? " (" CT[at] " packets so far)" : "") : PT
  bysource = MILD = 0
}
BEGIN { OFS = "\t"; NM = split(ENVIRON["MINE"], mm, " "); for (i = 1; i <= NM; i++) M[i] = mm[i] ~ /:/ ? v6(mm[i]) : v4(mm[i])
  split("raw PREROUTING pre,mangle PREROUTING pre,nat PREROUTING nat,mangle INPUT input,mangle FORWARD forward,filter INPUT input,filter FORWARD forward,security INPUT input", order, ",") }
NR > 40000 { TOOLONG = 1; next }
/^# / { next }
/^#/ { mode = $1; fam = substr($1, 2) + 0; prefix = substr($1, 2) $2 ":"; depth = 0; next }
mode == "#4" || mode == "#6" {
  if (/^\*/) { key = prefix substr($1, 2) ":"; next }
  if (/^:/) { pol[key substr($1, 2)] = tolower($2); seen[prefix fam] = fam; next }
  if (/-A /) ipt($0)
  next
}
mode == "#set" { if ($1 == "create") { KNOWN["s:" $2] = 1; odd = $3 !~ /^(hash:(ip|net)|list:set|bitmap:ip)$/; if (odd) delete KNOWN["s:" $2] }
  else if ($1 == "add" && ("s:" $2) in KNOWN) { if ($3 ~ /^[0-9a-fA-F.:\/-]+$/ && $3 ~ /[.:]/ && $0 !~ / nomatch/) element("s:" $2, $3); else if ($3 !~ /[.:]/) LS["s:" $2, ++NL["s:" $2]] = "s:" $3 } next }
mode == "#nft" {
  if ($1 == "table") { nf = $2; fam = nf == "ip" ? 4 : nf == "ip6" ? 6 : ""; key = "nft " nf " " $3 " "; ignore = nf ~ /^(bridge|arp)$/; next }
  if (ignore) next
  if ($1 == "chain" || $1 == "set" || $1 == "map") { block = $1; chain = key $2; elems = ""; typed = ""; next }
  if (block == "set") {
    if ($1 == "type" || $1 == "typeof") { typed = $0; if (typed !~ /\.|concat| \. /) KNOWN[chain] = 1 }
    if (/elements = /) { elems = $0; sub(/.*elements = \{/, "", elems) } else if (elems != "") elems = $0
    if (elems != "") { e = elems; sub(/\}.*/, "", e); k = split(e, a, ","); for (i = 1; i <= k; i++) { w = a[i]; gsub(/^[ \t]+/, "", w); element(chain, w) } if (/\}/) { elems = ""; if (!/elements/ || /\}[ \t]*$/) next } else next }
    if ($1 == "}") block = ""
    next
  }
  if (block == "map") { if ($1 == "}" && NF == 1) block = ""; next }
  if (block == "chain") {
    if ($1 == "}") { block = ""; next }
    if ($1 == "type") { h = ""; for (i = 1; i <= NF; i++) if ($i == "hook") h = $(i + 1)
      if ($2 == "nat" && h == "prerouting") hk = "nat"; else hk = h == "ingress" || h == "prerouting" ? "pre" : h
      if (hk ~ /^(pre|nat|input|forward)$/) { B2[++NB2] = chain; HK[chain] = hk; BF[chain] = fam; if (match($0, /policy [a-z]+/)) PL[chain] = substr($0, RSTART + 7, RLENGTH - 7) }
      next }
    nftrule($0)
  }
}
END {
  for (s in seen) for (o = 1; o in order; o++) { split(order[o], a, " "); sub(/[46]$/, "", s); c = s a[1] ":" a[2]; if (c in pol) { B[++NB] = c; HK[c] = a[3]; BF[c] = substr(s, 1, 1); PL[c] = pol[c] } }
  for (h = 1; h <= 4; h++) for (i = 1; i <= NB2; i++) if (HK[B2[i]] == (h == 1 ? "pre" : h == 2 ? "nat" : h == 3 ? "input" : "forward")) B[++NB] = B2[i]
  np = split(ENVIRON["PORTS"], ports, " "); ne = split(ENVIRON["EXTRA"], xs, " "); for (i = 1; i <= ne; i++) if (span(xs[i])) extra(LO, HI)
  for (k = 1; k <= np; k++) {
    for (i = 1; i <= NCF; i++) { FAM = length(CL[i]) == 9 ? 4 : 6; connect(substr(CL[i], 1, length(CL[i]) - 2) "0a", ports[k], "range"); connect(substr(CH[i], 1, length(CH[i]) - 2) "fe", ports[k], "range") }
    for (i = 1; i <= NX; i++) { FAM = length(X[i]) == 9 ? 4 : 6; connect(X[i], ports[k], "single") }
  }
  if (TOOLONG) print 0, 0, "toolong", "-", "-", 1, 0, "-", "-", "-"
  print "end"
}'

# From the rows of the walk, and of the replay where there was one (it decides), what is fine and what is wrong.
AWK_JUDGE='
BEGIN { FS = "\t"; OFS = "\t" }
function say(s, t) { if (!((s, t) in said)) { said[s, t] = 1; print s, "firewall", t } }
function sym(i, t) { if (!(i in syms)) { syms[i] = 1; print "symptom", i, t } }
$1 == "replay" { real[$2, $3, $4] = $5; replayed = 1; next }
NF < 9 { next }
$3 == "toolong" { say("unknown", "More than 40000 lines of rules: only the first were read. Run with --replay for the rest."); next }
# Where nothing takes IPv6, its rules decide nothing.
$1 == 6 && (ENVIRON["ME6"] == "" || index(ENVIRON["NO6"], " " $2 " ")) { next }
{ k = $1 SUBSEP $2; if (!(k in total)) keys[++nk] = k; v = $5; maybe = $6
  if (($1, $2, $4) in real) { rv = real[$1, $2, $4]; if (!(rv != "accept" && v == "accept" && $8 != "-")) v = rv; maybe = 0 }
  if ($8 ~ /^mild /) mild[$2] = substr($8, 6); else if ($8 != "-") rate[$2] = $8
  if (v == "accept") { if ($3 == "range") { total[k]++; pass[k]++; if ($7) picked[k]++ } if (maybe) { doubt[k]++; if ($9 == "rule-geo") geo[k] = 1 } next }
  if ($3 == "range") total[k]++
  else if ($7 == 0 && !(k in singles)) next
  if (maybe) { doubt[k]++; next }
  if ($3 == "range" || $7) { fails++; if ($3 == "range") lost[k]++; else one[k]++; if (!(k in first) || $9 != "-") { first[k] = $4; kind[k] = v; why[k] = $10 == "-" ? "shown by the replay" : $10; by[k] = $9; src[k] = $7 } } }
END {
  name["drop"] = "rule-drop"; name["reject"] = "rule-reject"; name["prohibited"] = "rule-prohibited"
  for (i = 1; i <= nk; i++) {
    k = keys[i]; split(k, a, SUBSEP); other = (a[1] == 4 ? 6 : 4) SUBSEP a[2]
    n = lost[k] + one[k]
    if (!n) { if (!doubt[k]) fine++; continue }
    bad = 1; all = lost[k] == total[k]
    t = "IPv" a[1] ", port " a[2] ": " (lost[k] ? lost[k] " of " total[k] " addresses tried in Cloudflare\047s ranges" : one[k] " address(es) of Cloudflare\047s") " meet " kind[k] ", such as " first[k] ": " why[k]
    say("wrong", t)
    if (by[k] != "-") sym(by[k], first[k] ": " why[k])
    if (lost[k] && !all && !src[k]) sym("allowlist-incomplete", "IPv" a[1] ": " lost[k] " of " total[k] " addresses tried are left out, such as " first[k])
    if (a[1] == 6 && all && (other in total) && !lost[other]) { sym("ipv6-rules-closed", "port " a[2] ": open for IPv4, " kind[k] " for IPv6"); if (picked[other]) sym("allowlist-incomplete", "the list holds IPv4 ranges only") }
    else if (!(by[k] ~ /^ban/ && !lost[k]) || by[k] == "-") sym(name[kind[k]], first[k] ", port " a[2] ": " why[k])
    else sym(name[kind[k]], first[k] ": " why[k])
  }
  for (p in rate) { bad = 1; say("wrong", "Port " p ": a rule counts or limits new connections, and all visitors share Cloudflare\047s few addresses: " rate[p]); sym("rule-rate-limit", "port " p ": " rate[p]) }
  for (i = 1; i <= nk; i++) if (doubt[keys[i]]) { d = 1; if (geo[keys[i]]) { say("wrong", "A rule judges countries or networks."); sym("rule-geo", "a country or network match") } }
  for (p in mild) { soft = 1; say("unknown", "Port " p ": a rule drops calls beyond some a second from one address. Repeats get through unless calls keep coming faster; look whether its counter grows while the error shows: " mild[p]) }
  if (d && !bad) say("unknown", "Some rules use conditions that are not read here. As root, --replay tries them" (replayed ? "; it could not decide either" : "") ".")
  if (!bad && !d && !soft && nk) { say("ok", "No rule drops, rejects or limits the port for Cloudflare\047s ranges" (replayed ? " (tried by replay)" : "") "."); print "symptom", "rule-none", nk " combinations of family and port, " (replayed ? "replayed" : "read") }
}'

firewall_rows() {
  MINE=$(printf '%s\n' "$MY" | awk '{ printf "%s ", $2 }') EXTRA=$(banned_addresses | tr '\n' ' ')
  printf '%s\n' "$RULES_1" | WAN=$WAN MINE=$MINE EXTRA=$EXTRA PORTS=$FW_PORTS limit 9 awk "$AWK_RULES"
}
# Ports on which nothing listens for IPv6, between spaces.
without_v6() { printf ' '; for p in $FW_PORTS; do [ "$(listener 6 "$p")" != none ] || printf '%s ' "$p"; done; }
check_firewall() {
  if [ "$ROOT" = 0 ]; then unknown firewall "Firewall: only root can read it. Look with: iptables-save; nft list ruleset"; return; fi
  if ! printf '%s\n' "$RULES_1" | grep -qE '^#([46] |nft)'; then
    if grep -q . /proc/net/ip_tables_names || has ufw || has firewall-cmd; then unknown firewall "Firewall: no tool to read the rules (iptables-save, nft)."; else ok firewall "No packet filter is set up here."; fi
    return
  fi
  case $ROWS in *end) ;; *) ROWS='' ;; esac
  if [ -z "$ROWS$KNOCKS" ]; then unknown firewall "Firewall: the rules could not be walked in time. As root, --replay tries them."; return; fi
  printf '%s\n%s\n' "$KNOCKS" "$ROWS" | ME6=$ME6 NO6=$(without_v6) awk "$AWK_JUDGE"
}

# ---------------------------------------------------------------------------------------------------- 7 replay
# Runs in a network namespace of its own, the "edge"; a second one holds a copy of the rules behind a cable with the same device name.
# Both end when this does. Reads the rules on standard input; prints "replay family port address verdict".
REPLAY_SCRIPT='
WAN=$1 ME4=$2 ME6=$3 PORTS=$4 SAMPLES=$5 TAB=$(printf "\t")
rules=$(cat)
unshare -n sleep 60 & in=$!
trap "kill $in 2>/dev/null" EXIT
trap "exit 1" INT TERM HUP
own=$(readlink /proc/self/ns/net)
for i in 1 2 3 4 5 6 7 8 9 10; do [ "$(readlink /proc/$in/ns/net)" != "$own" ] && break; sleep 0.1 2>/dev/null || sleep 1; done
inside() { nsenter -t $in -n "$@"; }
part() { printf "%s\n" "$rules" | awk -v m="$1" "/^#[^ ]/ { on = \$0 == m; next } on"; }
fail() { printf "failed\t%s\n" "$1"; exit 1; }
ip link add knock0 type veth peer name knock1 && ip link set knock1 netns $in && inside ip link set knock1 name "$WAN" || fail "no veth devices here"
for s in /proc/sys/net/ipv6/conf/all/accept_dad /proc/sys/net/ipv6/conf/default/accept_dad /proc/sys/net/ipv6/conf/knock0/accept_dad; do echo 0 >$s; done
inside sh -c "for s in /proc/sys/net/ipv6/conf/*/accept_dad /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 >\$s; done"
for l in lo knock0; do ip link set $l up; done; for l in lo "$WAN"; do inside ip link set "$l" up; done
if [ -n "$ME4" ]; then inside ip addr add "$ME4/32" dev "$WAN"; ip route add "$ME4/32" dev knock0; inside ip route add default dev "$WAN"; fi
if [ -n "$ME6" ]; then inside ip -6 addr add "$ME6/128" dev "$WAN"; ip -6 route add "$ME6/128" dev knock0; inside ip -6 route add default dev "$WAN"; fi
for a in $SAMPLES; do case $a in *:*) ip -6 addr add "$a/128" dev knock0 ;; *) ip addr add "$a/32" dev knock0 ;; esac; done
part "#set" | inside ipset restore || [ -z "$(part "#set")" ] || fail "the copy of the ipsets was refused"
for k in nft legacy plain; do
  for f in 4: 6:6; do
    p=$(part "#${f%:*} $k"); [ -n "$p" ] || continue
    c=ip${f#*:}tables-$k-restore; [ $k != plain ] || c=ip${f#*:}tables-restore
    printf "%s\n" "$p" | inside $c || fail "$c refused the copy"
  done
done
p=$(part "#nft"); [ -z "$p" ] || printf "%s\n" "$p" | inside nft -f - || fail "nft refused the copy"
knock() {  # address, port: accept-or-reject, prohibited, drop
  case $1 in *:*) to=$ME6 url="[$ME6]" ;; *) to=$ME4 url=$ME4 ;; esac
  if command -v curl >/dev/null; then said=$(curl -qsv --noproxy "*" -o /dev/null --connect-timeout 1 -m 2 --interface "$1" "http://$url:$2/" 2>&1)
  else said=$(nc -v -w 1 -s "$1" "$to" "$2" </dev/null 2>&1); fi
  case $said in
    *refused*) echo refused ;;
    *"No route"* | *nreachable* | *"Permission denied"*) echo prohibited ;;
    *) echo drop ;;
  esac
}
arrived() { inside cat /proc/net/snmp | awk "\$1 == \"Tcp:\" { n = \$11 } END { print n }"; }
all() { j=0 w=""; for q in $1; do (printf "%s %s\n" "$q" "$(knock "${q%@*}" "${q#*@}")") & w="$w $!" j=$((j + 1)); [ $((j % 44)) -ne 0 ] || { wait $w; w=""; }; done; [ -z "$w" ] || wait $w; }
todo=""
for a in $SAMPLES; do case $a in *:*) [ -n "$ME6" ] || continue ;; *) [ -n "$ME4" ] || continue ;; esac; for p in $PORTS; do todo="$todo $a@$p"; done; done
first=$(all "$todo")
# Silence is asked a second time: a busy machine can be slow.
silent=$(printf "%s\n" "$first" | awk "\$2 == \"drop\" { print \$1 }")
first=$(printf "%s\n" "$first" | grep -v " drop$"; all "$silent")
# A refusal is the closed port behind open rules, or a rule: only the first reaches TCP in the copy.
again=$(printf "%s\n" "$first" | awk "\$2 == \"refused\" { print \$1 }")
n=$(printf "%s\n" "$again" | grep -c .)
before=$(arrived); all "$again" >/dev/null; came=$(($(arrived) - before))
tell() { q=$1 v=$2; a=${q%@*}; case $a in *:*) f=6 ;; *) f=4 ;; esac; printf "replay\t%s\t%s\t%s\t%s\n" $f "${q#*@}" "$a" "$v"; }
for q in $again; do
  if [ "$came" -ge "$n" ]; then tell "$q" accept; continue; fi
  if [ "$came" -eq 0 ]; then tell "$q" reject; continue; fi
  before=$(arrived); knock "${q%@*}" "${q#*@}" >/dev/null
  if [ "$(arrived)" -gt "$before" ]; then tell "$q" accept; else tell "$q" reject; fi
done
printf "%s\n" "$first" | while read -r q v; do case $v in prohibited | drop) tell "$q" "$v" ;; esac; done
echo end
'
replay() {
  KNOCKS=''
  [ "$REPLAY" = 1 ] || return
  for t in ip unshare nsenter; do has $t || { REPLAY_NOTE="no $t here"; return; }; done
  [ "$ROOT" = 1 ] || { REPLAY_NOTE='needs root'; return; }
  has curl || has nc || { REPLAY_NOTE='needs curl or nc'; return; }
  [ -n "$WAN" ] || { REPLAY_NOTE='no network device with an address'; return; }
  printf '%s\n' 'Replay: the firewall rules are copied into a scratch network namespace and tried there. Live rules and traffic are not touched.' >&2
  # Published ports of containers lead elsewhere: the walk decides those.
  ports=$(for p in $FW_PORTS; do forwarded "$p" || printf '%s ' "$p"; done)
  [ -n "$ports" ] || { REPLAY_NOTE='a NAT rule hands the port on, which a copy cannot follow'; return; }
  samples=$(printf '%s\n' "$ROWS" | awk -F '\t' '$4 ~ /[.:]/ && !s[$4]++ { print $4 }' | tr '\n' ' ')
  out=$(printf '%s\n' "$RULES_1" | limit 20 unshare -n sh -c "$REPLAY_SCRIPT" replay "$WAN" "$ME4" "$ME6" "$ports" "$samples" 2>/dev/null)
  case $out in
    *failed"$TAB"*) REPLAY_NOTE=$(printf '%s\n' "$out" | awk -F '\t' '$1 == "failed" { print $2; exit }') ;;
    *replay"$TAB"*end) KNOCKS=$out; REPLAY_NOTE='' ;;
    *replay"$TAB"*) REPLAY_NOTE='it did not end in time' ;;
    *) REPLAY_NOTE='no scratch namespace could be made' ;;
  esac
}
check_replay() {
  [ "$REPLAY" = 1 ] || return
  if [ -n "$REPLAY_NOTE" ]; then unknown replay "Replay: not done, $REPLAY_NOTE."
  else ok replay "Replay: $(printf '%s\n' "$KNOCKS" | grep -c '^replay') knocks in a scratch namespace, which is gone again."; fi
}

# ---------------------------------------------------------------------------------------------------- 8 bans
fail2ban_bans() {
  { [ "$ROOT" = 1 ] && has fail2ban-client; } || return
  limit 3 fail2ban-client status 2>/dev/null | sed -n 's/.*Jail list:[[:space:]]*//p' | tr -d ' ' | tr ',' '\n' | head -n 30 | while read -r jail; do
    limit 3 fail2ban-client status "$jail" 2>/dev/null | sed -n 's/.*Banned IP list:[[:space:]]*//p' | of_cloudflare | sed "s|^|$jail |"
  done
}
csf_bans() { for f in /etc/csf/csf.deny /var/lib/csf/csf.tempban /var/lib/csf/csf.tempip; do [ -r "$f" ] && sed 's/#.*//' "$f" | tail -c 200000 | of_cloudflare | sed 's|^|csf |'; done; }
crowdsec_bans() { { [ "$ROOT" = 1 ] && has cscli; } || return; limit 5 cscli decisions list -o raw --limit 500 2>/dev/null | of_cloudflare | sed 's|^|crowdsec |'; }
banned_addresses() { printf '%s\n' "$BANS" | awk 'NF > 1 { print $2 }'; }
check_bans() {
  printf '%s\n' "$BANS" | while read -r from address; do
    [ -n "$address" ] || continue
    case $from in
      csf) id=ban-csf where=CSF ;;
      crowdsec) id=ban-suite where=CrowdSec ;;
      *)
        id=ban-fail2ban where="the fail2ban jail $from"
        # A jail of another service closes other ports: only the walk through the rules can tell.
        case $from in *ssh* | *mail* | *postfix* | *dovecot* | *ftp* | *sasl* | *imap*)
          printf '%s\n' "$ROWS" | awk -F '\t' -v a="$address" '$4 == a && $5 != "accept" { bad = 1 } END { exit !bad }' || { unknown bans "$where bans $address, an address of Cloudflare's, for other ports."; continue; } ;;
        esac ;;
    esac
    wrong bans "$where bans $address, an address of Cloudflare's."
    sym $id "$where: $address"
  done | awk -F '\t' '!s[$1 $2]++ || $1 == "wrong" && n++ < 4'
  if [ "$ROOT" = 0 ]; then unknown bans "Bans: only root can ask fail2ban, CSF and CrowdSec. Try: fail2ban-client banned"
  elif [ -z "$BANS" ]; then
    for t in fail2ban-client csf cscli; do if has $t; then
      if [ $t = fail2ban-client ] && printf '%s\n' "$PROCS_1" | grep -q fail2ban && ! limit 3 fail2ban-client ping >/dev/null 2>&1; then unknown bans "Bans: fail2ban does not answer."; continue; fi
      ok bans "Bans: ${t%-client} lists no address of Cloudflare's."; b_none=1
    fi; done
    [ -z "${b_none-}" ] || sym ban-none "no ban list holds an address of Cloudflare's"
  fi
}

# ---------------------------------------------------------------------------------------------------- 9 routes
TUNNELS='^(tun|tap|wg|ppp|docker|br-|virbr|veth|cni|flannel|cali|dummy|ipsec|vti|gre|sit|zt|tailscale|utun|nebula|lo$)'
check_routes() {
  if ! has ip; then
    if [ -r /proc/net/route ] && [ -z "$DEV" ]; then
      wrong routes "No default route for IPv4: answers to Cloudflare cannot leave."
      sym route-to-edge-wrong "no default route"
    else unknown routes "Routes: no ip command. Look with: netstat -rn"; fi
    return
  fi
  case $(limit 2 ip -o link show dev "$WAN" 2>/dev/null) in *NO-CARRIER*) wrong routes "$WAN has no link: the cable is out, or the other end is down. Ask the provider." ;; esac
  for f in 4 6; do
    if [ $f = 4 ]; then me=$ME4 list=$CF_V4; else me=$ME6 list=$CF_V6; fi
    [ -n "$me" ] || continue
    holder=$(printf '%s\n' "$MY" | awk -v a="$me" '$2 == a { print $3; exit }')
    # One address of each range, and one of each route that takes a part of a range; the kernel says where it leads.
    parts=$(limit 3 ip -$f route show table all 2>/dev/null | awk '{ sub(/^(blackhole|unreachable|prohibit|throw) /, "") } $1 ~ /[.:]/ { print $1 }' |
      awk "$AWK_ADDR"'span($1) && (i = overlaps(LO, HI)) && LO >= CL[i] && HI <= CH[i] && ++n <= 40 { print $1 }' | sort -u)
    seen=$(printf '%s\n' "$list" "$parts" | tr ' ' '\n' | awk "$AWK_ADDR"'span($1) { a = substr(LO, 1, length(LO) - 2) "0a"; print human(a >= LO && a <= HI ? a : LO) }' | while read -r a; do
      printf '%s %s\n' "$a" "$(limit 2 ip -$f -o route get "$a" from "$me" 2>&1 | head -n 1)"
    done)
    bad=$(printf '%s\n' "$seen" | awk '$0 ~ /nreachable|blackhole|prohibit|Invalid argument|No route|Permission denied|error/ { print; n++ } END { exit !n }' | head -n 1)
    devs=$(printf '%s\n' "$seen" | awk '{ for (i = 2; i < NF; i++) if ($i == "dev") d[$(i + 1)]++ } END { for (x in d) print d[x], x }' | sort -rn)
    away=$(printf '%s\n' "$devs" | awk -v h="$holder" '$2 != h { print $2; exit }')
    strict=$(cat "/proc/sys/net/ipv4/conf/$holder/rp_filter" /proc/sys/net/ipv4/conf/all/rp_filter 2>/dev/null | sort -rn | head -n 1)
    if [ -n "$bad" ]; then
      case $f/$bad in
        6/*"etwork is unreachable"*) unknown routes "IPv6: the machine has $me and no route out. A fault if Cloudflare's DNS tab holds an AAAA record." ;;
        *) wrong routes "IPv$f: there is no way back to Cloudflare: $bad"; sym route-to-edge-wrong "ip route get: $bad" ;;
      esac
    elif [ -n "$away" ]; then
      n=$(printf '%s\n' "$devs" | grep -c .)
      if [ "$n" -gt 1 ] || printf '%s\n' "$away" | grep -qE "$TUNNELS"; then
        wrong routes "IPv$f: answers from $me ($holder) to Cloudflare leave by $away: $(printf '%s\n' "$seen" | grep -m 1 "dev $away")"
        sym route-to-edge-wrong "calls arrive on $holder, answers leave by $away"
        if [ "${strict:-0}" = 1 ] && [ $f = 4 ]; then
          wrong rp-filter "The reverse-path filter is strict on $holder, so calls from those ranges are dropped (IPReversePathFilter +$(grown TcpExtIPReversePathFilter))."
          sym rp-filter-drops "rp_filter=1 on $holder, way back by $away"
        fi
      else unknown routes "IPv$f: $me belongs to $holder, and answers to Cloudflare leave by $away. Right only if calls arrive there too."; fi
    else
      ok routes "IPv$f: the way back to Cloudflare's ranges leaves by ${holder:-the public device}."
      [ $f = 6 ] || sym route-to-edge-ok "all ranges by $holder"
    fi
  done
  filtered=$(grown TcpExtIPReversePathFilter)
  if [ "$filtered" -gt 0 ]; then
    if [ "$(printf '%s\n' "$MY" | awk '{ print $3 }' | sort -u | grep -c .)" -gt 1 ]; then
      wrong rp-filter "The reverse-path filter dropped $filtered packets in ${SYN_WAIT} s, on a machine with several devices."; sym rp-filter-drops "IPReversePathFilter +$filtered"
    else unknown rp-filter "The reverse-path filter dropped $filtered packets in ${SYN_WAIT} s; the routes to Cloudflare look right."; fi
  fi
  lost=$(grown IpOutNoRoutes)
  [ "$lost" -le 3 ] || [ -n "$away$bad" ] || unknown routes "OutNoRoutes grew by $lost in ${SYN_WAIT} s: some answers have no way out."
}

# ---------------------------------------------------------------------------------------------------- 10 TLS and HTTP
# One request to this machine's own server. Sets CODE (HTTP status or 000), EXIT (curl's), CONNECTED, FIRST (byte, s), SIZE (headers).
request() {  # scheme port address [curl options]
  r_scheme=$1 r_port=$2 r_address=$3
  shift 3
  case $r_address in *:*) r_address="[$r_address]" ;; esac
  r_out=$(limit 9 curl -qsSk -o /dev/null -D - --noproxy '*' -A 52x-diagnose --connect-timeout 4 --max-time 7 --tlsv1.0 \
    ${CURL_CIPHERS:+--ciphers "$CURL_CIPHERS"} --resolve "${NAME:-localhost}:$r_port:$r_address" "$@" \
    -w '\n@@%{http_code} %{time_connect} %{time_starttransfer} %{size_header}\n' "$r_scheme://${NAME:-localhost}:$r_port$URLPATH" 2>&1
    printf '\n@@exit %s\n' $?)
  r_end=$(printf '%s\n' "$r_out" | tr -d '\000' | awk '/^@@exit/ { e = $2 } /^@@[0-9]/ { sub(/^@@/, ""); l = $0 } END { print l == "" ? "000 0 0 0" : l, e }')
  r_said=$(printf '%s\n' "$r_out" | tr -d '\000' | grep -a '^curl:' | head -n 1)
  read -r CODE CONNECTED FIRST SIZE EXIT <<EOF
$r_end
EOF
}
handshake() {  # port address [s_client options]: the output, then "@@rc N"
  h_to=$2; case $h_to in *:*) h_to="[$h_to]" ;; esac
  h_to="$h_to:$1"
  shift 2
  { limit 5 openssl s_client -connect "$h_to" "$@" </dev/null 2>&1; printf '\n@@rc %s\n' $?; } | tr -d '\000' | tail -c 100000
}
shook() { case $1 in *'Cipher is (NONE)'*) return 1 ;; *'Cipher is '* | *'Cipher    : '[A-Z]*) return 0 ;; *) return 1 ;; esac; }
tls_setup() {
  has openssl || return
  OPENSSL=$(openssl version 2>/dev/null)
  case $OPENSSL in 'OpenSSL 1.1'* | 'OpenSSL 3'* | 'OpenSSL 4'*) LEVEL=:@SECLEVEL=0 ;; *) LEVEL='' ;; esac
  case $(openssl s_client -help 2>&1) in *-min_protocol*) OLD='-min_protocol TLSv1' ;; *) OLD='' ;; esac
  CURL_CIPHERS=''
  case $(curl -qV 2>/dev/null | head -n 1) in *OpenSSL/1.1* | *OpenSSL/[34]*) CURL_CIPHERS="DEFAULT:$CF_CIPHERS:@SECLEVEL=0" ;; esac
  TRUST=0
  t_dir=$(openssl version -d 2>/dev/null | sed 's/.*"\(.*\)".*/\1/')
  for t_f in "${SSL_CERT_FILE:-}" "$t_dir/cert.pem" "$t_dir"/certs/*; do [ -s "$t_f" ] && { TRUST=1; break; }; done
}

check_tls() {  # port address
  if ! has openssl; then unknown tls "TLS on port $1: no openssl command here. From elsewhere: openssl s_client -connect ADDRESS:$1 -servername NAME"; return 1; fi
  set -- "$1" "$2" "${NAME:+-servername $NAME}"
  # shellcheck disable=SC2086 # options, several words each
  seen=$(handshake "$1" "$2" $OLD ${3:--noservername} -cipher "$CF_CIPHERS$LEVEL" ${NAME:+-verify_hostname $NAME} -showcerts -alpn h2,http/1.1)
  case $seen in *'Acceptable client certificate CA names'* | *'Client Certificate Types'* | *'Requested Signature Algorithms'*) CLIENT_CERT=1 ;; esac
  case $seen in *'ALPN protocol: h2'*) H2=1 ;; esac
  if shook "$seen"; then ok tls "TLS on port $1: the handshake works with Cloudflare's cipher list${NAME:+ and the name $NAME}."; check_certificate "$1"; return 0; fi
  said=$(printf '%s\n' "$seen" | grep -aE 'error:|errno=|alert' | grep -av 'verify error' | head -n 1 | sed 's/^[0-9A-F]*:error:/error:/')
  case $seen in
    *'@@rc 137'* | *'@@rc 124'*) wrong tls "TLS on port $1: the connection opens and the server does not answer the handshake."; sym local-silent "TLS on port $1: no answer in 5 s"; return 2 ;;
    *errno=111* | *'onnection refused'*) return 3 ;;
    *'wrong version number'* | *'packet length too long'* | *'unknown protocol'* | *'http request'*)
      wrong tls "Port $1 answers without TLS: $said"; sym tls-plain-http "port $1: $said"; return 2 ;;
  esac
  # shellcheck disable=SC2086 # an option and its value
  bare=$(handshake "$1" "$2" $OLD -noservername -cipher "$CF_CIPHERS$LEVEL")
  # shellcheck disable=SC2086
  any=$(handshake "$1" "$2" $OLD ${NAME:+-servername "$NAME"} -cipher "ALL:COMPLEMENTOFDEFAULT$LEVEL")
  wrong tls "TLS on port $1: the handshake fails${NAME:+ for $NAME}: ${said:-the server closes the connection}"
  ! proxy_line https "$1" "$2" || return 2
  if [ "$CLIENT_CERT" = 1 ]; then sym client-cert-required "the handshake ends after the server asked for a client certificate"; return 2; fi
  if shook "$any"; then sym tls-no-shared-cipher "works with other ciphers or versions, not with Cloudflare's list"; return 2; fi
  if [ -n "$NAME" ] && shook "$bare"; then
    sym tls-sni-fails "works without the server name, fails with $NAME"
    sym name-unknown-to-server "the handshake for $NAME is refused, without a name it works"; sym tls-no-certificate "nothing for $NAME on port $1"
    return 2
  fi
  case $seen in *'unrecognized name'*) sym tls-sni-fails "the server's alert: it does not know the name $NAME" ;; esac
  case $seen in
    *'unrecognized name'* | *'unexpected eof'* | *errno=104* | *errno=0* | *'handshake failure'*) sym tls-no-certificate "port $1: ${said:-closed during the handshake}" ;;
  esac
  case $seen in *'handshake failure'* | *'protocol version'* | *'no protocols'* | *'insufficient security'*) sym tls-no-shared-cipher "port $1: $said" ;; esac
  case $seen in *errno=104*) sym tls-resets "port $1: reset during the handshake" ;; esac
  return 2
}

# In the mode Full, Cloudflare takes any certificate: what is wrong with it is told, and accuses nothing.
cert_wrong() { if [ "$MODE" = full ]; then unknown certificate "$1 The mode Full takes it."; else wrong certificate "$1"; fi; }
cert_sym() { [ "$MODE" = full ] || sym "$1" "$2"; }
check_certificate() {
  pem=$(printf '%s\n' "$seen" | awk '/BEGIN CERTIFICATE/ { on = 1 } on { print } /END CERTIFICATE/ { exit }')
  count=$(printf '%s\n' "$seen" | grep -ac 'BEGIN CERTIFICATE')
  [ -n "$pem" ] || { unknown certificate "Port $1: the server sent no certificate that could be read."; return; }
  facts=$(printf '%s\n' "$pem" | openssl x509 -noout -subject -issuer -dates -fingerprint -text 2>/dev/null)
  fact() { printf '%s\n' "$facts" | sed -n "s/^$1= *//p" | head -n 1; }
  subject=$(fact subject) issuer=$(fact issuer) ends=$(fact notAfter) starts=$(fact notBefore)
  names=$(printf '%s\n' "$facts" | grep -A 1 'Subject Alternative Name' | tail -n 1 | sed 's/^ *//')
  keep print "$(fact '.*Fingerprint')"; keep ends "$ends"
  errors=" $(printf '%s\n' "$seen" | sed -n 's/^verify error:num=\([0-9]*\).*/\1/p' | tr '\n' ' ')"
  bad=0
  case $errors in
    *' 10 '*) bad=1; cert_wrong "The certificate on port $1 ended on $ends, by this machine's clock."; cert_sym cert-expired "notAfter=$ends" ;;
    *' 9 '*) bad=1; cert_wrong "The certificate on port $1 is valid only from $starts, by this machine's clock."; cert_sym cert-expired "notBefore=$starts" ;;
  esac
  [ "$bad" = 0 ] || keep old 1
  case $errors in *' 62 '*) bad=1; cert_wrong "The certificate on port $1 does not cover $NAME: ${names:-$subject}"; cert_sym cert-wrong-name "names in it: ${names:-$subject}"
    [ "$(tls_hosts)" != none ] || cert_sym tls-no-certificate "no host with TLS and a certificate has the name $NAME; another's answers" ;; esac
  # Cloudflare's Origin CA is trusted by Cloudflare and by no store on this machine: codes 18 to 21 mean nothing then.
  case $issuer in
    *[Cc]loud[Ff]lare*[Oo]rigin*) ok certificate "The certificate on port $1 comes from Cloudflare's Origin CA, which Cloudflare trusts." ;;
    *) case $errors in
      *' 18 '*) bad=1; cert_wrong "The certificate on port $1 is self-signed; Full (strict) refuses it."; cert_sym cert-self-signed "issuer is the subject: $subject" ;;
      *' 19 '*) bad=1; cert_wrong "The chain on port $1 ends in a root that this machine does not trust: $issuer"; cert_sym cert-self-signed "unknown root, issuer $issuer" ;;
      *' 20 '* | *' 21 '*)
        if [ "$TRUST" = 0 ]; then unknown certificate "The chain cannot be judged: no trusted authorities are installed here (ca-certificates)."
        else
          bad=1
          # One certificate: its intermediate is missing, unless its authority is a private one; a public one names an address for it.
          case $count/$facts in
            1/*'CA Issuers'*) cert_wrong "Port $1 serves the certificate without its intermediate: $issuer"; cert_sym cert-chain-incomplete "one certificate, issuer $issuer" ;;
            1/*) cert_wrong "Port $1 serves one certificate, and its issuer is not known here: $issuer"
              cert_sym cert-chain-incomplete "one certificate, issuer $issuer"; cert_sym cert-self-signed "or an unknown authority: $issuer" ;;
            *) cert_wrong "The chain on port $1 ends at an authority that is not known here: $issuer"; cert_sym cert-self-signed "unknown authority: $issuer" ;;
          esac
        fi ;;
    esac ;;
  esac
  [ "$bad" = 1 ] || { ok certificate "The certificate on port $1 is in date (until $ends)${NAME:+ and covers $NAME}."; sym cert-ok "until $ends"; }
}

# "none" where the configuration of nginx or Apache holds no host with TLS and a certificate for the name. Hosts that take anything,
# patterns and included files may: then nothing is said.
tls_hosts() {
  configuration '(server|listen|ssl_certificate|nclude|[{}]|VirtualHost|ServerName|ServerAlias|SSLCertificateFile)' \
    /etc/nginx/nginx.conf /etc/nginx/conf.d /etc/nginx/sites-enabled/* /etc/apache2/*.conf /etc/apache2/*-enabled/*.conf /etc/httpd/conf /etc/httpd/conf.d | NAME=$NAME awk '
    { opened = gsub(/[{]/, "{"); closed = gsub(/[}]/, "}") }
    !on && /(^|[ \t;])server[ \t]*([{]|$)|<VirtualHost/ { on = 1; outer = depth; hosts++; mine = cert = 0; tls = $0 ~ /<VirtualHost.*:443/ }
    !on && (/ssl_certificate[ \t]|SSLCertificateFile/ || /nclude(Optional)?[ \t]/ && !/conf\.d|-enabled|modules|mime\.types|ports\.conf/) { found = 1 }
    on && /listen[^;]*(443|ssl)/ { tls = 1 }
    on && /ssl_certificate[ \t]|SSLCertificateFile|[iI]nclude/ { cert = 1 }
    on && match($0, /(server_name|ServerName|ServerAlias)[ \t][^;]*/) { n = split(tolower(substr($0, RSTART, RLENGTH)), w, /[ \t]+/)
      for (i = 2; i <= n; i++) { sub(/:[0-9]+$/, "", w[i]); tail = w[i]; sub(/^\*/, "", tail)
        if (w[i] == ENVIRON["NAME"] || w[i] ~ /^~|\*$/ || (tail ~ /^\./ && substr("." ENVIRON["NAME"], length(ENVIRON["NAME"]) + 2 - length(tail)) == tail)) mine = 1 } }
    { depth += opened - closed }
    on && ((closed && depth <= outer) || /<\/VirtualHost/) { if (mine && tls && cert) found = 1; on = 0 }
    END { if (hosts && !found) print "none" }'
}

check_http() {  # scheme port address
  if ! has curl; then unknown http "Answer on port $2: no curl command here. Try: wget -S -O /dev/null $1://127.0.0.1:$2/"; return; fi
  request "$1" "$2" "$3" --http1.1
  at="port $2${NAME:+, host $NAME}"
  # Two lengths that differ, a header without a colon: clients differ in what they forgive.
  odd=$(printf '%s\n' "$r_out" | awk '{ sub(/\r$/, "") } /^HTTP\// { on = 1; length_ = ""; next } /^$/ { on = 0 } !on { next } !/^[^ \t:]+:|^[ \t]/ { print "no colon in " $0; exit }
    tolower($1) == "content-length:" { if (length_ != "" && length_ != $2) { print "Content-Length " length_ " and " $2; exit } length_ = $2 }')
  [ -z "$odd" ] || { wrong http "The response headers contradict themselves ($at): $odd"; sym local-broken "$at: $odd"; }
  case $EXIT in
    0)
      case $CODE in
        5*) wrong http "The server answers $CODE to a request from this machine ($at)."; sym local-error "$CODE on $at" ;;
        4*)
          if [ "$CLIENT_CERT" = 1 ] && [ "$CODE" = 400 ]; then client_certificate "$CODE"
          elif [ "$1$CODE" = http400 ] && has openssl && shook "$(handshake "$2" "$3")"; then
            wrong http "Port $2 expects TLS, and answers 400 to the plain HTTP that Cloudflare speaks there."; sym local-error "400: $at expects TLS"
          else unknown http "The server answers $CODE to a request for $URLPATH ($at). Right only if that is meant."; keep "code" "$CODE"; fi ;;
        *) ok http "The server answers $CODE ($at, first byte after $FIRST s)."; keep code "$CODE"; sym local-ok "$CODE on $at" ;;
      esac
      case $FIRST in [5-9].* | [1-9][0-9]*.*) unknown http "The first byte took $FIRST s." ;; esac
      if [ "$SIZE" -gt $((CF_HEADERS_KB * 1024)) ]; then wrong headers "The response headers take $SIZE bytes, more than the $CF_HEADERS_KB KB that Cloudflare takes."; sym headers-large "$SIZE bytes for $URLPATH"; fi
      [ "$H2" != 1 ] || check_http2 "$@"
      check_compression "$@" ;;
    7) wrong http "The connection to $3 is refused ($at)."; sym local-refused "$r_said" ;;
    28)
      case $CONNECTED in
        0.000000 | 0) wrong http "The connection to $3 does not open, even from here ($at): a full accept queue, or a rule for this machine." ;;
        *) wrong http "The connection opens, and no answer comes in 7 s ($at)."; sym local-silent "$at: nothing in 7 s" ;;
      esac ;;
    27) wrong headers "The response headers are too large even for curl ($at)."; sym headers-large "$r_said" ;;
    35) if [ "$CLIENT_CERT" = 1 ]; then client_certificate "$r_said"; else unknown http "The answer on port $2 could not be fetched: $r_said"; fi ;;
    124 | 137) unknown http "The request did not end in time ($at)." ;;
    18 | 56)
      if [ "$CODE" = 000 ]; then broken "$@"
      elif [ -z "$odd" ]; then unknown http "The server answers $CODE and breaks off in the body ($at): $r_said. Visitors get a damaged page, and no 52x."; keep code "$CODE"; fi ;;
    *) broken "$@" ;;
  esac
}
broken() {  # scheme port address: no usable answer
  case $CLIENT_CERT/$r_said in 1/*) client_certificate "$r_said"; return ;; esac
  b_said=$r_said
  ! proxy_line "$@" || return
  r_said=$b_said
  case $r_said in *'oo large'*eader*) wrong headers "The response headers are too large even for curl ($at)."; sym headers-large "$r_said"; return ;; esac
  wrong http "The answer is empty, cut off or not HTTP ($at): $r_said"
  other_name "$@"
  sym local-broken "$at: $r_said"
}
# Whether the server answers once a PROXY line goes first, and only then: tried twice, so that one that fails now and then is not taken for it.
proxy_line() {  # scheme port address
  for first in --haproxy-protocol '' --haproxy-protocol; do
    request "$1" "$2" "$3" --http1.1 ${first:+"$first"}
    # A server without that protocol answers 400 to such a line.
    case $first/$EXIT/$CODE in --*/0/[23]?? | --*/0/40[134] | /[1-9]*) ;; *) return 1 ;; esac
  done
  wrong http "The server on port $2 answers only after a PROXY line, which Cloudflare does not send to a web server; right only behind a load balancer that sends it."
  sym proxy-protocol-logged "port $2: $CODE after a PROXY line, no answer without it"
}
# A server that demands a client certificate is right where Authenticated Origin Pulls are on: only failing calls of Cloudflare's decide.
client_certificate() {
  refused=$(printf '%s\n' "$LOGS" | awk '$1 == "client-cert-required" { print $2 }') calls="within the hour served $(answered good) and refused $(answered 400)"
  if [ -z "$refused" ] && [ "$(answered good)" -gt 0 ] && [ $(($(answered 400) * 5)) -lt "$(answered total)" ]; then
    ok http "The server demands a client certificate, and requests of Cloudflare's get through ($calls)."
  else
    wrong http "The server demands a client certificate: $1. Right only with Authenticated Origin Pulls switched on at Cloudflare, and calls of Cloudflare's fail or none was served."
    sym client-cert-required "$1 without a client certificate; of Cloudflare's calls $calls, logged $((refused + 0))"
  fi
}
# For this name it breaks off: does it answer another name?
other_name() {
  [ -n "$NAME" ] || return
  o_name=$NAME
  for NAME in $(printf '%s\n' "$NAMES" | grep -vxF "$o_name" | head -n 2) localhost; do
    request "$1" "$2" "$3" --http1.1
    case $EXIT/$CODE in 0/000) continue ;; 0/*) ;; *) continue ;; esac
    sym name-unknown-to-server "closed for $o_name, $CODE for $NAME"
    break
  done
  NAME=$o_name
}
check_http2() {
  case $(curl -qV 2>/dev/null) in *HTTP2*) ;; *) return ;; esac
  request "$1" "$2" "$3" --http2
  case $EXIT in 0 | 124 | 137) ;; *) wrong http2 "HTTP/1.1 works and HTTP/2 fails: $r_said"; sym direct-http1-only "HTTP/2: $r_said" ;; esac
}
check_compression() {
  request "$1" "$2" "$3" --http1.1 --compressed
  case $EXIT in 23 | 61 | 18) wrong compression "The answer is damaged when compression is asked for: $r_said"; sym compression-broken "$r_said" ;; esac
}

# Everything for one port; runs beside the other port.
check_port() {
  NAME=$HOST CLIENT_CERT=0 H2=0 to=''
  case $ADDRESS in ?*) printf '%s\n' "$MY" | grep -qF " $ADDRESS " && to=$ADDRESS ;; esac
  [ -n "$to" ] || case $(kept "v4-$1") in
    any) to=${ME4:-127.0.0.1} ;;
    one) to=$(printf '%s\n' "$SOCKETS_1" | awk "$AWK_ADDR"' $1 == "listen" && $2 == 4 && $4 == p && $3 !~ /^x7f/ { print human($3); exit }' p="$1") ;;
    loopback) to=127.0.0.1 ;;
    *) case $(kept "v6-$1") in any) to=${ME6:-::1} ;; one) to=$ME6 ;; loopback) to=::1 ;; *) return ;; esac; [ "$(kept "v6-$1")" != any ] || ! serves_v4 "$1" || to=${ME4:-127.0.0.1} ;;
  esac
  [ -n "$to" ] || return
  case " $CF_HTTP_PORTS " in
    *" $1 "*) check_http http "$1" "$to" ;;
    *) check_tls "$1" "$to"; case $? in 0 | 1) check_http https "$1" "$to" ;; 3) wrong http "The connection to $to is refused (port $1)."; sym local-refused "port $1" ;; esac ;;
  esac
}
check_ports() {
  tls_setup
  out=$(for p in $PORTS; do (part=$(check_port "$p" 2>/dev/null); printf '%s\n' "$part") & done
    (part=$(watch 2>/dev/null); printf '%s\n' "$part") & wait)
  printf '%s\n' "$out"
}

# ---------------------------------------------------------------------------------------------------- 11 certificate files
check_files() {
  has openssl || return
  served=$(kept print) lasts=$(kept ends)
  { [ -n "$served" ] && [ -n "$HOST" ] && [ "$MODE" != full ]; } || return
  files=$(configuration '(ssl_certificate|SSLCertificateFile|certFile|crt)[[:space:]]' | grep -oE '(ssl_certificate|SSLCertificateFile|certFile|crt)[[:space:]]+"?/[^[:space:];"]+' | awk '{ sub(/^"/, "", $2); print $2 }' | sort -u | head -n 30
  for f in /etc/letsencrypt/live/*/fullchain.pem /etc/caddy/*.pem; do [ -f "$f" ] && printf '%s\n' "$f"; done | head -n 20)
  printf '%s\n' "$files" | sort -u | {
    newer='' same=0 blind=0
    while read -r f; do
      [ -f "$f" ] || continue
      [ -r "$f" ] || { blind=1; continue; }
      facts=$(limit 3 openssl x509 -in "$f" -noout -fingerprint -enddate -checkhost "$HOST" 2>/dev/null) || continue
      case $facts in *"$served"*) same=1; continue ;; *'does match'*) ;; *) continue ;; esac
      ends=$(printf '%s\n' "$facts" | sed -n 's/^notAfter=//p')
      later "$ends" "$lasts" && newer=$f
    done
    if [ -n "$newer" ]; then
      wrong certificate-file "A newer certificate for $HOST lies in $newer, and the server still hands out the older one: it was not reloaded."
      sym cert-file-newer "$newer is newer than what is served"
    elif [ "$same" = 1 ]; then ok certificate-file "The certificate that is served is the one on disk."
    elif [ "$blind" = 1 ]; then unknown certificate-file "Certificate files: only root can read them."; fi; }
  # A renewal that fails matters once the certificate runs out.
  left=$(printf '%s\n' "$RESULTS" | grep -c "^value${TAB}old${TAB}1")
  if [ "$left" -gt 0 ]; then
    for f in /var/log/letsencrypt/letsencrypt.log /root/.acme.sh/acme.sh.log; do
      { [ -f "$f" ] && [ -r "$f" ]; } || continue
      said=$(tail -n 300 "$f" | tail -c 100000 | grep -aE 'Failed to renew|renewals failed|Challenge failed|Some challenges have failed|Verify error' | tail -n 1)
      [ -z "$said" ] || { wrong renewal "The last renewals failed: $said"; sym renewal-failing "$said"; }
    done
  fi
}
# later "Nov 20 10:00:00 2026 GMT" than another such date?
later() { printf '%s\n%s\n' "$1" "$2" | awk '{ split($3, t, ":"); v[NR] = sprintf("%04d%02d%02d%s%s%s", $4, (index("JanFebMarAprMayJunJulAugSepOctNovDec", $1) + 2) / 3, $2, t[1], t[2], t[3]) } END { exit !(v[1] > v[2]) }'; }

# ---------------------------------------------------------------------------------------------------- 12 logs
since() { date -d "@$(($(now) - RECENT))" +%Y%m%d%H%M%S 2>/dev/null; }
# Whether a line is recent, from the time it begins with: nginx, Apache, PHP-FPM, access logs, syslog, ISO. A line without one follows the line before.
AWK_TIME='
function mon(m) { return (index("JanFebMarAprMayJunJulAugSepOctNovDec", m) + 2) / 3 }
function when(l,  h, p) {
  h = substr(l, 1, 120)
  if (match(h, /[0-9][0-9][0-9][0-9][\/-][0-9][0-9][\/-][0-9][0-9][T ][0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) { p = substr(h, RSTART, RLENGTH); gsub(/[^0-9]/, "", p); return p }
  if (match(h, /[0-9][0-9][\/-][A-Z][a-z][a-z][\/-][0-9][0-9][0-9][0-9][ :][0-9:]+/)) { p = substr(h, RSTART, RLENGTH); return substr(p, 8, 4) sprintf("%02d", mon(substr(p, 4, 3))) substr(p, 1, 2) substr(p, 13, 2) substr(p, 16, 2) substr(p, 19, 2) }
  if (match(h, /[A-Z][a-z][a-z] [ 0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) { p = substr(h, RSTART, RLENGTH); yr = match(h, /:[0-9.]+ 20[0-9][0-9]\]/) ? substr(h, RSTART + RLENGTH - 5, 4) : ENVIRON["YEAR"]
    d = substr(p, 5, 2); sub(/ /, "0", d); return yr sprintf("%02d", mon(substr(p, 1, 3))) d substr(p, 8, 2) substr(p, 11, 2) substr(p, 14, 2) }
  return "" }
function recent(l,  w) { w = when(l); if (w != "") fresh = ENVIRON["SINCE"] == "" || w "" >= ENVIRON["SINCE"] ""; return fresh }
'
# Lines of the logs that say something, read before this script sends requests of its own: "count symptom last-line".
logs() {
  {
    n=0 blind=0
    for f in /var/log/nginx/*error*.log /var/log/nginx/error_log /var/log/apache2/*error*.log /var/log/httpd/*error*log /var/log/php*fpm*.log \
      /var/log/php-fpm/*.log /var/log/haproxy.log /var/log/caddy/*.log /usr/local/lsws/logs/error.log /var/log/gunicorn/*.log /var/log/uwsgi/*.log; do
      { [ -f "$f" ] && [ "$((n + blind))" -lt 40 ]; } || continue
      [ -r "$f" ] || { blind=$((blind + 1)); continue; }
      n=$((n + 1)); echo '@@file'; limit 3 tail -n "$LOG_LINES" "$f" | tail -c "$LOG_BYTES"; echo
    done
    if [ -d /run/systemd/system ] && has journalctl; then n=$((n + 1)); echo '@@file'; limit 3 journalctl -q --no-pager -o short-iso -n "$LOG_LINES" -u nginx -u apache2 -u httpd -u caddy -u haproxy -u 'php*fpm*' 2>/dev/null | tail -c "$LOG_BYTES"; fi
    printf '@@count %s %s\n' "$n" "$blind"; } | tr -d '\000' | SINCE=$(since) YEAR=$(date +%Y) PATTERNS=$PATTERNS awk "$AWK_ADDR$AWK_TIME"'
    BEGIN { np = split(ENVIRON["PATTERNS"], lines, "\n"); for (i = 1; i <= np; i++) { split(lines[i], f, " => "); re[i] = f[1]; id[i] = f[2]; cf[i] = f[3]; quick = quick (i > 1 ? "|" : "") f[1] } }
    /^@@file$/ { fresh = 1; next }
    /^@@count [0-9]+ [0-9]+$/ { print "files", $2, $3; next }
    # Apache names the caller in the line before what its TLS library says.
    { before = l; l = substr($0, 1, 2000); if (!recent(l) || l !~ quick) next
      for (i = 1; i <= np; i++) if (l ~ re[i]) {
        if (cf[i] != "") { a = l ~ /SSL Library Error/ ? before " " l : l; hit = 0; while (match(a, /[0-9a-fA-F]*[.:][0-9a-fA-F.:]+/)) { w = substr(a, RSTART, RLENGTH); a = substr(a, RSTART + RLENGTH); sub(/[.:]$/, "", w); if (w ~ /^[0-9.]+:[0-9]+$/) sub(/:[0-9]+$/, "", w); if (span(w) && overlaps(LO, HI)) hit = 1 } if (!hit) continue }
        c[id[i]]++; last[id[i]] = l } }
    END { for (s in c) print s, c[s], substr(last[s], 1, 300) }'
}
# Answers to Cloudflare in the access logs of the last hour: "total n", "good n" (2xx, 3xx), "code n" for 4xx and 5xx.
access_logs() {
  for f in /var/log/nginx/*access*.log /var/log/apache2/*access*.log /var/log/httpd/*access*log /usr/local/lsws/logs/access.log; do
    [ -f "$f" ] && [ -r "$f" ] && limit 3 tail -n 1000 "$f" | tail -c "$LOG_BYTES"
  done | tr -d '\000' | SINCE=$(since) awk "$AWK_ADDR$AWK_TIME"'
    { l = substr($0, 1, 4000); n = split(l, q, "\""); split(q[3], s, " "); code = s[1]; ip = q[1]; sub(/^[^ ]*:[0-9]+ /, "", ip); sub(/ .*/, "", ip)
      if (code !~ /^[1-5][0-9][0-9]$/ || !recent(l) || !span(ip) || !overlaps(LO, HI)) next
      total++; if (code < 400) good++; else c[code]++ }
    END { print "total", total + 0; print "good", good + 0; for (k in c) print k, c[k] }'
}

# How many requests of Cloudflare's were answered so: total, good or a status.
answered() { printf '%s\n' "$ACCESS" | awk -v k="$1" '$1 == k { n = $2 } END { print n + 0 }'; }

check_logs() {
  n_files=$(printf '%s\n' "$LOGS" | awk '$1 == "files" { print $2 }') blind=$(printf '%s\n' "$LOGS" | awk '$1 == "files" { print $3 }')
  [ "${blind:-0}" = 0 ] || unknown logs "$blind logs cannot be read without root."
  [ "${n_files:-0}" != 0 ] || unknown logs "No error log found in the usual places (/var/log/nginx, apache2, httpd, php-fpm, haproxy)."
  [ -n "$(since)" ] || unknown logs "The age of log lines cannot be told here: old ones may be among those shown."
  printf '%s\n' "$LOGS" | while read -r id times line; do
    case $id in
      files | '') continue ;;
      service-config-error) [ -n "$(kept gone)" ] || continue ;;
      upstream-headers-logged) keep too-big 1 ;;
    esac
    wrong logs "Log, $times times within the hour: $line"
    sym "$id" "$times lines: $line"
  done
  total=$(answered total)
  [ "$total" -gt 0 ] || return
  ok access-log "Access log: $total requests from Cloudflare within the hour, $(answered good) answered well."
  printf '%s\n' "$ACCESS" | while read -r code times; do
    share=$((times * 100 / total))
    case $code in total | good) continue ;; esac
    [ "$share" -ge 20 ] || continue
    wrong access-log "Access log: $code for $times of $total requests from Cloudflare within the hour."
    e="$code for $times of $total requests from Cloudflare"
    case $code in
      499) sym slow-request-logged "$e (Cloudflare hung up before the answer)" ;;
      444) # Closed without an answer: for this name, or, where this machine is answered, for these callers.
        if shown local-ok; then sym denied-by-http "$e (closed without an answer), and not for this machine"
        else sym name-unknown-to-server "$e (the server closes without an answer)"; fi ;;
      403) [ "$share" -lt 50 ] || [ "$(kept code)" = 403 ] || sym denied-by-http "$e, and not for this machine" ;;
      5*) sym local-error "$e" ;;
    esac
  done
}

# ---------------------------------------------------------------------------------------------------- 13 the machine
kernel_log() {
  { [ "$ROOT" = 1 ] || [ "$(cat /proc/sys/kernel/dmesg_restrict)" = 0 ]; } || return
  k_up=$(cut -d . -f 1 /proc/uptime)
  if has dmesg; then limit 3 dmesg 2>/dev/null | tail -n 600 | awk -v u="$k_up" -v r="$RECENT" 'match($0, /\[ *[0-9]+\./) { t = substr($0, RSTART + 1, RLENGTH - 2) + 0; if (t >= u - r) print }'; fi
}
# The last line of this machine's own log files that says that the kernel ended a server or an application for lack of memory.
killed_logged() {
  for f in /var/log/kern.log /var/log/messages /var/log/syslog; do [ -f "$f" ] && [ -r "$f" ] && limit 3 tail -n 2000 "$f" | tail -c "$LOG_BYTES"; done |
    SINCE=$(since) YEAR=$(date +%Y) awk "$AWK_TIME"'BEGIN { fresh = 1 } recent($0) && /ut of memory: Kill|oom-kill:/' | grep -aE "[(=]($WEB|$APPS)" | tail -n 1
}
# How often the kernel killed something in the control groups of the web server's and the application's processes.
group_kills() {
  printf '%s\n' "$PROCS_2" | awk -v w="^($WEB|$APPS)\$" '$5 ~ w { print $1 }' | head -n 200 | while read -r pid; do
    awk -F : '$2 == "" { print "/sys/fs/cgroup" $3 "/memory.events" } $2 == "memory" { print "/sys/fs/cgroup/memory" $3 "/memory.oom_control" }' "/proc/$pid/cgroup"
  done | sort -u | while read -r f; do [ -r "$f" ] && awk '$1 == "oom_kill" && $2 > 0 { print $2 }' "$f"; done | awk '{ n += $1 } END { print n + 0 }'
}
check_memory() {
  oom=$(printf '%s\n' "$KERNEL" | grep -E 'Out of memory: Kill|oom-kill:|Memory cgroup out of memory' | tail -n 1)
  crashed=$(printf '%s\n' "$LOGS" | grep -c 'exited on signal 9')
  # In a container the kernel log is that of the whole host: it counts only where something here went missing too.
  filed=$(killed_logged)
  if [ -n "$filed" ]; then wrong memory "The kernel killed a process for lack of memory within the hour: $filed"; sym oom-kill "$filed"
  elif [ -n "$oom" ] && { { [ "$INIT_NS" = 1 ] && printf '%s\n' "$oom" | grep -qE "[(=]($WEB|$APPS)"; } || { [ "$INIT_NS" = 0 ] && [ "$crashed" -gt 0 ]; }; }; then
    wrong memory "The kernel killed a process for lack of memory within the hour: $oom"; sym oom-kill "$oom"
  elif [ "$(group_kills)" -gt 0 ] && [ "$crashed" -gt 0 ]; then
    wrong memory "The kernel killed $(group_kills) processes of the web server's control group, and the log shows a worker lost."; sym oom-kill "memory.events: oom_kill $(group_kills)"
  fi
  crash=$(printf '%s\n' "$KERNEL" | grep -E "($WEB|php-fpm[^ ]*|php)\[[0-9]+\].*segfault at" | tail -n 1)
  if [ -n "$crash" ] && [ "$INIT_NS" = 1 ]; then wrong crash "The kernel log shows a crash: $crash"; sym crash-logged "$crash"; fi
  free=$(awk '/^MemTotal/ { t = $2 } /^MemAvailable/ { a = $2 } END { if (t && a != "") printf "%d", a * 100 / t }' /proc/meminfo)
  swapped=$(($(grown pswpin) + $(grown pswpout)))
  tasks=$(awk '{ split($4, a, "/"); print a[1] }' /proc/loadavg) cpus=$(grep -c '^processor' /proc/cpuinfo)
  if [ "${free:-100}" -lt 3 ] && [ "$swapped" -gt 2000 ] || { shown local-silent && { [ "$swapped" -gt 2000 ] || [ "${tasks:-0}" -gt $((${cpus:-1} * OVERLOADED)) ]; }; }; then
    wrong memory "The machine is overloaded: $free % of memory left, $swapped pages swapped in ${SYN_WAIT} s, ${tasks:-?} tasks for ${cpus:-?} processors."
    sym load-high "memory $free % free, swapped $swapped pages, $tasks runnable tasks"
  elif [ -n "$free" ]; then ok memory "Memory: $free % available; ${tasks:-?} runnable tasks for ${cpus:-?} processors."
  else unknown memory "Memory: /proc/meminfo cannot be read. Try: free -m"; fi
}

check_disk() {
  places=$(configuration '(temp_path|temp_dir|CacheRoot|state-dir)[[:space:]]+' | grep -oE '[[:space:]]/[^[:space:];"]+' | while read -r d; do [ -d "$d" ] || d=${d%/*}; [ -d "$d" ] && printf ' %s' "$d"; done)
  for d in / /var /var/log /var/lib /var/lib/nginx /var/lib/mysql /var/lib/php/sessions /var/www /tmp /run /srv /home; do [ -d "$d" ] && places="$places $d"; done
  full=''
  for kind in '' -i; do
    # shellcheck disable=SC2086 # a list of folders without spaces, and an option that may be absent
    full="$full$(limit 4 df -P $kind $places 2>/dev/null | awk -v k="${kind:+inodes}" 'NR > 1 && $2 ~ /^[0-9]+$/ && $2 > 0 && $4 <= 0 && !s[$NF]++ { print $NF, k == "" ? "bytes" : k }')$NL"
  done
  full=$(printf '%s' "$full" | while read -r mount what; do
    [ -n "$mount" ] || continue
    # What is mounted read-only is always full.
    awk -v m="$mount" '$2 == m { o = "," $4 "," } END { exit o ~ /,ro,/ }' /proc/mounts && printf '%s (%s) ' "$mount" "$what"
  done)
  if [ -n "$full" ]; then wrong disk "A file system is full: $full"; sym disk-full "no space left on $full"
  elif [ -n "$places" ]; then ok disk "Disks: none of the places that a web server writes to is full."; fi
}

check_workers() {
  states=$(printf '%s\n' "$PROCS_2" | awk -v w="^($WEB|$APPS)\$" '
    { parent[$1] = $2; name[$1] = $5 } $5 ~ w { state[$1] = $3 }
    END { for (p in state) { kids[parent[p]]++ }
      for (p in state) if (!(p in kids)) { n[name[p]]++; if (state[p] ~ /[Tt]/) t[name[p]]++ }
      for (x in t) print x, t[x], n[x] }')
  printf '%s\n' "$states" | while read -r name stopped all; do
    [ -n "$name" ] || continue
    if [ "$stopped" = "$all" ]; then
      wrong workers "All $all processes of $name that answer are stopped by a signal (state T)."
      sym local-silent "$name: $stopped of $all stopped, state T"
    else unknown workers "$stopped of $all processes of $name are stopped by a signal (state T); the others answer."; fi
  done
  # One thread at full load, and no answer: an event loop that does not turn.
  if shown local-silent; then
    passed=$(($(now) - STARTED))
    printf '%s\n-\n%s\n' "$PROCS_1" "$PROCS_2" | awk -v s="$passed" '$1 == "-" { two = 1; next } !two { t[$1] = $4 + 1; next }
      two && t[$1] && s > 0 && $5 ~ /^(node|nodejs|bun|deno|python|ruby|puma|uvicorn|gunicorn|MainThread)/ && ($4 - t[$1] + 1) / s > 75 { print $1, $5; exit }' | while read -r pid name; do
      wrong workers "$name (process $pid) is at full load on one thread, and nothing answers."; sym event-loop-stalls "$name, process $pid: one processor busy for $passed s"
    done
  fi
  unread=$(kept unread) late=$(kept late)
  if [ -n "$late" ] && ! shown local-silent; then
    wrong workers "The rest of a request from $late waits for seconds and is not read, while others are answered: the application takes uploads late."
    sym body-read-slowly "Recv-Q stays above 0 for $late, and nothing of it is read"
  else [ -z "$unread" ] || { wrong workers "A connection from $unread holds bytes that the server does not read."; sym local-silent "Recv-Q stays above 0 for $unread"; }; fi
  # File descriptors and HAProxy's ceiling.
  printf '%s\n' "$PROCS_2" | awk -v w="^($WEB|$APPS)\$" '$5 ~ w { print $1, $5 }' | head -n 60 | while read -r pid name; do
    most=$(awk '/^Max open files/ { print $4 }' "/proc/$pid/limits") || continue
    [ -r "/proc/$pid/fd" ] || continue
    used=0; for f in "/proc/$pid/fd"/*; do used=$((used + 1)); done
    case $most in '' | *[!0-9]*) continue ;; esac
    [ "$used" -lt $((most * 97 / 100)) ] || { wrong files "$name (process $pid) has $used of $most file descriptors open."; sym proxy-ceiling-reached "$name: $used of $most file descriptors"; }
  done
  if printf '%s\n' "$PROCS_2" | grep -q ' haproxy$' && [ -r /etc/haproxy/haproxy.cfg ]; then
    ceiling=$(sed 's/#.*//' /etc/haproxy/haproxy.cfg | awk '$1 == "maxconn" || $1 == "bind" || $1 == "server" { for (i = 1; i < NF; i++) if ($i == "maxconn" && ($1 == "maxconn") && (m == "" || $(i + 1) < m)) m = $(i + 1) } END { print m }')
    for p in $PORTS; do
      open=$(printf '%s\n' "$SOCKETS_2" | awk -v p="$p" '$1 == "count" && $2 == p { print $3 }')
      { [ -n "$ceiling" ] && [ "${open:-0}" -ge "$ceiling" ]; } && { wrong files "HAProxy is at its maxconn: $open connections, maxconn $ceiling."; sym proxy-ceiling-reached "port $p: $open connections, maxconn $ceiling"; }
    done
  fi
}

check_clock() {
  sync=''
  if has timedatectl && [ -d /run/systemd/system ]; then sync=$(limit 2 timedatectl show -p NTPSynchronized --value 2>/dev/null); fi
  case $sync in
    yes) ok clock "Clock: synchronised, $(date -u '+%Y-%m-%d %H:%M:%S') UTC." ;;
    *) unknown clock "Clock: $(date -u '+%Y-%m-%d %H:%M:%S') UTC; nothing here tells whether it is right. It decides nothing at Cloudflare, only the ages above." ;;
  esac
}

# ---------------------------------------------------------------------------------------------------- 14 outside view
check_external() {
  [ "$EXTERNAL" = 1 ] || return
  has curl || { unknown external "Through Cloudflare: no curl command here."; return; }
  DEADLINE=$((DEADLINE + 30))
  seen=$(limit 28 curl -qsS -o /dev/null -D - --noproxy '*' -A 52x-diagnose --max-time 26 "https://$HOST$URLPATH" 2>&1 | tr -d '\000\r' | head -c 20000)
  code=$(printf '%s\n' "$seen" | awk '/^HTTP\// { c = $2 } END { print c }') ray=$(printf '%s\n' "$seen" | grep -ciE '^cf-ray:')
  case $code/$ray in
    /*) unknown external "Through Cloudflare: no answer: $(printf '%s\n' "$seen" | grep -a '^curl:' | head -n 1)" ;;
    */0) unknown external "$HOST does not lead through Cloudflare from here (no cf-ray header); it answers $code." ;;
    52[0-6]/* | 530/*) wrong external "Through Cloudflare, $HOST answers $code."; sym "code-$code" "seen from this machine through Cloudflare" ;;
    *) ok external "Through Cloudflare, $HOST answers $code." ;;
  esac
}

# ---------------------------------------------------------------------------------------------------- 15 output
# Removes repeats, puts the symptoms in order, neutralises what a log line or a file name may hold, masks where asked, prints.
report() {
  printf '%s\n' "$RESULTS" | tr '\r' ' ' | ORDER=$ORDER BEYOND=$BEYOND JSON=$JSON PASTE=$PASTE HOST=$HOST MACHINE=$(uname -n) AT=$AT awk "$AWK_ADDR"'
    function clean(s) { gsub(/\t/, " ", s); gsub(/[^ -~]/, "?", s); gsub(/  +/, " ", s); sub(/^ +/, "", s); sub(/ +$/, "", s); return ENVIRON["PASTE"] == 1 ? mask(s) : s }
    function swap(s, from, to,  out, i) { if (from == "") return s; while ((i = index(s, from)) > 0) { out = out substr(s, 1, i - 1) to; s = substr(s, i + length(from)) } return out s }
    function mask(s,  out, w, m, a) {
      s = swap(s, ENVIRON["HOST"], "<host>"); if (length(ENVIRON["MACHINE"]) > 2) s = swap(s, ENVIRON["MACHINE"], "<machine>")
      gsub(/\?[^ "]*/, "?<query>", s); gsub(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+/, "<mail>", s); gsub(/("|=)(GET|POST|PUT|HEAD|DELETE|PATCH) [^ "]*/, "\"<request>", s)
      gsub(/(referrer|user): "[^"]*"/, "<left out>", s); gsub(/\/(home|users?|u)\/[^ \/":]+/, "/home/<user>", s)
      while (match(s, /[0-9a-fA-F:]*[0-9a-fA-F][.:][0-9a-fA-F.:]+[0-9a-fA-F:]|::1|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+|[A-Za-z0-9_+\/=-]+/)) {
        w = substr(s, RSTART, RLENGTH); out = out substr(s, 1, RSTART - 1); s = substr(s, RSTART + RLENGTH); m = w; a = w; sub(/\/[0-9]+$/, "", a); if (a ~ /^[0-9.]+:[0-9]+$/) sub(/:[0-9]+$/, "", a)
        if (a ~ /^([0-9]+\.)+[0-9]+$/ || a ~ /:.*:/) { if (a ~ /^[0-9][0-9]:[0-9][0-9]:[0-9][0-9]/ || a ~ /^[0-9]+\.[0-9]+$/) m = w; else if (span(a)) m = (overlaps(LO, HI) || a ~ /^127\.|^0\.0\.0\.0|^::1?$/) ? w : "<address>" }
        else if (w ~ /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z]+$/ && w !~ /\.(conf|cfg|log|sh|php|pem|crt|cert|key|sock|service|html|js|py|deny|tempban|tempip|c|so|json|md|example|d|events)$/ && w !~ /^(net|ipv4|raw|pm)\./) m = "<name>"
        else if (length(w) >= 24 && w ~ /[0-9]/ && w ~ /[A-Za-z]/ && w !~ /^\//) m = "<token>"
        out = out m }
      return out s }
    function quote(s) { gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s); return "\"" s "\"" }
    BEGIN { FS = "\t"; n = split(ENVIRON["ORDER"], o, /[ \n]+/); for (i = 1; i <= n; i++) rank[o[i]] = i }
    ($1 == "ok" || $1 == "wrong" || $1 == "unknown") && !(($1, $3) in had) { had[$1, $3] = 1; if (++rows > 120) next; st[rows] = $1; id[rows] = clean($2); ev[rows] = substr(clean($3), 1, 400) }
    $1 == "symptom" && ($2 in rank) && !($2 in text) { text[$2] = substr(clean($3), 1, 240); if (index(" " ENVIRON["BEYOND"] " ", " " $2 " ")) beyond++; else if (rank[$2] < rank["listen-ok"]) faults++ }
    END {
      if (rows > 120) rows = 120
      why = beyond ? "connections open, and packets of theirs are lost on the way" : "nothing on this machine explains a 52x"; for (i = 1; i <= rows; i++) if (st[i] == "unknown" && id[i] != "clock") gaps++
      reason = why (gaps ? " as far as could be seen (" gaps (gaps == 1 ? " point was" : " points were") " not decided)" : "") "; look at the provider\047s firewall, the address in the DNS record, the path between, and the SSL mode"
      if (ENVIRON["JSON"] == 1) {
        printf "{\"tool\":\"52x-diagnose\",\"format\":1,\"at\":%s,\"host\":%s,\"checks\":[", quote(ENVIRON["AT"]), quote(clean(ENVIRON["HOST"]))
        for (i = 1; i <= rows; i++) printf "%s{\"id\":%s,\"status\":%s,\"evidence\":%s}", (i > 1 ? "," : ""), quote(id[i]), quote(st[i]), quote(ev[i])
        printf "],\"symptoms\":["; for (i = 1; i <= n; i++) if (o[i] in text) printf "%s{\"id\":%s,\"evidence\":%s}", (c++ ? "," : ""), quote(o[i]), quote(text[o[i]])
        printf "],\"outside\":%s}\n", faults ? "false" : "true"; exit }
      print "52x-diagnose 1 " ENVIRON["AT"]
      if (ENVIRON["HOST"] != "") print "Host name: " clean(ENVIRON["HOST"])
      split("wrong ok unknown", kinds, " "); split("Wrong:,Fine:,Not decided:", heads, ",")
      for (k = 1; k <= 3; k++) { h = 0; for (i = 1; i <= rows; i++) if (st[i] == kinds[k]) { if (!h++) print "\n" heads[k]; print "[" st[i] "] " ev[i] } }
      print "\nSymptoms, most telling first:"; for (i = 1; i <= n; i++) if (o[i] in text) print "symptom " o[i] ": " text[o[i]]
      if (!faults) print "outside this host: " reason
      print "\nWhat it means: paste this into /analyze/ on the 52x Field Guide, or go on at /troubleshoot/" }'
}

main() {
  options "$@"
  AT=$(date -u +%Y-%m-%dT%H:%M:%SZ) KNOCKS='' REPLAY_NOTE='' GUESSED=0 ROWS=''
  DEADLINE=$(($(now) + 24 + REPLAY * 15))
  ROOT=0; [ "$(id -u)" != 0 ] || ROOT=1
  find_timeout
  export CF_V4 CF_V6
  INIT_NS=0; case $(readlink /proc/self/ns/pid 2>/dev/null) in 'pid:[4026531836]') INIT_NS=1 ;; esac
  trap 'exit 130' INT TERM HUP
  [ ! -t 2 ] || printf 'Looking; this takes up to half a minute.\n' >&2
  { KERNEL=$(kernel_log); gather; BANS=$({ fail2ban_bans; csf_bans; crowdsec_bans; } | head -n 60); } 2>/dev/null
  section check_listeners
  FW_PORTS=$(kept listens); [ -n "$PORT" ] && FW_PORTS=$PORT; FW_PORTS=${FW_PORTS:-$PORTS}
  ROWS=$(firewall_rows 2>/dev/null)
  [ "$GUESSED" = 0 ] || section unknown host "Host name: $([ -n "$HOST" ] && printf '%s, the first one in the configuration' "$HOST" || printf 'not known'); give it with --host."
  section check_ports
  gather_again 2>/dev/null
  section check_disk; section check_queues; section check_packets; section check_service
  replay
  section check_firewall; section check_replay; section check_bans; section check_routes; section check_files
  section check_logs; section check_workers; section check_memory; section check_clock
  [ "$(now)" -lt "$DEADLINE" ] || section unknown time "The time ran out, as on a machine that is very busy: some checks were left off. Run it again."
  section check_external
  [ "$ROOT" = 1 ] || section unknown root "Run as root to see the firewall, bans, other users' processes and all logs."
  report
}
main "$@"
