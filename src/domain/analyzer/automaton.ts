/**
 * An Aho-Corasick automaton: finds all literals of all patterns in one pass over the text, whatever their number.
 * Letters of ASCII match in either case.
 */
export interface Automaton {
  /** Number of classes of characters. */
  readonly width: number;
  /** Class of each ASCII character. */
  readonly ascii: Uint8Array;
  /** Class of other characters that occur in a literal. */
  readonly others: ReadonlyMap<number, number>;
  /** Next state, at state × width + class. */
  readonly next: Uint16Array;
  /** 1 for a state in which a literal ends. */
  readonly ends: Uint8Array;
  /** For each state the owners whose literals end there. */
  readonly owners: readonly (readonly number[] | undefined)[];
}

interface Node {
  readonly children: Map<number, number>;
  owners: number[];
  fail: number;
}

/** Classes of characters: one for each that occurs in a literal, 0 for all others. */
function classes(literals: Iterable<string>): Pick<Automaton, 'width' | 'ascii' | 'others'> {
  const ascii = new Uint8Array(128);
  const others = new Map<number, number>();
  let width = 1;
  for (const literal of literals) {
    for (let i = 0; i < literal.length; i++) {
      const unit = literal.charCodeAt(i);
      if (unit >= 128) {
        if (!others.has(unit)) others.set(unit, width++);
      } else if (ascii[unit] === 0) {
        ascii[unit] = width;
        if (unit >= 97 && unit <= 122) ascii[unit - 32] = width;
        width++;
      }
    }
  }
  return { width, ascii, others };
}

/** The class of a UTF-16 unit. */
export function classOf({ ascii, others }: Pick<Automaton, 'ascii' | 'others'>, unit: number): number {
  return unit < 128 ? (ascii[unit] ?? 0) : (others.get(unit) ?? 0);
}

function trie(literals: readonly (readonly string[])[], kinds: Pick<Automaton, 'ascii' | 'others'>): Node[] {
  const nodes: Node[] = [{ children: new Map(), owners: [], fail: 0 }];
  const descend = (from: number, key: number): number => {
    const known = nodes[from]?.children.get(key);
    if (known !== undefined) return known;
    nodes[from]?.children.set(key, nodes.length);
    return nodes.push({ children: new Map(), owners: [], fail: 0 }) - 1;
  };
  for (const [owner, list] of literals.entries()) {
    for (const literal of list) {
      let state = 0;
      for (let i = 0; i < literal.length; i++) state = descend(state, classOf(kinds, literal.charCodeAt(i)));
      nodes[state]?.owners.push(owner);
    }
  }
  return nodes;
}

/**
 * Builds the automaton.
 * @param literals for each owner its literals, in lower case
 */
export function buildAutomaton(literals: readonly (readonly string[])[]): Automaton {
  const kinds = classes(literals.flat());
  const nodes = trie(literals, kinds);
  const { width } = kinds;
  const next = new Uint16Array(nodes.length * width);
  const queue = [0];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const node = nodes[state];
    if (node === undefined) continue;
    const fail = nodes[node.fail];
    if (state !== 0 && fail !== undefined) node.owners = [...new Set([...node.owners, ...fail.owners])];
    for (let key = 0; key < width; key++) {
      const beside = state === 0 ? 0 : (next[node.fail * width + key] ?? 0);
      const child = node.children.get(key);
      next[state * width + key] = child ?? beside;
      const below = child === undefined ? undefined : nodes[child];
      if (child === undefined || below === undefined) continue;
      below.fail = beside;
      queue.push(child);
    }
  }
  const ends = Uint8Array.from(nodes, ({ owners }) => Math.min(owners.length, 1));
  return { ...kinds, next, ends, owners: nodes.map(({ owners }) => (owners.length > 0 ? owners : undefined)) };
}
