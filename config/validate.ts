import type { TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import Value from 'typebox/value';
import { parseArn } from '../catalog/arn.ts';
import { nearestName } from '../catalog/nearest-name.ts';
import { isListedRegion, partitionOf } from '../catalog/partition.ts';
import { budgetsProblems } from './budgets-section.ts';
import { channelsProblems } from './channels-section.ts';
import { ownershipProblems } from './ownership-section.ts';
import { policiesProblems } from './policies-section.ts';
import { type Config, configSchema } from './schema.ts';
import { trustProxyProblems } from './trust-proxy.ts';

/** A key of the configuration that cannot be used. */
export interface Problem {
  /** Where the key is, e.g. `['accounts', 0, 'role_arn']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Validated = { readonly config: Config } | { readonly problems: readonly Problem[] };

/** Holds a document against the schema and fills in the defaults; returns all problems at once. */
export function validate(document: unknown): Validated {
  const config = Value.Default(configSchema, document ?? {});
  const errors = allErrors(config);
  const problems: Problem[] = errors
    // An unknown key is reported twice: by its name, which is useful, and by the object that holds it.
    .filter(({ keyword }) => keyword !== 'additionalProperties' && keyword !== 'anyOf')
    // So is what is wrong with one of two schemas, unless there is no more to say than that it should be that one.
    .filter(
      ({ keyword, instancePath }) =>
        keyword !== 'if' ||
        !errors.some((other) => other.keyword !== 'if' && other.instancePath.startsWith(instancePath)),
    )
    .map(({ keyword, instancePath, message }) => {
      const path = readPointer(instancePath);
      if (keyword === 'boolean') return { path, message: unknownKey(path) };
      // A refinement says all there is to say.
      if (keyword === '~refine') return { path, message };
      return { path, message: expectation(path, keyword === 'if' ? 'cannot be this' : message) };
    });
  if (problems.length > 0) return { problems: onePerKey(problems) };
  // Value.Errors found nothing, so the document has the schema's shape.
  return checkTogether(config as Config);
}

/** TypeBox stops at the eighth error unless told otherwise. */
function allErrors(config: unknown) {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: 1000 });
  try {
    return Value.Errors(configSchema, config);
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** What a schema of single keys cannot say. */
function checkTogether(config: Config): Validated {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, account] of (config.accounts ?? []).entries()) {
    const at = (key: string, message: string) => problems.push({ path: ['accounts', index, key], message });
    if (seen.has(account.id)) at('id', `account ${account.id} is listed twice; join its regions in one entry`);
    seen.add(account.id);
    if (account.role_arn !== undefined && account.role_arn.split(':')[4] !== account.id) {
      at('role_arn', `is a role of another account than ${account.id}`);
    }
    const foreign = regionOfOtherPartition(account.role_arn, account.regions ?? config.regions);
    if (foreign !== undefined) {
      at('role_arn', `is not in the partition of ${foreign}: ARNs there begin with arn:${partitionOf(foreign)}:`);
    }
    if (account.external_id !== undefined && account.role_arn === undefined) {
      at('external_id', 'is used only to assume a role: add role_arn');
    }
    if (account.regions === undefined && config.regions === undefined && config.organization === undefined) {
      at('regions', 'is missing: name the regions of this account or all, or regions at the top for all accounts');
    }
  }
  problems.push(...trustProxyProblems(config.api.trust_proxy), ...ownershipProblems(config.ownership));
  problems.push(...policiesProblems(config.policies), ...budgetsProblems(config.budgets));
  problems.push(...channelsProblems(config.channels));
  return problems.length > 0 ? { problems } : { config };
}

/** A region that lies in another partition than the role; of one that is younger than the SDK's data, nobody knows where it lies. */
function regionOfOtherPartition(roleArn: string | undefined, regions: Config['regions']): string | undefined {
  const partition = roleArn === undefined ? undefined : parseArn(roleArn)?.partition;
  if (partition === undefined || !Array.isArray(regions)) return undefined;
  return regions.find((region) => isListedRegion(region) && partitionOf(region) !== partition);
}

/** One message a key: the first says enough. */
const onePerKey = (problems: readonly Problem[]): Problem[] =>
  [...new Map(problems.toReversed().map((problem) => [problem.path.join('\n'), problem])).values()].toReversed();

/** `/accounts/0/id` -> `['accounts', 0, 'id']` (RFC 6901). */
const readPointer = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The schema of a key, as far as the path leads. */
function schemaAt(
  path: readonly (string | number)[],
): Partial<{ description: string; properties: Record<string, TSchema> }> {
  // A JSON Schema is walked as the data that it is; the keys that are read are checked at each step.
  let schema: Record<string, unknown> = configSchema as unknown as Record<string, unknown>;
  for (const part of path) {
    const next =
      typeof part === 'number' ? schema.items : (schema.properties as Record<string, unknown> | undefined)?.[part];
    if (typeof next !== 'object' || next === null) return {};
    schema = next as Record<string, unknown>;
  }
  return schema;
}

function expectation(path: readonly (string | number)[], message: string): string {
  const { description } = schemaAt(path);
  return description === undefined ? message : `${message}. ${description}`;
}

function unknownKey(path: readonly (string | number)[]): string {
  const key = String(path.at(-1));
  const known = Object.keys(schemaAt(path.slice(0, -1)).properties ?? {});
  const nearest = nearestName(key, known);
  return nearest !== undefined
    ? `is no key of the configuration; did you mean ${nearest}?`
    : `is no key of the configuration; here can be: ${known.join(', ')}`;
}
