import type { Family } from '../model.ts';
import { shellTemplate, type Template } from '../template.ts';
import type { LoaderShell } from './script.ts';

const indented = (template: Template): string[] => shellTemplate(template).map((line) => `  ${line}`);

/** Loads both chains, each in one step; when the second fails, the first goes back to the kept list. */
export function iptablesLoader(templates: Readonly<Record<Family, Template>>, jump: string): LoaderShell {
  return {
    inForce: 'jumps',
    load: [
      'render4() {',
      ...indented(templates.ipv4),
      '}',
      '',
      'render6() {',
      ...indented(templates.ipv6),
      '}',
      '',
      'jumps() {',
      `  iptables -w -C INPUT ${jump} 2>/dev/null && ip6tables -w -C INPUT ${jump} 2>/dev/null`,
      '}',
      '',
      'load() {',
      '  render4 "$1" "$2" >"$work/new4" && iptables-restore --test --noflush <"$work/new4" || return 1',
      '  render6 "$1" "$2" >"$work/new6" && ip6tables-restore --test --noflush <"$work/new6" || return 1',
      '  iptables-restore --noflush <"$work/new4" || return 1',
      '  if ! ip6tables-restore --noflush <"$work/new6"; then',
      '    if [ -s "$state/ipv4" ]; then render4 "$state/ipv4" "$state/ipv6" | iptables-restore --noflush; fi',
      '    return 1',
      '  fi',
      '  for tool in iptables ip6tables; do',
      `    "$tool" -w -C INPUT ${jump} 2>/dev/null || "$tool" -w -I INPUT 1 ${jump} || return 1`,
      '  done',
      '}',
    ],
  };
}
