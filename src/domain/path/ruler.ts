/** A mark on a time line; `at` is a share of its width, 0 to 100. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

const LEFT = 2;
const SPAN = 92;

/**
 * Places seconds on a time line, to scale.
 * @param seconds moments to mark, in seconds
 * @param total length of the line in seconds
 */
export function ruler(seconds: readonly number[], total: number): Mark[] {
  return seconds.map((second) => ({
    at: Math.round((LEFT + (SPAN * second) / total) * 100) / 100,
    label: String(second),
  }));
}
