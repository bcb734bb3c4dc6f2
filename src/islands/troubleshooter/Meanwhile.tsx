import { withBase } from '../../domain/text/link.ts';
import type { End } from '../../domain/troubleshooter/graph.ts';
import type { Role } from '../../domain/troubleshooter/role.ts';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

/** The answer for someone who visits the site or whose program calls it: it stands before everything else. */
export function RoleAnswer({ role, end, view }: { role: Role; end: End; view: ViewProps }) {
  return (
    <section class="do now" aria-labelledby="role-h">
      <h2 id="role-h">{role === 'visitor' ? 'What you can do' : 'What your program should do'}</h2>
      <p>
        <Text of={end[role]} base={view.base} />
      </p>
      <p class="note">
        <a href={withBase(view.base, role === 'visitor' ? '/guides/for-visitors/' : '/guides/retries/')}>
          {role === 'visitor' ? 'More for visitors' : 'Retry rules for clients'}
        </a>
        {role === 'visitor' ? '.' : '. What follows is for the owner of the site.'}
      </p>
      {role === 'visitor' && typeof view.help === 'object' && <view.help.SiteWords view={view} />}
    </section>
  );
}

/** The visitor's way out and the API client's retry rule, until it is repaired. */
export function Meanwhile({ end, view }: { end: End; view: ViewProps }) {
  return (
    <section id="meanwhile" class="meanwhile" aria-labelledby="meanwhile-h">
      <h2 id="meanwhile-h">Until it is repaired</h2>
      <p>
        <strong>Visitors:</strong> <Text of={end.visitor} base={view.base} />
      </p>
      <p>
        <strong>API clients:</strong> <Text of={end.client} base={view.base} />
      </p>
    </section>
  );
}
