import type { Loader } from 'astro/loaders';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readContent } from './read.ts';
import type { CollectionName } from './schemas/index.ts';

/** Loads a YAML collection through the same reader as the knowledge check. */
export function contentLoader(name: CollectionName): Loader {
  return {
    name: `content-${name}`,
    load: async (context) => {
      const { config, store, watcher } = context;
      const root = join(fileURLToPath(config.root), 'content');
      const sync = async () => {
        store.clear();
        for (const { collection, id, data } of readContent(root).entries) {
          if (collection !== name) continue;
          const parsed = await context.parseData({ id, data: data as Record<string, unknown> });
          store.set({ id, data: parsed, digest: context.generateDigest(parsed) });
        }
      };
      await sync();
      watcher?.add(root);
      watcher?.on('change', (path) => {
        if (path.startsWith(root)) void sync();
      });
    },
  };
}
