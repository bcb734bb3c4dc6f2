/** A story of what a person sees, and where the troubleshooter must lead them. */
export interface Scenario {
  readonly story: string;
  /** As in an address. */
  readonly answers: string;
  readonly end: string;
  /** The cause that must stand first there. */
  readonly first: string;
  /** Number of answers that the person gives. */
  readonly asked: number;
  /** A public report of such a case. The story is told in our words. */
  readonly from?: string;
}
