import { type FieldPath, findField } from './field-path.ts';
import { nounOf } from './noun-of.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { snakeCase } from './snake-case.ts';

/** Abbreviations and units. */
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

/** Names that say too little alone, so that the parent's name is added. */
const vague = new Set(['status', 'name', 'arn', 'type', 'value', 'key', 'uri', 's3_uri', 'enabled']);

/**
 * Returns the title of a field: `Status` for `training_job_status`, `Instance type` for `resource_config.instance_type`, `Warm pool status`
 * for `warm_pool_status.status`, and the key itself for a key of a map.
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

/** Joins names without repeating a word: `warm_pool_status` and `status` become `warm_pool_status`. */
function joined(parent: string, last: string): string {
  const holder = parent.replace(/_config(uration)?$/, '');
  return holder.endsWith(`_${last}`) || holder === last ? holder : `${holder}_${last}`;
}

/** Removes the type's name from the start of a column: `training_job_name` becomes `name`. */
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

/** Returns the titles of fields, with the path where two would be equal. */
export function fieldTitles(type: ResourceSchema, fields: readonly FieldPath[]): ReadonlyMap<string, string> {
  const titles = new Map(fields.map(({ path }) => [path, fieldTitle(type, path)]));
  const taken = new Map<string, string>();
  for (const [path, title] of titles) {
    if (!taken.has(title)) taken.set(title, path);
    else titles.set(path, `${title} (${path.split('.').slice(0, -1).join('.') || path})`);
  }
  return titles;
}
