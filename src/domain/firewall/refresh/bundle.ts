import { changesTraffic, configures, looks } from '../command.ts';
import type { Bundle } from '../model.ts';
import { refreshScript, type RefreshPlan } from './script.ts';
import { serviceUnit, timerUnit } from './units.ts';

/** Script, service and timer that keep one platform's list fresh, and how to switch them on and off. */
export function refreshBundle(plan: RefreshPlan): Bundle {
  const name = `cloudflare-${plan.id}`;
  const script = `/usr/local/sbin/${name}`;
  const service = `/etc/systemd/system/${name}.service`;
  const timer = `/etc/systemd/system/${name}.timer`;
  return {
    files: [
      {
        path: script,
        purpose: 'Fetches, checks, compares, and only then loads',
        lang: 'sh',
        mode: '0755',
        text: refreshScript(plan, name),
      },
      { path: service, purpose: 'Runs the script once', lang: 'systemd', text: serviceUnit(plan.title, script) },
      { path: timer, purpose: 'Runs it every day', lang: 'systemd', text: timerUnit(plan.title) },
    ],
    apply: [
      changesTraffic('Run it once by hand and read what it says', `chmod 0755 ${script}`, script),
      configures('Switch the timer on', 'systemctl daemon-reload', `systemctl enable --now ${name}.timer`),
    ],
    check: [
      looks(
        'Next run, and what the last one said',
        `systemctl list-timers ${name}.timer`,
        `journalctl -u ${name}.service -n 20 --no-pager`,
      ),
    ],
    undo: [
      configures(
        'Switch it off and remove it; the rules in force stay',
        `systemctl disable --now ${name}.timer`,
        `rm -r ${script} ${service} ${timer} /var/lib/${name}`,
        'systemctl daemon-reload',
      ),
    ],
  };
}
