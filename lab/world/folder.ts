import { fileURLToPath } from 'node:url';

/** The lab's own folder, without a slash at the end. */
export const LAB = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
