// Evaluates the watches of a database and delivers what they tell to a webhook, until it is killed: DATABASE_URL and the webhook's URL.
import { pino } from 'pino';
import { Agent } from 'undici';
import { openDatabase } from '../../db/database.ts';
import { openChannel } from '../../services/watches/channels/open-channel.ts';
import { keepWatching } from '../../services/watches/keep-watching.ts';

const [url = '', webhook = ''] = process.argv.slice(2);
await using database = await openDatabase({ url, dataDir: 'unused' });
const agent = new Agent();
const ops = openChannel(
  { name: 'ops', kind: 'webhook', url: webhook, secret: 'whsec_MfKQ9r8GKYqTwjUPD8ILPZIo2LaLaSw', allow_private: true },
  {
    logger: pino({ level: 'silent' }),
    timeoutMs: 15_000,
    dispatchers: { toPublic: agent, toAny: agent },
    aws: () => {
      throw new Error('there is no channel of AWS');
    },
  },
);
await keepWatching({
  ...{ database, logger: pino({}, pino.destination(2)), signal: new AbortController().signal },
  ...{
    channels: new Map([['ops', ops]]),
    budgets: [],
    withheld: [],
    retries: { retryLimit: 100, retryDelay: 1, retryDelayMax: 1 },
  },
});
