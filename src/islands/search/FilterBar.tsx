import { choices, type Filters, NO_FILTERS, readFilters } from '../../domain/search/filter.ts';
import { RESULT_NAMES } from '../../domain/search/model.ts';
import type { Hit } from '../../domain/search/rank.ts';
import { type Audience, AUDIENCE_NAMES } from '../../domain/vocabulary.ts';

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ id, label, all, value, options, onChange }: SelectProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        <option value="">{all}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props {
  readonly id: string;
  readonly hits: readonly Hit[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** Narrows the results by code, audience and kind; offers only what leaves something. */
export function FilterBar({ id, hits, filters, onFilters }: Props) {
  const { codes, audiences, kinds } = choices(hits, filters);
  const kept = <Value extends string>(values: readonly Value[], set: Value | ''): Value[] =>
    set === '' || values.includes(set) ? [...values] : [set, ...values];
  const change = (name: string) => (value: string) => {
    const given: Readonly<Record<string, string>> = {
      code: filters.code,
      for: filters.audience,
      kind: filters.kind,
      [name]: value,
    };
    onFilters(readFilters((key) => given[key] ?? null));
  };
  const named = (audience: Audience): [string, string] => [audience, AUDIENCE_NAMES[audience]];
  return (
    <div class="narrow" role="group" aria-label="Narrow the results">
      <Select
        id={`${id}-code`}
        label="Code"
        all="Any"
        value={filters.code}
        options={kept(codes, filters.code).map((code) => [code, code])}
        onChange={change('code')}
      />
      <Select
        id={`${id}-for`}
        label="Written for"
        all="Any"
        value={filters.audience}
        options={kept(audiences, filters.audience).map(named)}
        onChange={change('for')}
      />
      <Select
        id={`${id}-kind`}
        label="Kind"
        all="Any"
        value={filters.kind}
        options={kept(kinds, filters.kind).map((kind) => [kind, RESULT_NAMES[kind]])}
        onChange={change('kind')}
      />
      {(filters.code !== '' || filters.audience !== '' || filters.kind !== '') && (
        <button
          type="button"
          onClick={() => {
            onFilters(NO_FILTERS);
          }}
        >
          Show all
        </button>
      )}
    </div>
  );
}
