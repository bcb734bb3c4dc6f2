/** Symptoms by which a reader says that the site is not theirs to repair. */
export const ROLES = { visitor: 'role-visitor', client: 'role-client' } as const;
export type Role = keyof typeof ROLES;

/** What the reader is, when they said that they do not own the site. */
export function roleOf(evidence: readonly string[]): Role | undefined {
  if (evidence.includes(ROLES.visitor)) return 'visitor';
  return evidence.includes(ROLES.client) ? 'client' : undefined;
}
