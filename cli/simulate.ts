import { Command, InvalidArgumentError, Option } from 'commander';
import { jobType } from '../catalog/resource-types.ts';
import type { Simulator, SimulatorOptions } from '../services/simulator/simulator.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { portNumber } from './options.ts';
import { aborted, abortOnSignals } from './signals.ts';

interface SimulateOptions {
  readonly jobs?: number;
  readonly accounts?: number | string[];
  readonly regions?: number | string[];
  readonly seed?: number;
  readonly anchor?: number;
  readonly historyDays?: number;
  readonly liveJobs?: number;
  readonly arrivals?: number;
  readonly recorded?: string[];
  readonly host?: string;
  readonly port: number;
  readonly enforceQuotas?: true;
  readonly quota?: Record<string, number>;
  readonly latency?: number;
  readonly search?: 'on' | 'denied' | 'disabled';
  readonly searchLag?: number;
  readonly searchMissing?: number;
  readonly deniedAccounts?: number | string[];
  readonly suspendedAccounts?: number | string[];
  readonly disabledRegions?: string[];
  readonly denyOperations?: string[];
  readonly clockAhead?: number;
  readonly roleName?: string;
  readonly faults?: Record<string, number>;
  readonly writeConfig?: string;
  readonly organization?: true;
  readonly json?: true;
}

const HELP = `
Faults are shares of requests, from 0 to 1: throttle, serverError, reset, truncate, stall,
unrecognized; of pages: emptyPage, repeatToken, earlyEnd. Also: stallSeconds=30, expireSessionsAfterSeconds=S, seed=1.

Prints the environment variables for AWS SDKs and the AWS CLI, and runs until it is interrupted.

Exit code: 0 interrupted, 1 failed, 2 wrong usage.

Examples:
  sagecat simulate                                     5,000 jobs, 4 accounts (one denied), 4 regions
  sagecat simulate --write-config sagecat.yaml         and a configuration with which sagecat crawls them
  sagecat simulate --jobs 1000000 --accounts 1 --regions us-east-1 --enforce-quotas
  sagecat simulate --faults throttle=0.05,serverError=0.05,reset=0.01,truncate=0.01,stall=0.01
  sagecat simulate --recorded ./recordings             recorded responses of ${jobType.describe?.operation}`;

/** `sagecat simulate`: SageMaker, STS, Organizations and Account on loopback. */
export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('serve the AWS APIs on loopback, with generated or recorded resources')
    .option('--jobs <n>', 'training jobs in the readable accounts (default: 5000)', number)
    .option('--accounts <n|ids>', 'number of accounts, or comma-separated IDs (default: 4)', countOrList)
    .option('--regions <n|names>', 'number of regions, or their names (default: 4)', countOrList)
    .option('--seed <n>', 'other seeds generate other jobs (default: 1)', number)
    .option(
      '--anchor <time>',
      'time for which jobs are generated; pass it to get the same jobs later (default: now)',
      moment,
    )
    .option('--history-days <n>', 'period that the jobs span (default: 548)', number)
    .option('--live-jobs <n>', 'jobs that run at the anchor (default: 48)', number)
    .option('--arrivals <n>', 'new jobs per hour after the anchor (default: 0)', number)
    .option('--recorded <path...>', 'files or folders of recorded responses to serve instead of generated jobs')
    .option('--host <address>', 'loopback address to listen on (default: 127.0.0.1)')
    .option('--port <n>', 'port to listen on, 0 for any free one', portNumber, 4599)
    .option('--enforce-quotas', 'throttle: List 2/s, Search 5/s, Describe and ListTags 10/s per account and region')
    .option(
      '--quota <op=rate,...>',
      `throttle at these rates per second, e.g. ${jobType.list.operation}=2,Search=5`,
      pairs,
    )
    .option('--latency <ms>', 'delay of every response (default: 0)', number)
    .addOption(new Option('--search <mode>', 'how Search responds (default: on)').choices(['on', 'denied', 'disabled']))
    .option('--search-lag <seconds>', 'delay of the Search index (default: 0)', number)
    .option('--search-missing <share>', 'share of jobs missing from Search, 0 to 1 (default: 0)', number)
    .option('--denied-accounts <n|ids>', 'number of accounts, or IDs, whose role is denied (default: 1)', countOrList)
    .option('--suspended-accounts <n|ids>', 'number of accounts, or IDs, that are suspended', countOrList)
    .option('--disabled-regions <names>', 'opt-in regions that are off (default: ap-east-1)', list)
    .option('--deny-operations <names>', 'operations that no role may call, e.g. Search,ListTags', list)
    .option('--clock-ahead <seconds>', 'how far the services’ clock is ahead of this host’s (default: 0)', number)
    .option('--role-name <name>', 'role to assume in every account (default: SagecatReadOnly)')
    .option('--faults <name=value,...>', 'faults to inject, see below', pairs)
    .option('--write-config <file>', 'write a configuration with the simulated accounts and regions')
    .option('--organization', 'make that configuration discover accounts and regions with AWS Organizations')
    .option('--json', 'print address, environment and accounts as one JSON object')
    .addHelpText('after', HELP)
    .action(async (options: SimulateOptions) => {
      const { startSimulator } = await import('../services/simulator/simulator.ts');
      const { checkPlace } = await import('./listen.ts');
      const { host = '127.0.0.1', port } = options;
      await checkPlace({ host, port, setBy: '--port' });
      using signals = abortOnSignals();
      await using simulator = await startSimulator(simulatorOptions(options)).catch((error: unknown) => {
        throw usageError(error) ?? error;
      });
      if (options.writeConfig !== undefined)
        await writeConfig(options.writeConfig, simulator, options.organization ?? false);
      process.stdout.write(options.json ? asJson(simulator) : asText(simulator));
      await aborted(signals.signal);
    });

