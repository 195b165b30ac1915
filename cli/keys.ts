import { Command, InvalidArgumentError } from 'commander';
import { type Scope, scopes } from '../catalog/scopes.ts';
import type { ApiKey } from '../db/access/api-keys.ts';
import { CommandError } from './exit-codes.ts';
import { formatTime } from './terminal/format-time.ts';

function addScope(text: string, given: Scope[] = []): Scope[] {
  const added = text.split(',').map((name) => {
    const scope = scopes.find((candidate) => candidate === name.trim());
    if (!scope) throw new InvalidArgumentError(`scopes are ${scopes.join(', ')}`);
    return scope;
  });
  return [...new Set([...given, ...added])];
}

function addAccount(text: string, accounts: string[] = []): string[] {
  const added = text.split(',').map((id) => id.trim());
  if (!added.every((id) => /^\d{12}$/.test(id))) throw new InvalidArgumentError('an account has twelve digits');
  return [...new Set([...accounts, ...added])];
}

function inDays(text: string): Date {
  const days = Number(text);
  if (!(days > 0 && days <= 36_500)) throw new InvalidArgumentError('give a number of days');
  return new Date(Date.now() + days * 86_400_000);
}

interface CreateOptions {
  readonly scope?: Scope[];
  readonly account?: string[];
  readonly expiresInDays?: Date;
  readonly json?: true;
}

/** `sagecat keys`: API keys. */
export const keysCommand = (): Command =>
  new Command('keys')
    .description('create, list and revoke API keys')
    .addHelpText(
      'after',
      `
Once the first key exists, every request needs a key, even after all keys have expired, until sagecat keys open.`,
    )
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand())
    .addCommand(openCommand())
    .addCommand(closeCommand());

const createCommand = (): Command =>
  new Command('create')
    .description('create a key; it is printed once and not stored')
    .argument('<name>', 'who or what the key is for')
    .option(
      '--scope <scopes>',
      `scopes of the key: ${scopes.join(', ')}; repeat the option or separate by commas (default: read)`,
      addScope,
    )
    .option(
      '--account <ids>',
      'accounts that the key may read; repeat the option or separate by commas (default: all)',
      addAccount,
    )
    .option('--expires-in-days <days>', 'days until the key expires (default: never)', inDays)
    .option('--json', 'print the key and its scopes as one JSON object')
    .action(async (name: string, { scope, account, expiresInDays, json }: CreateOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { createApiKey } = await import('../db/access/api-keys.ts');
      await using context = await openContext(command);
      const { key, secret } = await createApiKey(context.database.pool, {
        name,
        scopes: scope ?? ['read'],
        accounts: account,
        expiresAt: expiresInDays,
      });
      if (json) console.log(JSON.stringify({ ...key, key: secret }));
      else {
        console.log(secret);
        console.error(`key ${key.id} (${key.name}): ${describe(key)}; it is not shown again`);
      }
    });

const listCommand = (): Command =>
  new Command('list')
    .description('list the keys, without their secrets')
    .option('--json', 'print an array of objects')
    .action(async ({ json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { isKeyRequired, listApiKeys } = await import('../db/access/api-keys.ts');
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const { pool } = context.database;
      const keys = await listApiKeys(pool);
      if (json) {
        console.log(JSON.stringify(keys));
        return;
      }
      if (keys.length === 0) console.log('there are no keys');
      else console.log(await keyTable(keys));
      console.error(
        (await isKeyRequired(pool)) ? 'every request needs a key' : 'on a loopback address no key is needed',
      );
    });

const revokeCommand = (): Command =>
  new Command('revoke')
    .description('revoke a key, or all keys with a name; running APIs refuse it within five seconds')
    .argument('<name-or-number>')
    .action(async (nameOrId: string, _options: unknown, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { hasActiveKey, isKeyRequired, revokeApiKeys } = await import('../db/access/api-keys.ts');
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const { pool } = context.database;
      const revoked = await revokeApiKeys(pool, nameOrId);
      if (revoked.length === 0) throw new CommandError(`there is no valid key with the name or number ${nameOrId}`);
      for (const key of revoked) console.log(`revoked key ${key.id} (${key.name})`);
      if ((await hasActiveKey(pool)) || !(await isKeyRequired(pool))) return;
      console.error(
        'no valid key is left, and every request needs one: create one (sagecat keys create NAME), or run sagecat keys open',
      );
    });

async function keyTable(keys: readonly ApiKey[]): Promise<string> {
  const { renderTable } = await import('./terminal/table.ts');
  const { viewOf } = await import('./terminal/view.ts');
  return renderTable<ApiKey>(
    [
      { title: 'key', value: ({ id }) => String(id), align: 'right' },
      { title: 'name', value: ({ name }) => name },
      { title: 'scopes', value: ({ scopes }) => scopes.join(', ') },
      { title: 'accounts', value: ({ accounts }) => accounts?.join(', ') ?? 'all' },
      { title: 'state', value: stateOf, tone: ({ revoked_at }) => (revoked_at ? 'muted' : undefined) },
    ],
    keys,
    viewOf(process.stdout),
  );
}

const openCommand = (): Command =>
  new Command('open')
    .description('allow everything without a key, if the API listens on a loopback address')
    .addHelpText(
      'after',
      `
Applies to every API of this catalog within five seconds, also after a restart, until sagecat keys close or until
another key is created. Valid keys stay valid. On any address except the loopback every request still needs a key.`,
    )
    .action((_options: unknown, command: Command) => setRule(false, command));

const closeCommand = (): Command =>
  new Command('close')
    .description('require a key for every request, even if there is none')
    .action((_options: unknown, command: Command) => setRule(true, command));

async function setRule(isRequired: boolean, command: Command): Promise<void> {
  const { openContext } = await import('./context.ts');
  const { hasActiveKey, setKeyRequired } = await import('../db/access/api-keys.ts');
  await using context = await openContext(command);
  const { pool } = context.database;
  await setKeyRequired(pool, isRequired);
  if (!isRequired) console.log('open: on a loopback address no key is needed');
  else if (await hasActiveKey(pool)) console.log('closed: every request needs a key');
  else
    console.log('closed: every request needs a key, and no valid key exists; create one with sagecat keys create NAME');
}

const describe = (key: ApiKey): string =>
  `${key.scopes.join(', ')}; ${key.accounts ? `accounts ${key.accounts.join(', ')}` : 'all accounts'}; ${stateOf(key)}`;

const stateOf = ({ expires_at, revoked_at }: ApiKey): string =>
  revoked_at
    ? `revoked ${formatTime(revoked_at)}`
    : expires_at
      ? `until ${formatTime(expires_at)}`
      : 'until it is revoked';
