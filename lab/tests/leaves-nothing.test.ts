import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { LAB } from '../world/folder.ts';
import { FOLDER, MARK } from '../world/owner.ts';
import { run, until } from '../world/process.ts';
import { sweep } from '../world/sweep.ts';
import { labTest, SKIPPED } from './lab-test.ts';

/** Everything that a world could have changed outside itself. */
async function outside(): Promise<Record<string, string>> {
  const commands = {
    namespaces: 'ip netns list; ls /run/netns 2>/dev/null',
    packetFilter: 'nft list ruleset 2>&1; iptables-save 2>/dev/null | grep -v "^#"',
    mounts: 'cat /proc/self/mountinfo',
    links: 'ip -o link | sed "s/ state .*//"; ip -o addr | sed "s/valid_lft.*//"',
    routes: 'ip route show table all; ip -6 route show table all',
    etc: 'find /etc /var/lib/fail2ban /var/www /usr/local/bin -xdev -printf "%p %s %T@ %m\\n" | sort',
    settings:
      'sysctl -a 2>/dev/null | grep -E "^net\\.(ipv4\\.(ip_forward|icmp_ratelimit|tcp_)|core\\.somaxconn|netfilter\\.nf_conntrack_max)"',
  };
  const entries = await Promise.all(
    Object.entries(commands).map(async ([name, command]) => [name, (await run(['sh', '-c', command])).output] as const),
  );
  return Object.fromEntries(entries);
}

/** Waits until all is as it was: the kernel takes namespaces apart a moment after their last process. */
async function unchanged(before: Record<string, string>): Promise<void> {
  await expect.poll(outside, { timeout: 20_000, interval: 200 }).toEqual(before);
}

/** Processes of worlds that a given process built. */
function ofOwner(pid: number): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'latin1').includes(`${MARK}=${String(pid)}.`);
    } catch {
      return false;
    }
  });
}

const folders = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`${FOLDER}${String(pid)}.`));

const started: number[] = [];

/** Starts the runner on a scenario that takes a while, and waits until its world serves. */
async function startRunner(...args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(LAB, 'run.ts'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = child.pid ?? 0;
  started.push(pid);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await until(() => Promise.resolve(said.includes('DROP')), 120_000)).toBe(true);
  expect(ofOwner(pid).length).toBeGreaterThan(3);
  return pid;
}

afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
  sweep();
});

const gone = (pid: number): Promise<boolean> => until(() => Promise.resolve(ofOwner(pid).length === 0), 30_000);

describe(`a run of the lab${SKIPPED}`, () => {
  labTest('changes nothing outside its namespaces', async () => {
    const before = await outside();
    const done = await run([
      process.execPath,
      join(LAB, 'run.ts'),
      'iptables-policy-drop',
      'nft-drop',
      'certificate-expired',
    ]);
    expect(done.output).toMatch(/3 passed, 0 failed/);
    await unchanged(before);
  });

  labTest.each([['SIGINT'], ['SIGTERM'], ['SIGHUP']] as const)('leaves nothing after %s', async (signal) => {
    const before = await outside();
    const pid = await startRunner('iptables-drop');
    process.kill(pid, signal);
    expect(await gone(pid)).toBe(true);
    expect(await until(() => Promise.resolve(folders(pid).length === 0), 30_000)).toBe(true);
    await unchanged(before);
  });

  labTest('leaves nothing after kill -9 and a sweep', async () => {
    const before = await outside();
    const pid = await startRunner('iptables-drop');
    process.kill(pid, 'SIGKILL');
    // The kernel ends the world with its builder; the certificates wait for the sweep.
    expect(await gone(pid)).toBe(true);
    const swept = await run([process.execPath, join(LAB, 'run.ts'), '--sweep']);
    expect(swept.output).toMatch(/^swept \d+ processes and [1-9]\d* folders/);
    expect(folders(pid)).toEqual([]);
    await unchanged(before);
  });

  labTest('is not swept while it runs', async () => {
    const pid = await startRunner('iptables-drop');
    await run([process.execPath, join(LAB, 'run.ts'), '--sweep']);
    expect(ofOwner(pid).length).toBeGreaterThan(3);
    expect(folders(pid).length).toBe(1);
  });
});
