import { choicesFor, choose } from '../../domain/troubleshooter/platforms.ts';
import type { Live, ViewProps } from './view.ts';

/** Asks for the reader's platforms, where a repair differs by them. Chosen once, it holds for every cause. */
export function Platforms({ named, view, live }: { named: readonly string[]; view: ViewProps; live: Live }) {
  const choices = choicesFor(view.graph, named);
  const { on } = view.marks;
  if (choices.length === 0) return null;
  return (
    <p class="on">
      <span>Show the commands for</span>
      {choices.map(({ group, platforms }) => (
        <label key={group.id}>
          <span>{group.name}</span>{' '}
          <select
            value={platforms.find((id) => on.includes(id)) ?? ''}
            onChange={(event) => {
              live.onPlatforms(choose(view.graph, on, group.id, event.currentTarget.value));
            }}
          >
            <option value="">not chosen</option>
            {platforms.map((id) => (
              <option key={id} value={id}>
                {view.graph.platforms[id]?.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </p>
  );
}
