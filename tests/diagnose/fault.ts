/** A fault, as shell lines in a small origin, and a symptom that must be named for it. */
export interface Fault {
  readonly name: string;
  readonly setup: string;
  /** Any of these is right. */
  readonly symptoms: readonly string[];
  readonly args?: readonly string[];
  readonly tools?: readonly string[];
  /** Symptoms that would be a wrong accusation. */
  readonly never?: readonly string[];
  /** Seen here and made on the way between: the report must say so. */
  readonly outside?: boolean;
}

/** Starts the server and lets two requests of Cloudflare’s in. */
export const serve = 'start; call; call';
