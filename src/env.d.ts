declare namespace App {
  interface Locals {
    /** The checked content; set by the middleware for every page. */
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import statement would end the global scope
    knowledge: import('./knowledge/model.ts').Knowledge;
    /** Number of each source on the page being built; set by pages that cite. */
    cites?: ReadonlyMap<string, number>;
    /** How many words the page explains; set by pages that do. */
    mostWords?: number;
  }
}

interface ImportMetaEnv {
  /** The codes that have a page, with spaces between; set by src/build/code-list.ts. */
  readonly CODES: string;
}
