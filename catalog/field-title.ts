import { type FieldPath, findField } from './field-path.ts';
import { nounOf } from './noun-of.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { snakeCase } from './snake-case.ts';

/** Words that are written in capitals, and units. */
const capitals: Readonly<Record<string, string>> = {
  arn: 'ARN',
  id: 'ID',
  ids: 'IDs',
  kms: 'KMS',
  vpc: 'VPC',
  s3: 'S3',
  uri: 'URI',
  url: 'URL',
  gb: 'GB',
};

/** Members of which the name alone says little: what holds them is named as well. */
const vague = new Set(['status', 'name', 'arn', 'type', 'value', 'key', 'uri', 's3_uri', 'enabled']);

/**
 * Returns what people call a field: `Status` for `training_job_status`, `Instance type` for `resource_config.instance_type`, `Warm pool
 * status` for `warm_pool_status.status`; the key itself for a key of a map. Within a type, a name that says little is told apart by what
 * holds it.
 */
export function fieldTitle(type: ResourceSchema, path: string): string {
  if (path === 'account_id') return 'Account';
  if (path === type.key.createdAt) return 'Created';
  if (path === type.key.name) return written(nounOf(type));
  const field = findField(type, path);
  const key = field?.steps.at(-1);
  if (key?.kind === 'key') return key.name;
  const parts = path.split('.');
  const last = parts.at(-1) ?? path;
  const parent = parts.at(-2);
  return written(
    parent !== undefined && vague.has(last) ? joined(parent, last) : withoutNoun(type, last, parts.length),
  );
}

/** `warm_pool_status` and `status` are `warm_pool_status`: no word stands twice. */
function joined(parent: string, last: string): string {
  const holder = parent.replace(/_config(uration)?$/, '');
  return holder.endsWith(`_${last}`) || holder === last ? holder : `${holder}_${last}`;
}

/** A column that begins with the name of the type is called without it: `training_job_name` is `name`. */
function withoutNoun({ identity }: ResourceSchema, name: string, depth: number): string {
  const noun = snakeCase(identity.name).replace(/_name$/, '_');
  const rest = name.startsWith(noun) ? name.slice(noun.length) : name;
  return depth === 1 && rest !== '' ? rest : name;
}

function written(name: string): string {
  const words = name
    .replace(/^enable_/, '')
    .replace(/_in_seconds$/, '')
    .replace(/^tag_map$/, 'tags')
    .replace(/_in_gb$/, '_(gb)')
    .split('_')
    .map((word) => capitals[word] ?? (word === '(gb)' ? '(GB)' : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What people call each of some fields, told apart by their paths where two would be called the same. */
export function fieldTitles(type: ResourceSchema, fields: readonly FieldPath[]): ReadonlyMap<string, string> {
  const titles = new Map(fields.map(({ path }) => [path, fieldTitle(type, path)]));
  const taken = new Map<string, string>();
  for (const [path, title] of titles) {
    if (!taken.has(title)) taken.set(title, path);
    else titles.set(path, `${title} (${path.split('.').slice(0, -1).join('.') || path})`);
  }
  return titles;
}
