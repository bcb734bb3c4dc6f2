import { message, opening } from '../../domain/report/words.ts';
import { plainText } from '../../domain/text/parse.ts';
import { faultOf } from './fault.ts';
import { Fields } from './Fields.tsx';
import { valueWords, type ViewProps } from './view.ts';
import { Words } from './Words.tsx';

/** A visitor's message to the site: what fails, since when, and all that the visitor answered. */
export function SiteWords({ view }: { view: ViewProps }) {
  const { graph, result, live, base } = view;
  const seen = result.steps
    .filter(({ question, value }) => question !== graph.start && value !== 'unsure')
    .map(({ question, value }) =>
      plainText(`${graph.questions[question]?.trail ?? question}: ${valueWords(graph, value)}`),
    );
  return (
    <>
      <h2>Tell the site</h2>
      {live && <Fields live={live} base={base} />}
      <Words whom="the site" text={message(opening(faultOf(view), 'Your site'), seen)} view={view} />
    </>
  );
}
