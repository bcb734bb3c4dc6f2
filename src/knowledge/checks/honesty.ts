import type { Path } from '../locate.ts';
import type { Problem } from '../problem.ts';
import type { Cause } from '../schemas/cause.ts';
import { at, type Context, type Rule } from './rule.ts';

/** A mistake at a field of a cause. */
interface Found {
  readonly path: Path;
  readonly expected: string;
  readonly remedy: string;
}

/** Context excludes nothing; health seen from outside excludes no filter and no route (DESIGN section 2). */
function unjustExclusions({ evidence, area }: Cause, { knowledge }: Context): Found[] {
  return evidence.flatMap(({ symptom, weight }, index) => {
    const seen = knowledge.symptoms.get(symptom);
    if (weight !== 'excludes' || seen === undefined) return [];
    const path = ['evidence', index, 'weight'];
    const remedy = 'use against';
    if (seen.kind === 'context') {
      return [
        {
          path,
          expected: `expected no excludes, because "${symptom}" is context, and what people say about their set-up can be wrong`,
          remedy,
        },
      ];
    }
    if (seen.kind !== 'healthy' || seen.vantage !== 'outside' || (area !== 'filter' && area !== 'route')) return [];
    return [
      {
        path,
        expected: `expected no excludes, because "${symptom}" is health seen from outside, and the area is ${area}`,
        remedy,
      },
    ];
  });
}

function repeatedSymptoms({ evidence }: Cause): Found[] {
  const symptoms = evidence.map((item) => item.symptom);
  return symptoms.flatMap((symptom, index) =>
    symptoms.indexOf(symptom) === index
      ? []
      : [
          {
            path: ['evidence', index, 'symptom'],
            expected: `expected each symptom once, found "${symptom}" again`,
            remedy: 'keep the one whose weight is right',
          },
        ],
  );
}

function nothingInFavour({ evidence }: Cause): Found[] {
  if (evidence.some(({ weight }) => weight === 'decisive' || weight === 'supports')) return [];
  return [
    {
      path: ['evidence'],
      expected: 'expected at least one symptom that is decisive or supports, found none',
      remedy: 'name the symptom that points to this cause',
    },
  ];
}

function ownLookalike({ lookalikes }: Cause, _context: Context, id: string): Found[] {
  return lookalikes.flatMap(({ cause }, index) =>
    cause === id
      ? [
          {
            path: ['lookalikes', index, 'cause'],
            expected: 'expected another cause, found this one',
            remedy: 'name the cause it is mistaken for',
          },
        ]
      : [],
  );
}

/** "Documented" means that Cloudflare, or the maker of the software, says so. */
function undocumented({ codes, sources }: Cause, { knowledge }: Context): Found[] {
  const kinds = sources.map((source) => knowledge.sources.get(source)?.kind);
  if (kinds.some((kind) => kind === 'primary' || kind === undefined)) return [];
  return codes.flatMap(({ certainty }, index) =>
    certainty === 'documented'
      ? [
          {
            path: ['codes', index, 'certainty'],
            expected: 'expected a source of kind primary for "documented", found none in sources',
            remedy: 'add the primary source, or use lab, inferred or unverified',
          },
        ]
      : [],
  );
}

const TESTS = [unjustExclusions, repeatedSymptoms, nothingInFavour, ownLookalike, undocumented];

/** No cause claims more than its evidence and its sources carry. */
export const honesty: Rule = (context) =>
  [...context.knowledge.causes].flatMap(([id, cause]) =>
    TESTS.flatMap((test) => test(cause, context, id)).map(({ path, ...told }): Problem =>
      at(context, { collection: 'causes', id, path }, told),
    ),
  );
