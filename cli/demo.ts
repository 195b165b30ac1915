import { Command } from 'commander';
import { joinWords } from '../catalog/join-words.ts';
import { labelOf } from '../catalog/label-of.ts';
import { ratesOf } from '../catalog/operations.ts';
import { resourceTypes } from '../catalog/resource-types.ts';
import type { CrawlSettings } from '../config/crawl-section.ts';
import type { Config } from '../config/schema.ts';
import { limitHeapGrowth } from '../services/crawler/limit-heap-growth.ts';
import type { Simulator } from '../services/simulator/simulator.ts';
import type { Send } from '../services/watches/channels/channel.ts';
import type { CommandContext } from './context.ts';
import { example } from './example-fields.ts';
import { CommandError } from './exit-codes.ts';
import { demoDataDir } from './find-catalog.ts';
import { checkPlace } from './listen.ts';
import { portNumber, wholeNumber } from './options.ts';
import { paragraph } from './terminal/paragraph.ts';
import { viewOf } from './terminal/view.ts';

interface DemoOptions {
  readonly jobs: number;
  readonly seed: number;
  readonly port?: number;
}

/** The demo's simulator enforces no quotas, so that the demo is fast. */
const asFastAsItGoes = (crawl: CrawlSettings): CrawlSettings => ({
  ...crawl,
  target_concurrency: 12,
  share: 1,
  requests_per_second: {
    ...crawl.requests_per_second,
    operations: Object.fromEntries(Object.keys(ratesOf(resourceTypes)).map((operation) => [operation, 10_000])),
  },
});

/** `sagecat demo`: runs all of sagecat on a simulated organization. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description('try sagecat on a simulated AWS organization; needs no account')
    .option('--jobs <n>', 'number of training jobs; other resources are generated in proportion', wholeNumber(0), 5000)
    .option('--seed <n>', 'other seeds generate other organizations', wholeNumber(0), 1)
    .option('--port <n>', 'port of the API (default: api.port, or a free one if that is taken)', portNumber)
    .addHelpText(
      'after',
      `
Keeps its catalog in ${demoDataDir}, which is recreated at each start, and runs until it is interrupted.
Uses no AWS credentials and no network.

Exit code: 0 interrupted, 1 failed, 2 wrong usage.`,
    )
    .action(async (options: DemoOptions, command: Command) => {
      limitHeapGrowth();
      const { openContext, readConfig } = await import('./context.ts');
      const { startSimulator } = await import('../services/simulator/simulator.ts');
      const { simulatedOrigin, simulatedPrices } = await import('../services/simulator/prices.ts');
      const { storePrices } = await import('../db/billing/store-prices.ts');
      const { crawlOnce } = await import('./crawl-once.ts');
      const { crawlRepeatedly } = await import('./crawl-repeatedly.ts');
      const { openCrawler } = await import('./open-crawler.ts');
      const { registerWorker } = await import('../db/crawl/workers.ts');
      const { renderCrawlSummary } = await import('./crawl-summary.ts');
      const { keepPoliciesEvaluated } = await import('../services/policies/keep-evaluated.ts');
      const { keepWatching } = await import('../services/watches/keep-watching.ts');
      const { watchingOptions } = await import('./work.ts');
      const { useNoProxy } = await import('./network.ts');
      const config = readConfig(command);
      if (options.port !== undefined) await checkPlace({ host: '127.0.0.1', port: options.port, setBy: '--port' });
      console.log('Starting a simulated organization and an embedded database ...');
      await clearData();
      await using simulator = await startSimulator({ jobs: options.jobs, seed: options.seed, arrivalsPerHour: 120 });
      leadSdkTo(simulator);
      await useNoProxy();
      const accounts = simulator.accounts.map(({ id, name, roleArn, externalId }) => ({
        id,
        name,
        roleArn,
        externalId,
        regions: simulator.regions,
      }));
      await using context = await openContext(command, {
        config: {
          ...config,
          crawl: { ...config.crawl, types: resourceTypes.map(({ name }) => name) },
          ownership: config.ownership ?? demoOwnership,
          policies: config.policies ?? demoPolicies,
          budgets: config.budgets.length > 0 ? config.budgets : demoBudgets,
          watches: config.watches ?? demoWatches.filter(({ budget }) => !budget || config.budgets.length === 0),
          channels: [...config.channels, { name: terminal, kind: 'log' }],
          database: { data_dir: demoDataDir },
          log: { ...config.log, level: 'warn' },
        },
      });
      const crawler = openCrawler(context, { accounts: async () => accounts, settings: asFastAsItGoes(config.crawl) });
      await using _signedOn = await registerWorker(context.database.kysely);
      await storePrices(context.database.kysely, simulatedPrices(simulator.regions), { origin: simulatedOrigin });
      await using api = await openDemoApi(context, options.port);
      console.log(
        `Crawling ${joinWords(
          resourceTypes.map((type) => `${labelOf(type)}s`),
          'and',
        )} of a simulated organization ...`,
      );
      const summary = await crawlOnce(crawler, {}, (text) => console.log(text));
      console.log(renderCrawlSummary(summary, viewOf(process.stdout)));
      console.log(nextSteps(api.url));
      const watching = await watchingOptions(crawler, context.config);
      await Promise.all([
        crawlRepeatedly(crawler, { everySeconds: 30 }),
        keepPoliciesEvaluated(crawler),
        keepWatching({ ...watching, channels: new Map([...watching.channels, [terminal, printMessage]]) }),
      ]);
    });

/** Rules for the tags that the simulator makes up. */
const demoOwnership: NonNullable<Config['ownership']> = {
  rules: [
    { name: 'team tag', tags: ['team'] },
    { name: 'pipelines', resource: 'pipelines-*', owner: 'ml-platform' },
  ],
};

