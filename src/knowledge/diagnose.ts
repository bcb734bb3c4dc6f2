import type { DiagnoseData } from '../domain/diagnose/data.ts';
import type { Knowledge } from './model.ts';

/**
 * What `diagnose.sh` holds of the content.
 * @throws when the size of response headers is not a number
 */
export function diagnoseData({ addresses, ports, ciphers, figures }: Knowledge): DiagnoseData {
  const headersKb = Number(figures.get('headers')?.values[0]?.value);
  if (Number.isNaN(headersKb)) throw new Error('content/cloudflare.yaml has no number for "headers"');
  const { ipv4, ipv6, checked } = addresses;
  return { ipv4, ipv6, checked, httpPorts: ports.http, ciphers: ciphers.tls12, headersKb };
}
