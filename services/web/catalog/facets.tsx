import { TextInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  coverageQuery,
  type Facets as FacetAnswer,
  facetsQuery,
  type ResourceType,
  type Selection,
} from '../api/queries.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { Icon } from '../parts/icon.tsx';
import { Middle } from '../parts/middle.tsx';
import { useKept } from '../parts/use-kept.ts';
import { titleOf } from './columns.tsx';
import {
  type Chosen,
  chosenOf,
  type FacetValue,
  narrowed,
  quoteField,
  withChosen,
  withoutField,
} from './edit-query.ts';
import './facets.css';

/** How many filters are open where nobody has opened others, beside the first tag. */
const openAtFirst = 4;
const shownValues = 8;
const askedValues = 60;

type Facet = FacetAnswer['facets'][number];

interface Props {
  readonly type: ResourceType;
  readonly selection: Selection;
  readonly onQuery: (q: string) => void;
}

const nothingKept: readonly string[] | null = null;

/** The values of fields with their counts under the query. A click has only the rows of a value, another lets it go. */
export function Facets({ type, selection, onQuery }: Props) {
  const q = selection.q ?? '';
  const fields = type.presentation.filters.map(({ path }) => path);
  const [kept, setOpen] = useKept<readonly string[] | null>(`facets.${type.name}`, nothingKept);
  const { data: keys } = useQuery(facetsQuery(type.name, { ...selection, q: undefined }, ['tag_map'], 40));
  const tags = (keys?.facets[0]?.values ?? []).map(({ value }) => `tag_map.${value}`);
  const open = kept ?? [...fields.slice(0, openAtFirst), ...tags.slice(0, 1)];
  const opened = [...fields, ...tags].filter((field) => open.includes(field));
  const facets = useFacets(type, selection, opened);
  const names = useAccountNames();

  const section = (field: string) => (
    <Section
      key={field}
      field={field}
      title={titleOf(type, field)}
      facet={facets.get(field)}
      chosen={chosenOf(q, field)}
      isOpen={open.includes(field)}
      nameOf={field === 'account_id' ? (id) => names.get(id) : undefined}
      onOpen={(isOpen) => setOpen(isOpen ? [...open, field] : open.filter((other) => other !== field))}
      onChosen={(chosen) => onQuery(withChosen(q, field, chosen))}
      onMissing={() => onQuery(narrowed(q, field, null))}
      onClear={() => onQuery(withoutField(q, field))}
    />
  );
  return (
    <div className="facets">
      {fields.map(section)}
      {tags.length > 0 && <h2 className="facets-heading">Tags</h2>}
      {tags.map(section)}
    </div>
  );
}

/** Facets of the open fields. One that the query narrows is counted without its own terms, so that more of it can be chosen. */
function useFacets(type: ResourceType, selection: Selection, opened: readonly string[]): ReadonlyMap<string, Facet> {
  const q = selection.q ?? '';
  const narrowing = opened.filter((field) => withoutField(q, field, false) !== q.trim());
  const others = opened.filter((field) => !narrowing.includes(field));
  const answers = useQueries({
    queries: [
      facetsQuery(type.name, selection, others.slice(0, 20), askedValues),
      ...narrowing.map((field) =>
        facetsQuery(type.name, { ...selection, q: withoutField(q, field, false) || undefined }, [field], askedValues),
      ),
    ],
  });
  const found = new Map<string, Facet>();
  for (const { data } of answers) for (const facet of data?.facets ?? []) found.set(facet.field, facet);
  return found;
}

function useAccountNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(coverageQuery);
  return useMemo(
    () => new Map((data?.items ?? []).flatMap(({ account_id: id, account_name: name }) => (name ? [[id, name]] : []))),
    [data],
  );
}

interface SectionProps {
  readonly field: string;
  readonly title: string;
  readonly facet: Facet | undefined;
  readonly chosen: Chosen;
  readonly isOpen: boolean;
  readonly nameOf: ((value: string) => string | undefined) | undefined;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onMissing: () => void;
  readonly onClear: () => void;
}

