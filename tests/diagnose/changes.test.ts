import { describe, expect, it } from 'vitest';
import { lacking, runIn } from './world.ts';

const serve = 'start; call';
const FOLDERS = '/etc /var/log /var/lib/nginx /var/www /var/tmp /run /tmp /usr/local/lib/diagnose.sh';
/** Every file with its size and times, and the state of network, rules and processes; the run's own log lines aside. */
const SNAPSHOT = `snapshot() {
  find ${FOLDERS} -xdev ! -path /var/log/nginx/access.log ! -path /var/log/nginx/error.log -printf '%p %s %m %T@ %C@\\n' 2>/dev/null | sort
  ip addr; ip route show table all; ip rule; nft list ruleset 2>/dev/null | sed 's/packets [0-9]* bytes [0-9]*//'; sysctl -a 2>/dev/null | grep -vE 'random|nr_|count|used|lifetime|pid_max|ns_last_pid|file-|inode|dentry'
  ls /run/netns 2>/dev/null; mount
}`;

describe.concurrent('changes nothing', () => {
  const missing = lacking(['nginx', 'iptables', 'dash', 'strace']);
  for (const [name, setup, args] of [
    ['on a healthy origin', serve, ''],
    ['where nothing runs and the configuration is broken', 'echo "servr {}" >/etc/nginx/sites-enabled/bad', ''],
    ['with --replay', `${serve}; iptables -A INPUT -s 162.158.0.0/15 -j DROP`, '--replay'],
  ] as const) {
    it.skipIf(missing.length > 0)(name, async () => {
      const { output } = await runIn(`${SNAPSHOT}\n${setup}\nsleep 1; first=$(snapshot)`, {
        args: ['--json', args],
        after: 'diff <(printf "%s\\n" "$first") <(snapshot) | head -n 20; pgrep -af "sleep 60|unshare" ; echo end',
      });
      expect(output.slice(output.indexOf('---\n') + 4)).toBe('end\n');
    });
  }

  it.skipIf(missing.length > 0)('opens no file for writing', async () => {
    const { output } = await runIn(serve, {
      before:
        'strace -f -qq -o /tmp/trace -e trace=open,openat,creat,mkdir,mkdirat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,chmod,fchmodat,chown,fchownat,truncate,mount,umount2,kill',
      after: String.raw`grep -vE ' = -1 |exited with' /tmp/trace | grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|mkdir|unlink|rename|link|chmod|chown|truncate|mount\(|umount|kill\(' | grep -vE '"/dev/(null|tty)"|readlink|kill\([0-9]+, (0|SIGKILL)\)|SIG_0' | head -n 20; echo end`,
    });
    expect(output.slice(output.indexOf('---\n') + 4)).toBe('end\n');
  });

  it.skipIf(missing.length > 0)('leaves no namespace when it is interrupted', async () => {
    const { output } = await runIn(`${serve}; iptables -A INPUT -p tcp --dport 443 -j DROP`, {
      // Waits for the scratch namespace, then ends the whole group, as Ctrl-C would.
      before: `setsid -w bash -c '(for i in $(seq 200); do pgrep -f "^sleep 60" >/dev/null && break; sleep 0.1; done; echo seen; kill -TERM -- -$$) & exec "$@"' x`,
      args: ['--replay'],
      after: 'sleep 3; pgrep -af "sleep 60" ; ip -br link | cut -d" " -f1 | cut -d@ -f1; echo end',
    });
    expect(output.slice(output.indexOf('---\n') + 4)).toBe('lo\neth0\nend\n');
    expect(output).toMatch(/^seen$/m);
  });
});
