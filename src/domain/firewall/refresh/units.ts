/** The service: one run of the script, after the network is up. */
export function serviceUnit(title: string, script: string): string {
  return `[Unit]
Description=Refresh Cloudflare's addresses in ${title}
Documentation=https://www.cloudflare.com/ips/
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=${script}
TimeoutStartSec=10min
ProtectHome=yes
PrivateTmp=yes
`;
}

/** The timer: shortly after a start, then daily at a time of its own; a run that was missed is made up for. */
export function timerUnit(title: string): string {
  return `[Unit]
Description=Refresh Cloudflare's addresses in ${title} every day

[Timer]
OnBootSec=2min
OnCalendar=daily
RandomizedDelaySec=1h
Persistent=true

[Install]
WantedBy=timers.target
`;
}