function Section({ field, title, facet, chosen, isOpen, nameOf, onOpen, onChosen, onMissing, onClear }: SectionProps) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const isActive = chosen.included.length + chosen.excluded.length > 0;
  const labelOf = (value: FacetValue) => nameOf?.(String(value)) ?? labelled(value);

  const values: { value: FacetValue; count: number }[] = [...(facet?.values ?? [])];
  // What is chosen stays where it can be let go, though nothing has it now.
  for (const value of [...chosen.included, ...chosen.excluded]) {
    if (!values.some((other) => String(other.value) === value)) values.push({ value, count: 0 });
  }
  const wanted = typed.toLowerCase();
  const matching = values.filter(({ value }) => `${labelOf(value)} ${value}`.toLowerCase().includes(wanted));
  const shown = all || typed !== '' ? matching : matching.slice(0, shownValues);
  const most = Math.max(1, ...values.map(({ count }) => count));
  const isLong = values.length > shownValues;

  return (
    <section className="facet">
      <h3>
        <button type="button" className="facet-title" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <Icon name={isOpen ? 'down' : 'right'} size={12} />
          <span title={field}>{visible(title)}</span>
        </button>
        {isActive && (
          <button type="button" className="facet-clear" onClick={onClear} aria-label={`Clear ${title}`}>
            clear
          </button>
        )}
      </h3>
      {isOpen && (
        <div className="facet-values">
          {!facet && [1, 2, 3].map((bone) => <span key={bone} className="bone facet-bone" />)}
          {isLong && (
            <TextInput
              className="facet-search"
              placeholder={`Filter ${values.length}${facet?.truncated ? '+' : ''} values`}
              aria-label={`Filter the values of ${title}`}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {shown.map(({ value, count }) => (
            <Value
              key={String(value)}
              label={visible(labelOf(value))}
              title={`${field}: ${value}`}
              count={count}
              share={count / most}
              state={stateOf(chosen, String(value))}
              onInclude={() => onChosen(toggled(chosen, String(value), 'included'))}
              onExclude={() => onChosen(toggled(chosen, String(value), 'excluded'))}
            />
          ))}
          {facet && values.length === 0 && <p className="facet-none">no values</p>}
          {facet && typed === '' && facet.missing > 0 && shown.length > 0 && (
            <button type="button" className="facet-more" onClick={onMissing} title={`-${quoteField(field)}:*`}>
              none <span>{formatInteger(facet.missing)}</span>
            </button>
          )}
          {isLong && typed === '' && (
            <button type="button" className="facet-more" onClick={() => setAll(!all)}>
              {all ? 'fewer' : `${matching.length - shownValues}${facet?.truncated ? '+' : ''} more`}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

interface ValueProps {
  readonly label: string;
  readonly title: string;
  readonly count: number;
  readonly share: number;
  readonly state: 'included' | 'excluded' | undefined;
  readonly onInclude: () => void;
  readonly onExclude: () => void;
}

const Value = ({ label, title, count, share, state, onInclude, onExclude }: ValueProps) => (
  <div className={`facet-value ${state ?? ''}`}>
    <span className="facet-bar" style={{ width: `${share * 100}%` }} />
    <button
      type="button"
      className="facet-include"
      aria-pressed={state === 'included'}
      onClick={onInclude}
      title={title}
    >
      <span className="facet-mark" aria-hidden="true">
        {state === 'included' && <Icon name="check" size={11} />}
        {state === 'excluded' && <Icon name="minus" size={11} />}
      </span>
      <Middle text={label} />
      <span className="facet-count">{formatInteger(count)}</span>
    </button>
    <button
      type="button"
      className="facet-exclude"
      aria-pressed={state === 'excluded'}
      aria-label={`Exclude ${label}`}
      title="Exclude"
      onClick={onExclude}
    >
      <Icon name="minus" size={12} />
    </button>
  </div>
);

const stateOf = ({ included, excluded }: Chosen, value: string) =>
  included.includes(value) ? 'included' : excluded.includes(value) ? 'excluded' : undefined;

function toggled(chosen: Chosen, value: string, side: 'included' | 'excluded'): Chosen {
  const without = (values: readonly string[]) => values.filter((other) => other !== value);
  const next = { included: without(chosen.included), excluded: without(chosen.excluded) };
  return chosen[side].includes(value) ? next : { ...next, [side]: [...next[side], value] };
}

/** What is long and has parts, such as an image or a role, by its last part: what stands before is mostly the same. */
function labelled(value: FacetValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (text === '') return '(empty)';
  return text.length > 30 && !/[\s<>]/.test(text) ? text.split('/').at(-1) || text : text;
}
