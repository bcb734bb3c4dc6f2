declare namespace App {
  interface Locals {
    /** Number of each source on the page being built. */
    cites?: ReadonlyMap<string, number>;
  }
}
