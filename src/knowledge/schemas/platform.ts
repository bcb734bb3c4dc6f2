import { z } from 'zod';

/** One file of platforms/: a firewall, server, cloud or panel that commands are written for. */
export const platformSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['firewall', 'server', 'runtime', 'cloud', 'panel', 'container', 'application', 'system']),
  note: z.string().optional(),
});
export type Platform = z.infer<typeof platformSchema>;
