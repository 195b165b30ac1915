import { stringifyJson } from './exact-json.ts';

/**
 * Returns JSON for people: without absent members, and with spaces where it can be wrapped, e.g. `{"instance_count": 2, "instance_type":
 * "ml.m5.large"}`.
 */
export function readableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(readableJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return stringifyJson(value);
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}: ${readableJson(member)}`).join(', ')}}`;
}
