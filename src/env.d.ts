declare namespace App {
  interface Locals {
    /** The checked content; set by the middleware for every page. */
    knowledge: import('./knowledge/model.ts').Knowledge;
    /** Number of each source on the page being built; set by pages that cite. */
    cites?: ReadonlyMap<string, number>;
  }
}
