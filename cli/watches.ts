import { Command, Option } from 'commander';
import { wholeNumber } from './options.ts';

/** `sagecat watches`: what people are told of without asking. */
export const watchesCommand = (): Command =>
  new Command('watches')
    .description('list, test and apply watches, and show their deliveries')
    .addCommand(listCommand())
    .addCommand(testCommand())
    .addCommand(applyCommand())
    .addCommand(deliveriesCommand());

const listCommand = (): Command =>
  new Command('list')
    .description('list the watches')
    .option('--json', 'print the watches as JSON')
    .action(async ({ json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { readWatchStates } = await import('../db/watches/stored-watch.ts');
      const { renderTable } = await import('./terminal/table.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const watches = await readWatchStates(context.database.kysely);
      if (json) console.log(JSON.stringify({ watches }));
      else if (watches.length === 0) console.log('There is no watch: docs/watches.md tells how to set one.');
      else
        console.log(
          renderTable<(typeof watches)[number]>(
            [
              { title: 'watch', value: ({ name }) => name, wraps: false },
              { title: 'when', value: ({ when }) => when, wraps: false },
              { title: 'about', value: ({ about, policy, measure, hours }) => about ?? policy ?? measure ?? hours },
              { title: 'channels', value: ({ channels }) => channels.join(', ') },
              { title: 'messages', value: ({ messages }) => messages, align: 'right', wraps: false },
              { title: 'last told', value: ({ last_told_at }) => last_told_at, wraps: false, importance: 1 },
            ],
            watches,
            viewOf(process.stdout),
          ),
        );
    });

const testCommand = (): Command =>
  new Command('test')
    .description('send a test message on the channels of a watch')
    .argument('<name>', 'name of the watch')
    .option('--json', 'print the answers as JSON')
    .addHelpText(
      'after',
      `
Addresses and secrets of channels are read from the environment of this command.

Exit code: 0 all were delivered, 3 some were, 1 none was, 2 the configuration is wrong or there is no such watch.`,
    )
    .action(async (name: string, { json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { nearestName } = await import('../catalog/nearest-name.ts');
      const { readWatches } = await import('../db/watches/stored-watch.ts');
      const { openChannels } = await import('./open-channels.ts');
      const { testWatch } = await import('../services/watches/test-watch.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const watches = await readWatches(context.database.kysely);
      const watch = watches.find((one) => one.name === name);
      if (!watch) {
        const nearest = nearestName(
          name,
          watches.map((one) => one.name),
        );
        throw new CommandError(
          `there is no watch ${name}${nearest ? `; did you mean ${nearest}?` : ''}`,
          exitCodes.usage,
        );
      }
      const { config, logger, database } = context;
      const channels = await openChannels(config, { env: process.env, logger, names: watch.channels });
      const answers = await testWatch(database.kysely, watch, channels);
      if (json) console.log(JSON.stringify({ answers }));
      else for (const { channel, status, text } of answers) console.log(`${channel}: ${status ?? '-'} ${text}`);
      const failed = answers.filter(({ isDelivered }) => !isDelivered).map(({ channel }) => channel);
      if (failed.length > 0) {
        throw new CommandError(
          `not delivered on ${failed.join(', ')}`,
          failed.length < answers.length ? exitCodes.partial : exitCodes.failed,
        );
      }
    });

const applyCommand = (): Command =>
  new Command('apply')
    .description('replace all watches by those of a file')
    .argument('<file>', 'YAML file with a list watches, as in the configuration')
    .option('--json', 'print what was added, changed and removed as JSON')
    .addHelpText(
      'after',
      `
Their channels are those of the configuration. If it has a list watches, sagecat up, serve, worker and crawl apply
that list when they start.

Exit code: 0 applied, 1 failed, 2 the file is wrong.`,
    )
    .action(async (file: string, { json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { loadConfig } = await import('../config/load-config.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { configuredNames } = await import('./apply-watches.ts');
      const { applyWatches } = await import('../db/watches/apply-watches.ts');
      const { printApplied } = await import('./print-applied.ts');
      // A file of watches is a configuration with nothing else in it.
      const { watches } = loadConfig({ file, env: {}, cwd: process.cwd() }).config;
      if (!watches) throw new CommandError(`${file} has no list watches`, exitCodes.usage);
      await using context = await openContext(command, { existing: true, quiet: true });
      printApplied(await applyWatches(context.database.kysely, watches, configuredNames(context.config)), { json });
    });

interface DeliveriesOptions {
  readonly watch?: string;
  readonly status?: 'pending' | 'delivered' | 'dead';
  readonly limit: number;
  readonly json?: true;
}

const deliveriesCommand = (): Command =>
  new Command('deliveries')
    .description('list messages by channel with the receiver’s response, newest first')
    .option('--watch <name>', 'only messages of this watch')
    .addOption(new Option('--status <status>', 'only these').choices(['pending', 'delivered', 'dead']))
    .option('--limit <n>', 'deliveries to list', wholeNumber(1), 20)
    .option('--json', 'print the deliveries with their messages as JSON')
    .action(async ({ json, ...selection }: DeliveriesOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { readDeliveries } = await import('../db/watches/deliveries.ts');
      const { renderTable } = await import('./terminal/table.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const deliveries = await readDeliveries(context.database.kysely, selection);
      if (json) console.log(JSON.stringify({ deliveries }));
      else if (deliveries.length === 0) console.log('Nothing was told.');
      else
        console.log(
          renderTable<(typeof deliveries)[number]>(
            [
              { title: 'at', value: ({ created_at }) => created_at, wraps: false, importance: 2 },
              { title: 'channel', value: ({ channel }) => channel, wraps: false },
              { title: 'status', value: ({ status }) => status, wraps: false },
              { title: 'attempts', value: ({ attempts }) => attempts, align: 'right', wraps: false, importance: 1 },
              {
                title: 'answer',
                value: ({ answer_status, answer }) => `${answer_status ?? ''} ${answer ?? ''}`.trim(),
              },
              { title: 'message', value: ({ body }) => body.data.summary, least: 30 },
            ],
            deliveries,
            viewOf(process.stdout),
          ),
        );
    });
