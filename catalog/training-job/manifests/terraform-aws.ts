import { parseArn } from '../../arn.ts';
import { type Fields, membersOf } from '../../fields.ts';
import type { FlatRow, FlatValue } from '../../flatten.ts';
import { isObject } from '../../is-object.ts';
import type { Attribute } from '../../manifests/hcl.ts';
import { type FormattedObject, type FormattedValue, translate } from '../../manifests/translate.ts';
import { snakeCase } from '../../snake-case.ts';
import { trainingJobSchema } from '../schema.ts';
import { conflicts, dependencies, maximums, required, shape } from './terraform-aws-schema.ts';
import { maps, type TerraformResource, writeResource } from './terraform-resource.ts';
import { terraformAwsSpelling } from './terraform-spelling.ts';

type Held = { [name: string]: FlatValue };

/** Returns the job as the resource `aws_sagemaker_training_job`, and the block that imports it by its identity (Terraform 1.12 or newer). */
export function toTerraformAws(job: FlatRow): TerraformResource {
  const { row, leftOut: refused, notes } = withoutConflicts(job);
  const { value: spoken, leftOut } = translate(trainingJobSchema.members, row, shape, terraformAwsSpelling);
  const value = withoutEmpties(spoken);
  const place = parseArn(String(job.training_job_arn));
  if (place) value.region = place.region;
  return writeResource(job, {
    value,
    leftOut: [...refused, ...leftOut],
    notes: [...notes, ...missing(row)],
    importedBy: identityOf(job, place),
    first: 'training_job_name',
  });
}

const identityOf = (job: FlatRow, place: ReturnType<typeof parseArn>): Attribute => ({
  name: 'identity',
  value: {
    ...(place && { account_id: place.accountId, region: place.region }),
    training_job_name: String(job.training_job_name),
  },
});

/**
 * Returns the object without empty texts, lists and maps. A describe returns them for unset members; writing them would plan a replacement
 * of the job.
 */
function withoutEmpties(value: FormattedObject): FormattedObject {
  const kept = Object.entries(value).filter(
    ([name, held]) =>
      held !== '' &&
      !(Array.isArray(held) && held.length === 0) &&
      !(maps.has(name) && Object.keys(Object(held)).length === 0),
  );
  const inner = (name: string, held: FormattedValue): FormattedValue => {
    if (typeof held !== 'object' || maps.has(name)) return held;
    return Array.isArray(held) ? held.map((item) => inner(name, item)) : withoutEmpties(held);
  };
  return Object.fromEntries(kept.map(([name, held]) => [name, inner(name, held)]));
}

/** Returns the row without the members that the resource rejects. Dropped values are listed, with a note why. */
function withoutConflicts(job: FlatRow): { row: FlatRow; leftOut: string[]; notes: string[] } {
  const row = structuredClone(job) as FlatRow & Held;
  const leftOut: string[] = [];
  const notes: string[] = [];
  const drop = (path: string, why: string) => {
    const { within, column } = placeOf(row, path);
    const held = within?.[column];
    if (!within || held === undefined || held === null) return;
    within[column] = null;
    if (saysNothing(held)) return;
    leftOut.push(columnPath(path));
    notes.push(`${columnPath(path)} is left out: ${why}.`);
  };
  for (const { with: one, members } of conflicts) {
    if (isAbsent(valueAt(row, one))) continue;
    for (const member of members) drop(member, `the resource takes it or ${columnPath(one)}, not both`);
  }
  for (const { member, needs: other } of dependencies) {
    if (isAbsent(valueAt(row, other))) drop(member, `the resource takes it only beside ${columnPath(other)}`);
  }
  for (const [member, most] of Object.entries(maximums)) {
    const held = valueAt(row, member);
    if (typeof held === 'number' && held > most)
      drop(member, `the resource takes no more than ${most}, the job has ${held}`);
  }
  return { row, leftOut, notes };
}

/** `ResourceConfig.InstanceCount` -> `resource_config.instance_count`. */
const columnPath = (path: string): string => path.split('.').map(snakeCase).join('.');

/** Returns the object with a member, and the member's column in it. Paths do not contain lists. */
function placeOf(row: Held, path: string): { within: Held | undefined; column: string } {
  const columns = path.split('.').map(snakeCase);
  const column = columns.pop() ?? '';
  const within = columns.reduce<Held | undefined>((object, name) => objectOf(object?.[name]), row);
  return { within, column };
}

const objectOf = (value: FlatValue | undefined): Held | undefined => (isObject(value) ? value : undefined);

function valueAt(row: Held, path: string): FlatValue {
  const { within, column } = placeOf(row, path);
  return within?.[column] ?? null;
}

const isAbsent = (value: FlatValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Returns whether a value is one that a describe returns for an unset member. */
const saysNothing = (value: FlatValue): boolean =>
  value === false ||
  value === 0 ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

/** Returns notes on missing required arguments. */
function missing(row: FlatRow): string[] {
  const notes = new Set<string>();
  const look = (members: Fields, held: Held, path: string): void => {
    for (const member of required[path] ?? []) {
      if (!isAbsent(held[snakeCase(member)] ?? null)) continue;
      const argument = [
        ...path
          .split('.')
          .filter((part) => part !== '')
          .map(snakeCase),
        snakeCase(member),
      ].join('.');
      notes.add(`The resource requires ${argument}, and the job has none.`);
    }
    for (const [name, field] of Object.entries(members)) {
      const inner = membersOf(field);
      const value = held[snakeCase(name)];
      if (!inner || value === undefined || value === null) continue;
      for (const item of Array.isArray(value) ? value : [value]) {
        const object = objectOf(item);
        if (object) look(inner, object, path === '' ? name : `${path}.${name}`);
      }
    }
  };
  look(trainingJobSchema.members, row as Held, '');
  const algorithm = objectOf(row.algorithm_specification);
  if (algorithm && isAbsent(algorithm.algorithm_name ?? null) && isAbsent(algorithm.training_image ?? null)) {
    notes.add(
      'The resource requires algorithm_specification.algorithm_name or .training_image, and the job has neither.',
    );
  }
  return [...notes];
}