function simulatorOptions(options: SimulateOptions): SimulatorOptions {
  const { search, searchLag, searchMissing, quota, enforceQuotas, accounts, arrivals, latency, denyOperations } =
    options;
  // By default the last of several accounts is denied, to show partial coverage.
  const several =
    options.recorded === undefined && (accounts === undefined || (typeof accounts === 'number' && accounts > 1));
  return given({
    jobs: options.jobs,
    accounts: Array.isArray(accounts)
      ? accounts.map((id) => ({ id }))
      : (accounts ?? (options.recorded === undefined ? 4 : undefined)),
    regions: options.regions,
    seed: options.seed,
    anchor: options.anchor,
    historyDays: options.historyDays,
    liveJobs: options.liveJobs,
    arrivalsPerHour: arrivals,
    recorded: options.recorded,
    host: options.host,
    port: options.port,
    quotas: quota ?? enforceQuotas,
    latencyMs: latency,
    search: given({ mode: search, lagSeconds: searchLag, missing: searchMissing }),
    deniedAccounts: options.deniedAccounts ?? (several ? 1 : 0),
    suspendedAccounts: options.suspendedAccounts,
    disabledRegions: options.disabledRegions,
    deniedOperations: denyOperations,
    clockAheadSeconds: options.clockAhead,
    roleName: options.roleName,
    faults: options.faults,
  });
}

/** Returns the object without its undefined members. */
function given<Shape extends object>(shape: Shape): { [Key in keyof Shape]: Exclude<Shape[Key], undefined> } {
  // Only defined members of Shape are left.
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as never;
}

function number(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw new InvalidArgumentError('Give a number.');
  return value;
}

function moment(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new InvalidArgumentError('Give a time in ISO 8601, such as 2026-01-31T12:00:00Z.');
  return time;
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A number is a count; account IDs have twelve digits, and regions are not numbers. */
function countOrList(text: string): number | string[] {
  return /^-?\d{1,9}(\.\d+)?$/.test(text.trim()) ? number(text) : list(text);
}

function pairs(text: string): Record<string, number> {
  return Object.fromEntries(
    list(text).map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      if (name === '') throw new InvalidArgumentError('Give pairs such as name=0.1, with commas between.');
      return [name, number(value)];
    }),
  );
}

/** The flags whose names differ from the simulator's options. */
const FLAGS: Readonly<Record<string, string>> = {
  arrivalsPerHour: 'arrivals',
  latencyMs: 'latency',
  clockAheadSeconds: 'clock-ahead',
  quotas: 'quota',
  deniedOperations: 'deny-operations',
  'search.lagSeconds': 'search-lag',
  'search.missing': 'search-missing',
};

/** Returns an error about an option with the name of its flag. */
function usageError(error: unknown): CommandError | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('option' in error && typeof error.option === 'string') {
    const option = FLAGS[error.option] ?? error.option.replace(/\..*/, '');
    const flag = (FLAGS[option] ?? option).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return new CommandError(`option '--${flag}': ${error.message}`, exitCodes.usage);
  }
  if ('syscall' in error && error.syscall === 'listen') {
    return new CommandError(
      `option '--port': cannot listen there (${error.message}); --port 0 takes any free port`,
      exitCodes.usage,
    );
  }
  return undefined;
}

function asText(simulator: Simulator): string {
  const { url, env, accounts, regions, recordings } = simulator;
  const readable = accounts.filter((account) => !account.denied && !account.suspended);
  const jobs = readable.reduce((sum, { id }) => sum + simulator.jobCount({ accountId: id }), 0);
  return [
    `# The AWS APIs answer on ${url}`,
    `# ${jobs} training jobs in ${readable.length} readable accounts, in ${regions.join(', ')}`,
    ...accounts.map(
      ({ name, roleArn, externalId, denied, suspended }) =>
        `#   ${roleArn}  ${name}${externalId === undefined ? '' : `, external ID ${externalId}`}${denied ? ', denied' : ''}${suspended ? ', suspended' : ''}`,
    ),
    ...recordings.shadowed.map(({ file, arn }) => `# not served: ${file}, another recording is of ${arn}`),
    ...Object.entries(env).map(([name, value]) => `export ${name}=${value}`),
    '',
  ].join('\n');
}

function asJson({ url, env, regions, accounts }: Simulator): string {
  return `${JSON.stringify({ url, env, regions, accounts })}\n`;
}

async function writeConfig(file: string, { regions, accounts }: Simulator, discover: boolean): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  const { withFile } = await import('../catalog/file-error.ts');
  const { stringify } = await import('yaml');
  const named = accounts
    .filter((account) => !account.suspended)
    .map(({ id, name, roleArn, externalId }) => given({ id, name, role_arn: roleArn, external_id: externalId }));
  // Configured accounts come before discovered ones, since each may require its own external ID.
  const guarded = named.filter(({ external_id }) => external_id !== undefined);
  const organization = { role_name: accounts[0]?.roleArn.replace(/^.*:role\//, '') };
  const config = discover
    ? { regions: 'all', organization, ...(guarded.length > 0 && { accounts: guarded }) }
    : { regions, accounts: named };
  await withFile(file, () => writeFile(file, stringify(config)));
}
