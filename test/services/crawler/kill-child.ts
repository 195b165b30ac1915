import { pino } from 'pino';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { openDatabase } from '../../../db/database.ts';
import { type AccountTarget, runCrawl } from '../../../services/crawler/run-crawl.ts';
import { unhurried } from '../../support/crawl-simulator.ts';

// A crawl in a process of its own, to be killed: takes the database and the accounts, and ends with status 0 if it is complete.
const { url, accounts }: { url: string; accounts: AccountTarget[] } = JSON.parse(process.argv[2] ?? '{}');
await using database = await openDatabase({ url, dataDir: 'unused' });
const { status } = await runCrawl({
  database,
  resourceTypes,
  accounts,
  logger: pino({ level: 'silent' }),
  signal: new AbortController().signal,
  tuning: { rates: unhurried, leaseSeconds: 5 },
});
process.exitCode = status === 'complete' ? 0 : 3;
