/** What `diagnose.sh` knows about Cloudflare; all of it stands in content/cloudflare.yaml. */
export interface DiagnoseData {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  /** Day on which the address list was last seen unchanged, as 2026-09-21. */
  readonly checked: string;
  /** Ports that Cloudflare calls with plain HTTP. */
  readonly httpPorts: readonly number[];
  /** Cipher suites up to TLS 1.2, in OpenSSL’s names. */
  readonly ciphers: readonly string[];
  /** Largest total of response headers, in KB. */
  readonly headersKb: number;
}

const BEGIN = '# data: begin\n';
const END = '# data: end\n';

function assignments(data: DiagnoseData): string {
  return [
    `CF_V4='${data.ipv4.join(' ')}'`,
    `CF_V6='${data.ipv6.join(' ')}'`,
    `CF_CIPHERS=${data.ciphers.join(':')}`,
    `CF_HTTP_PORTS='${data.httpPorts.join(' ')}'`,
    `CF_HEADERS_KB=${String(data.headersKb)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * The script with this data between its two marks.
 * @throws when a mark is missing
 */
export function withData(script: string, data: DiagnoseData): string {
  const begin = script.indexOf(BEGIN);
  const end = script.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('diagnose.sh lacks the marks "# data: begin" and "# data: end"');
  return `${script.slice(0, begin)}${BEGIN}${assignments(data)}${script.slice(end)}`;
}