/** Some of the built-in policies, and one of the demo's own. */
const demoPolicies: NonNullable<Config['policies']> = [
  { builtin: 'owned', contact: 'ml-platform' },
  { builtin: 'volume-encrypted' },
  { builtin: 'traffic-encrypted' },
  {
    builtin: 'spot-with-checkpoints',
    exemptions: [{ about: 'owner:research', reason: 'They try things out.', until: '2099-12-31' }],
  },
  {
    name: 'cost-center-in-production',
    title: 'Jobs of production name their cost center',
    about: 'tags.env:prod creation_time:>now-90d',
    require: 'tags.cost-center:*',
    severity: 'high',
  },
];

const demoBudgets: Config['budgets'] = [
  { name: 'foundation-models', about: 'owner:foundation-models', amount: 50_000, currency: 'USD' },
];

/** The channel of the demo: what its watches tell appears where it was started. */
const terminal = 'terminal';
const printMessage: Send = async ({ body }) => {
  console.log(`\nWatch ${body.data.watch} says: ${body.data.summary}`);
  return { isDelivered: true, status: null, text: 'printed' };
};

const demoWatches: NonNullable<Config['watches']> = [
  {
    name: 'jobs-started',
    title: 'Jobs started',
    about: `${example.status}:InProgress`,
    when: 'enters',
    channels: [terminal],
  },
  {
    name: 'budget-passed',
    title: 'Money is spent',
    when: 'threshold',
    measure: 'budget',
    budget: 'foundation-models',
    above: [5, 10, 25, 50, 80, 100],
    channels: [terminal],
  },
];

async function clearData(): Promise<void> {
  const { rm } = await import('node:fs/promises');
  const { holderOf } = await import('../db/embedded/lock.ts');
  if (await holderOf(demoDataDir)) {
    throw new CommandError(
      `a demo already runs in this directory (its catalog is ${demoDataDir}); stop that one first`,
    );
  }
  await rm(demoDataDir, { recursive: true, force: true });
}

/** Points the SDK of this process at the simulator, and removes all other credentials and endpoints from its environment. */
function leadSdkTo(simulator: Simulator): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, simulator.env);
}

/** Opens the API on its default port, or on a free one if that is taken and no port was requested. */
async function openDemoApi(context: CommandContext, port: number | undefined) {
  const { openApi } = await import('./api.ts');
  const on = (chosen: number) =>
    openApi({
      ...context,
      config: { ...context.config, api: { ...context.config.api, host: '127.0.0.1', port: chosen } },
    });
  if (port !== undefined) return on(port);
  try {
    return await on(context.config.api.port);
  } catch (error) {
    if (error instanceof CommandError) return on(0);
    throw error;
  }
}

const nextSteps = (url: string): string => `
The catalog is served at ${url}. Open it in a browser, or try:

  curl '${url}/v1/resources/${example.table}?limit=2'
  curl '${url}/v1/resource-types/${example.table}'
  curl '${url}/v1/billing/usage?group_by=resource_type,instance_type'
  open ${url}/docs

and, in another terminal in this directory:

  npx sagecat failures --since 30d
  npx sagecat jobs ${example.status}:InProgress
  npx sagecat report billable
  npx sagecat policies list
  npx sagecat watches deliveries
  curl '${url}/v1/budgets'
  npx sagecat sql "SELECT count(*) FROM ${example.table}"

${paragraph(farewell, viewOf(process.stdout))}`;

const farewell =
  'Prices are made up, and costs with them. One account is denied on purpose: its targets say so. New jobs arrive, and are crawled every 30 seconds. Ctrl-C ends it.';
