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
    .description('make, list and revoke keys of the API')
    .addHelpText(
      'after',
      `
From the first key on every request needs one, also when none works any more, until sagecat keys open says otherwise.`,
    )
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand())
    .addCommand(openCommand())
    .addCommand(closeCommand());

const createCommand = (): Command =>
  new Command('create')
    .description('make a key; it is printed once and kept nowhere')
    .argument('<name>', 'who or what it is for')
    .option(
      '--scope <scopes>',
      `what it may do, of ${scopes.join(', ')}; repeat it or separate by commas (default: read)`,
      addScope,
    )
    .option(
      '--account <ids>',
      'accounts whose rows it shows; repeat it or separate by commas (default: all)',
      addAccount,
    )
    .option('--expires-in-days <days>', 'days until it stops working (default: never)', inDays)
    .option('--json', 'print the key with what it may do as one JSON object')
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
    .description('revoke a key, or all keys of a name; a running API refuses it within five seconds')
    .argument('<name-or-number>')
    .action(async (nameOrId: string, _options: unknown, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { hasActiveKey, isKeyRequired, revokeApiKeys } = await import('../db/access/api-keys.ts');
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const { pool } = context.database;
      const revoked = await revokeApiKeys(pool, nameOrId);
      if (revoked.length === 0) throw new CommandError(`no key that works has the name or number ${nameOrId}`);
      for (const key of revoked) console.log(`revoked key ${key.id} (${key.name})`);
      if ((await hasActiveKey(pool)) || !(await isKeyRequired(pool))) return;
      console.error(
        'no key works any more, and every request needs one: make another (sagecat keys create NAME), or run sagecat keys open',
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
    .description(
      'let everybody on this machine do everything without a key, where the API listens on a loopback address',
    )
    .addHelpText(
      'after',
      `
Holds for every API over this catalog, within five seconds and also after a restart, until sagecat keys close or until
another key is made. Keys that work go on working. On any other address than the loopback every request needs a key.`,
    )
    .action((_options: unknown, command: Command) => setRule(false, command));

const closeCommand = (): Command =>
  new Command('close')
    .description('ask every request for a key, whether there is one or not')
    .action((_options: unknown, command: Command) => setRule(true, command));

async function setRule(isRequired: boolean, command: Command): Promise<void> {
  const { openContext } = await import('./context.ts');
  const { hasActiveKey, setKeyRequired } = await import('../db/access/api-keys.ts');
  await using context = await openContext(command);
  const { pool } = context.database;
  await setKeyRequired(pool, isRequired);
  if (!isRequired) console.log('open: on a loopback address no key is needed');
  else if (await hasActiveKey(pool)) console.log('closed: every request needs a key');
  else console.log('closed: every request needs a key, and none works; make one with sagecat keys create NAME');
}

const describe = (key: ApiKey): string =>
  `${key.scopes.join(', ')}; ${key.accounts ? `accounts ${key.accounts.join(', ')}` : 'all accounts'}; ${stateOf(key)}`;

const stateOf = ({ expires_at, revoked_at }: ApiKey): string =>
  revoked_at
    ? `revoked ${formatTime(revoked_at)}`
    : expires_at
      ? `until ${formatTime(expires_at)}`
      : 'until it is revoked';
