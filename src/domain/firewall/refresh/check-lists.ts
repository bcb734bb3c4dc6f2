import { WIDEST } from '../cidr.ts';
import { RESERVED } from '../reserved.ts';

const MOST_LINES = 500;

const spans = RESERVED.map(({ first, last }) => `${String(first)}-${String(last)}`).join(' ');

/** End of both checks: a line that fails ends with 1, and so do too few or too many lines. */
const TAIL = `{ print; lines++ }
    END { if (failed || lines < least || lines > ${String(MOST_LINES)}) exit 1 }`;

/**
 * Shell functions check4 and check6: `check4 LEAST FILE` prints the list with clean line ends, or fails when a line is not a
 * CIDR range, is too wide, is private or reserved, or when there are too few lines. Only what every awk knows is used (no
 * intervals in patterns: Debian's mawk lacks them).
 */
export const CHECK_LISTS = `check4() { # least number of lines, file
  awk -v least="$1" -v reserved='${spans}' '
    function bad() { print "not accepted: " $0 >"/dev/stderr"; failed = 1; exit 1 }
    { sub(/\\r$/, "") }
    /^$/ { next }
    !/^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+\\/[0-9]+$/ { bad() }
    {
      split($0, part, /[.\\/]/)
      first = 0
      for (i = 1; i <= 4; i++) {
        if (length(part[i]) > 3 || part[i] + 0 > 255 || part[i] ~ /^0./) bad()
        first = first * 256 + part[i]
      }
      if (length(part[5]) > 2 || part[5] + 0 < ${String(WIDEST.ipv4)} || part[5] + 0 > 32) bad()
      size = 1
      for (i = part[5]; i < 32; i++) size *= 2
      if (first % size != 0) bad()
      n = split(reserved, spans, " ")
      for (i = 1; i <= n; i++) {
        split(spans[i], span, "-")
        if (first <= span[2] + 0 && first + size - 1 >= span[1] + 0) bad()
      }
    }
    ${TAIL}
  ' "$2"
}

check6() { # least number of lines, file; only 2000::/3 is routed on the Internet
  awk -v least="$1" '
    function bad() { print "not accepted: " $0 >"/dev/stderr"; failed = 1; exit 1 }
    { sub(/\\r$/, "") }
    /^$/ { next }
    !/^[23][0-9a-f][0-9a-f][0-9a-f]:[0-9a-f:]*\\/[0-9]+$/ { bad() }
    {
      split($0, part, "/")
      if (length(part[2]) > 3 || part[2] + 0 < ${String(WIDEST.ipv6)} || part[2] + 0 > 128) bad()
      rest = part[1]
      gaps = gsub(/::/, ":-:", rest)
      if (gaps > 1 || rest ~ /::/ || part[1] ~ /[^:]:$/) bad()
      sub(/:$/, "", rest)
      n = split(rest, group, ":")
      if (gaps ? n > 8 : n != 8) bad()
      for (i = 1; i <= n; i++) if (length(group[i]) > 4) bad()
    }
    ${TAIL}
  ' "$2"
}
`;
