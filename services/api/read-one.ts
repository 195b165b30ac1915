import type { FastifyRequest } from 'fastify';
import { parseJson } from '../../catalog/exact-json.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import { type AnyResourceType, findResourceType } from '../../catalog/resource-types.ts';
import { getRow } from '../../db/query/get-row.ts';
import { allRowColumns } from '../../db/query/row-columns.ts';
import { notFound } from './problem.ts';
import { readMoment, requireMoment } from './selection.ts';

/** The parameters of `schemas/one.ts`. */
interface OneQuery {
  readonly deleted?: boolean;
  readonly as_of?: string;
  readonly creation_time?: string;
}

/** A resource that was requested by its ARN. */
interface OneRow {
  /** The row as exact JSON text. */
  readonly json: string;
  /** Returns the row with every column of its type; a withheld column counts as null. */
  readonly flat: () => FlatRow;
  /** The requested past time. */
  readonly asOf: ReturnType<typeof readMoment> | undefined;
}

/** Returns a function that reads the resource with a requested ARN. It throws ProblemError, with status 404 if there is none. */
export function oneReader(type: AnyResourceType, now: () => number) {
  const columns = allRowColumns(type);
  const whole = findResourceType(type.name) ?? type;
  const nothing = Object.fromEntries(whole.columns.map(({ name }) => [name, null]));
  return async (request: FastifyRequest, arn: string, query: OneQuery): Promise<OneRow> => {
    const { deleted, as_of, creation_time } = query;
    const asOf = as_of === undefined ? undefined : readMoment('as_of', as_of, now());
    const created = creation_time === undefined ? undefined : requireMoment('creation_time', creation_time);
    const selection = { type, deleted, accounts: request.caller.accounts, asOf };
    const row = await request.read((db) => getRow(db, selection, columns, { arn, created }));
    if (!row) throw notFound(`no ${type.title} has the ARN ${arn}; it holds the name in lower case`);
    return { json: row.json, flat: () => ({ ...nothing, ...(parseJson(row.json) as FlatRow) }), asOf };
  };
}
