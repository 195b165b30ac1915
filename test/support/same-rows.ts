import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { parseArn } from '../../catalog/arn.ts';
import { differences } from '../../catalog/differences.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';

/** Rows by identity: an ARN, or an ARN, a space and the creation time. */
type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Asserts that rows are equal; fails with a sentence about the first row that differs instead of two whole catalogs. */
export function assertSameRows(actual: Rows, expected: Rows): void {
  const missing = [...expected.keys()].filter((identity) => !actual.has(identity));
  const extra = [...actual.keys()].filter((identity) => !expected.has(identity));
  if (missing.length > 0) assert.fail(`${shown(missing)}: missing from the catalog`);
  if (extra.length > 0) assert.fail(`${shown(extra)}: in the catalog, should not be`);
  const differing = [...expected].filter(([identity, row]) => !isDeepStrictEqual(actual.get(identity), row));
  const [first] = differing;
  if (!first) return;
  const [identity, row] = first;
  // Rows contain only JSON values.
  const found = differences(actual.get(identity) as FlatValue, row as FlatValue);
  const told = found[0]
    ? `${found[0].field} is ${short(found[0].before)}, should be ${short(found[0].after)}${more(found.length, 'difference')}`
    : 'has values of other types';
  assert.fail(`${resourceOf(identity)}: ${told}${others(differing.length - 1)}`);
}

const others = (count: number): string =>
  count === 0 ? '' : `; and ${count} more ${count === 1 ? 'row differs' : 'rows differ'}`;

const shown = (identities: readonly string[]): string =>
  `${resourceOf(identities[0] ?? '')}${more(identities.length, 'row')}`;

const more = (count: number, what: string): string =>
  count > 1 ? ` (${count - 1} more ${what}${count > 2 ? 's' : ''})` : '';

/** `arn:aws:sagemaker:eu-west-1:111122223333:training-job/nlp-1` -> `training job nlp-1 in 111122223333/eu-west-1` */
function resourceOf(identity: string): string {
  const [text = '', ...created] = identity.split(' ');
  const arn = parseArn(text);
  if (!arn) return identity;
  const [type = '', ...name] = arn.resource.split('/');
  const since = created.length > 0 ? ` created ${created.join(' ')}` : '';
  return `${type.replaceAll('-', ' ')} ${name.join('/')} in ${arn.accountId}/${arn.region}${since}`;
}

/** Returns a value, shortened. */
function short(value: unknown): string {
  const text = typeof value === 'string' ? value : stringifyJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
