import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import type { SimulatedAccount } from './accounts.ts';
import { collection, type SimulatedCollection } from './collection.ts';
import { Credentials } from './credentials.ts';
import { type FaultOptions, Faults } from './faults.ts';
import { SimulatorOptionError } from './option-error.ts';
import { settings as fill, type SimulatorOptions } from './options.ts';
import { type Recordings, readRecordings } from './recorded.ts';
import { makeServer } from './server.ts';
import { SimulatedAws } from './simulated-aws.ts';
import { SimulatorStats } from './stats.ts';
import type { WireJob, WireResource, WireTag } from './wire.ts';

export type { SimulatedAccount } from './accounts.ts';
export type { FaultOptions } from './faults.ts';
export type { SimulatorOptions } from './options.ts';
export type { WireJob } from './wire.ts';

/** A job with times as Dates, ISO strings or epoch seconds; nulls count as absent. */
type RawJob = WireResource & { readonly TrainingJobName: string };

interface JobFilter {
  readonly accountId?: string;
  readonly region?: string;
}

/** SageMaker, STS, Organizations and Account on loopback. Close it, or use `await using`. */
export interface Simulator extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** The environment for an SDK or a child process: endpoint, base credentials of the management account, and region. */
  readonly env: Readonly<Record<string, string>>;
  readonly accounts: readonly SimulatedAccount[];
  readonly regions: readonly string[];
  readonly stats: SimulatorStats;
  /** The number of whole resources generated so far, by describe or search. */
  readonly generatedJobs: number;

  /** Returns the base credentials of an account. */
  credentialsOf(accountId: string): { accessKeyId: string; secretAccessKey: string };
  /** Creates new base credentials for an account; the old ones become unknown. */
  rotateKeys(accountId: string): void;
  /** Enables or disables a region in every account. */
  setRegion(region: string, changes: { readonly disabled: boolean }): void;
  /** Expires all sessions issued so far. */
  expireCredentials(): void;
  setAccount(accountId: string, changes: Partial<Pick<SimulatedAccount, 'denied' | 'suspended' | 'externalId'>>): void;

  /** Returns the resources of a type in one account and region. The methods for jobs below concern the first type. */
  of(type: AnyResourceType, accountId: string, region: string): SimulatedCollection;
  /** Returns the current number of jobs in the matching accounts and regions. */
  jobCount(filter?: JobFilter): number;
  /** Yields every job of a target as it is currently described, with its tags, in order of index. */
  jobs(accountId: string, region: string): Generator<{ readonly job: WireJob; readonly tags: readonly WireTag[] }>;
  /** Returns a job as it is currently described. */
  job(accountId: string, region: string, name: string): WireJob | undefined;
  tags(accountId: string, region: string, name: string): readonly WireTag[];
  /** Returns how often a job was described. */
  describes(accountId: string, region: string, name: string): number;

  /** Creates or replaces a job. An absent ARN, status, creation and modification time are filled in. */
  putJob(accountId: string, region: string, job: RawJob, tags?: readonly WireTag[]): WireJob;
  /** Changes members of an existing job; undefined removes one. Sets LastModifiedTime to now unless it is given. */
  updateJob(accountId: string, region: string, name: string, changes: Readonly<Record<string, unknown>>): WireJob;
  deleteJob(accountId: string, region: string, name: string): void;
  setTags(accountId: string, region: string, name: string, tags: readonly WireTag[]): void;

  /** Replaces the faults; `{}` for none. */
  setFaults(faults: FaultOptions): void;
  /** How often each fault happened. */
  readonly faultCounts: Readonly<Record<string, number>>;
  readonly recordings: Recordings;

  close(): Promise<void>;
}

/** Starts the simulator on loopback. Throws SimulatorOptionError for an invalid option. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const paths = typeof options.recorded === 'string' ? [options.recorded] : (options.recorded ?? []);
  const types = options.types ?? resourceTypes;
  const recordings = await readRecordings(paths, types);
  const settings = fill(paths.length === 0 ? options : withRecordings(options, recordings));
  const { now } = settings;
  const aws = new SimulatedAws(settings);
  for (const { type, accountId, region, resource } of recordings.served) {
    aws.target(type, accountId, region).overlay.put(resource, Number.NEGATIVE_INFINITY);
  }
  const stats = new SimulatorStats();
  const home = aws.accounts[0]?.id ?? '';
  const faults = new Faults(settings.faults);
  const credentials = new Credentials(home, now, () => faults.sessionMilliseconds, settings.clockAheadMs);
  const closing = new AbortController();
  const server = makeServer({ settings, aws, credentials, stats, faults }, closing.signal);
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const base = credentials.base(home);

  const close = async (): Promise<void> => {
    closing.abort();
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const of = (type: AnyResourceType, accountId: string, region: string) =>
    collection(aws.target(type, accountId, region), stats, now);
  const [first] = types;
  if (!first) throw new SimulatorOptionError('types', 'must name at least one type');
  const jobs = (accountId: string, region: string) => of(first, accountId, region);

  return {
    url,
    port,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: base.accessKeyId,
      AWS_SECRET_ACCESS_KEY: base.secretAccessKey,
      AWS_REGION: aws.regions[0] ?? 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    accounts: aws.accounts,
    regions: aws.regions,
    stats,
    get generatedJobs() {
      return aws.generated();
    },
    credentialsOf: (accountId) => credentials.base(accountId),
    rotateKeys: (accountId) => credentials.rotate(accountId),
    setRegion: (region, changes) => aws.setRegion(region, changes),
    expireCredentials: () => credentials.expireAll(),
    setAccount: (accountId, changes) => aws.setAccount(accountId, changes),
    of,
    jobCount: ({ accountId, region } = {}) => {
      let count = 0;
      for (const target of aws.targets(first)) {
        if ((accountId ?? target.accountId) === target.accountId && (region ?? target.region) === target.region)
          count += target.count(now());
      }
      return count;
    },
    *jobs(accountId, region) {
      for (const { resource, tags } of jobs(accountId, region).all()) yield { job: resource as WireJob, tags };
    },
    job: (accountId, region, name) => jobs(accountId, region).get(name) as WireJob | undefined,
    tags: (accountId, region, name) => jobs(accountId, region).tags(name),
    describes: (accountId, region, name) => jobs(accountId, region).describes(name),
    putJob: (accountId, region, job, tags) => jobs(accountId, region).put(job, tags) as WireJob,
    updateJob: (accountId, region, name, changes) => jobs(accountId, region).update(name, changes) as WireJob,
    deleteJob: (accountId, region, name) => jobs(accountId, region).delete(name),
    setTags: (accountId, region, name, tags) => jobs(accountId, region).setTags(name, tags),
    setFaults: (changed) => faults.set(changed),
    faultCounts: faults.counts,
    recordings,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Returns options with the accounts and regions of the recordings first, and without generated jobs unless requested. */
function withRecordings(options: SimulatorOptions, { served }: Recordings): SimulatorOptions {
  const accounts = new Map(
    served.map(({ accountId }) => [accountId, { id: accountId, name: `recorded-${accountId}` }]),
  );
  const given = typeof options.accounts === 'object' ? options.accounts : [];
  const regions = typeof options.regions === 'object' ? options.regions : [];
  return {
    ...options,
    jobs: options.jobs ?? 0,
    accounts: [...[...accounts.values()].filter(({ id }) => !given.some((account) => account.id === id)), ...given],
    regions: [...new Set([...served.map(({ region }) => region), ...regions])],
  };
}
