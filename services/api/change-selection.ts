import type { FastifyRequest } from 'fastify';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { type ChangedRows, type ChangeKind, type ChangeSelection, changeKinds } from '../../db/query/read-changes.ts';
import { SearchError } from '../../db/query/search/search-error.ts';
import { readFields } from './fields.ts';
import { parameterError } from './parameter-error.ts';
import { ProblemError } from './problem.ts';
import { readBeginning, readMoment, readSelection } from './selection.ts';

/** The parameters that select changes, as received. */
export interface ChangeQuery {
  readonly type?: string | undefined;
  readonly q?: string | undefined;
  readonly kinds?: string | undefined;
  readonly fields?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Reads the parameters that select changes. Throws SearchError or ProblemError. `now` is in milliseconds since 1970. */
export function readChangeSelection(
  types: readonly AnyResourceType[],
  query: ChangeQuery,
  request: Pick<FastifyRequest, 'caller'>,
  now: number,
): ChangeSelection {
  const { since, until } = query;
  return {
    of: changedRows(requireTypes(types, query.type), query, request, now),
    kinds: readKinds(query.kinds),
    since: since === undefined ? undefined : readBeginning('since', since, now),
    until: until === undefined ? undefined : readMoment('until', until, now),
  };
}

function requireTypes(types: readonly AnyResourceType[], name: string | undefined): readonly AnyResourceType[] {
  if (name === undefined) return types;
  const asked = types.filter((type) => type.name === name);
  if (asked.length > 0) return asked;
  throw parameterError('type', `there is no resource type ${name}`, { choices: types.map((type) => type.name) });
}

/** A type that lacks a field of the query has no matching row. If every type lacks it, that is an error. */
function changedRows(
  types: readonly AnyResourceType[],
  { q, fields }: ChangeQuery,
  request: Pick<FastifyRequest, 'caller'>,
  now: number,
): ChangedRows[] {
  const mistakes: Error[] = [];
  const found = types.flatMap((type): ChangedRows[] => {
    try {
      return [
        {
          rows: readSelection(type, { ...(q !== undefined && { q }), deleted: true }, request, now),
          fields: fields === undefined ? undefined : readFields(type, fields, 'fields').map(({ path }) => path),
        },
      ];
    } catch (error) {
      if (!(error instanceof SearchError || error instanceof ProblemError)) throw error;
      mistakes.push(error);
      return [];
    }
  });
  if (found.length === 0 && mistakes[0]) throw mistakes[0];
  return found;
}

function readKinds(text: string | undefined): readonly ChangeKind[] {
  if (text === undefined) return changeKinds;
  return text.split(',').map((name) => {
    const kind = changeKinds.find((known) => known === name.trim());
    if (kind) return kind;
    throw parameterError('kinds', `there is no kind ${name.trim()}`, { choices: changeKinds });
  });
}
