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

/** An invalid key of the configuration. */
export interface Problem {
  /** Where the key is, e.g. `['accounts', 0, 'role_arn']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Validated = { readonly config: Config } | { readonly problems: readonly Problem[] };

/** Validates a document against the schema and fills in the defaults; returns all problems at once. */
export function validate(document: unknown): Validated {
  const config = Value.Default(configSchema, document ?? {});
  const errors = allErrors(config);
  const problems: Problem[] = errors
    // An unknown key is reported twice: by its name, which is useful, and for the object that contains it.
    .filter(({ keyword }) => keyword !== 'additionalProperties' && keyword !== 'anyOf')
    // A failed if/then is also reported twice; its own error is kept only if there is no other.
    .filter(
      ({ keyword, instancePath }) =>
        keyword !== 'if' ||
        !errors.some((other) => other.keyword !== 'if' && other.instancePath.startsWith(instancePath)),
    )
    .map(({ keyword, instancePath, message }) => {
      const path = readPointer(instancePath);
      if (keyword === 'boolean') return { path, message: unknownKey(path) };
      // The message of a refinement is complete.
      if (keyword === '~refine') return { path, message };
      return { path, message: expectation(path, keyword === 'if' ? 'cannot be this' : message) };
    });
  if (problems.length > 0) return { problems: onePerKey(problems) };
  // Value.Errors found nothing, so the document has the schema's shape.
  return checkTogether(config as Config);
}

/** Returns all errors; TypeBox stops after eight by default. */
function allErrors(config: unknown) {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: 1000 });
  try {
    return Value.Errors(configSchema, config);
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** Checks what the schema cannot express. */
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

/** Returns a region in another partition than the role. The partition of regions that the SDK does not list is unknown. */
function regionOfOtherPartition(roleArn: string | undefined, regions: Config['regions']): string | undefined {
  const partition = roleArn === undefined ? undefined : parseArn(roleArn)?.partition;
  if (partition === undefined || !Array.isArray(regions)) return undefined;
  return regions.find((region) => isListedRegion(region) && partitionOf(region) !== partition);
}

/** Returns the first problem of each key. */
const onePerKey = (problems: readonly Problem[]): Problem[] =>
  [...new Map(problems.toReversed().map((problem) => [problem.path.join('\n'), problem])).values()].toReversed();

/** `/accounts/0/id` -> `['accounts', 0, 'id']` (RFC 6901). */
const readPointer = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Returns the schema of a key. */
function schemaAt(
  path: readonly (string | number)[],
): Partial<{ description: string; properties: Record<string, TSchema> }> {
  // The JSON Schema is untyped data here, so each key is checked before it is used.
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
