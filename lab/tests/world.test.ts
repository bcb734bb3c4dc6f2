import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { ORIGIN } from '../world/addresses.ts';
import { makeCertificates } from '../world/pki.ts';
import { build, type World } from '../world/world.ts';
import { labTest, SKIPPED } from './lab-test.ts';

describe(`a world${SKIPPED}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-test-'));
  const worlds: World[] = [];
  beforeAll(async () => {
    if (SKIPPED !== '') return;
    mkdirSync(join(folder, 'pki'));
    await makeCertificates(join(folder, 'pki'));
    worlds.push(...(await Promise.all([1, 2].map(() => build({ pki: join(folder, 'pki'), neighbour: 300 })))));
  });
  afterAll(async () => {
    await Promise.all(worlds.map((world) => world.destroy()));
    rmSync(folder, { recursive: true, force: true });
  });
  const output = async (world: number, ...[place, script]: Parameters<World['exec']>): Promise<string> =>
    (await worlds[world]?.exec(place, script))?.output ?? '';

  labTest('has an origin that the edge reaches over both families', async () => {
    expect(await output(0, 'edge', `ping -c1 -W2 ${ORIGIN.ipv4} && ping -c1 -W2 ${ORIGIN.ipv6}`)).toMatch(
      / 0% .* 0% /s,
    );
  });

  labTest('stands beside another that shares its addresses and nothing else', async () => {
    await output(0, 'origin', 'echo first >/etc/lab-note; iptables -P INPUT DROP');
    expect(await output(1, 'origin', 'cat /etc/lab-note; iptables -S INPUT')).toMatch(
      /No such file[^]*-P INPUT ACCEPT/,
    );
  });

  labTest('shows the origin its own processes, name and network only', async () => {
    expect(await output(1, 'origin', 'hostname; ps -e -o comm=')).not.toMatch(/node|vitest/);
    expect(await output(1, 'origin', 'hostname; ls /sys/class/net | tr "\\n" " "')).toMatch(/^origin\neth0 lo/);
  });

  labTest('has no way out', async () => {
    expect(await output(1, 'origin', 'ping -c1 -W1 192.0.2.1; ping -c1 -W1 8.8.8.8')).not.toMatch(/ 0% packet loss/);
  });

  labTest('keeps router and edge from writing outside', async () => {
    expect(await output(1, 'router', 'touch /etc/lab-note /tmp/lab-note')).toMatch(/Read-only[^]*Read-only/);
    expect(await output(1, 'edge', 'touch /etc/lab-note')).toMatch(/Read-only/);
  });

  labTest('ends a command at its limit', async () => {
    const outcome = await worlds[1]?.exec('origin', 'sleep 30', 1);
    expect(outcome?.status).not.toBe(0);
  });
});
