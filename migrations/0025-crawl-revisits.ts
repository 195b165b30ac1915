import { type Kysely, sql } from 'kysely';
import { protectByAccount, unprotect } from '../db/access/account-policy.ts';

/** Resources that crawls come back to ever more rarely: those that cannot be read, and those that stay open longer than they can be. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE crawl_revisit (
      resource_type text NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      name text NOT NULL,
      arn text,
      created_at timestamptz(3),
      why text NOT NULL CHECK (why IN ('unreadable', 'overdue')),
      reason text,
      since timestamptz(3) NOT NULL,
      tries integer NOT NULL,
      tried_at timestamptz(3) NOT NULL,
      next_at timestamptz(3) NOT NULL,
      PRIMARY KEY (resource_type, account_id, region, name)
    )`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await protectByAccount(db, 'crawl_revisit');
}

const comments: readonly [on: string, text: string][] = [
  ['TABLE crawl_revisit', 'Resources that incremental crawls come back to ever more rarely.'],
  ['COLUMN crawl_revisit.resource_type', 'Resource type, the name of its table.'],
  ['COLUMN crawl_revisit.account_id', 'AWS account.'],
  ['COLUMN crawl_revisit.region', 'AWS region.'],
  ['COLUMN crawl_revisit.name', 'Name of the resource.'],
  ['COLUMN crawl_revisit.arn', 'ARN of the resource; null where only its name was listed.'],
  ['COLUMN crawl_revisit.created_at', 'When the resource was created; null where only its name was listed.'],
  ['COLUMN crawl_revisit.tried_at', 'When it was last described.'],
  [
    'COLUMN crawl_revisit.why',
    'unreadable: the last describe gave nothing that can be stored; overdue: it is open for longer than it can be.',
  ],
  ['COLUMN crawl_revisit.reason', 'What the last describe said.'],
  ['COLUMN crawl_revisit.since', 'When it was first so.'],
  ['COLUMN crawl_revisit.tries', 'Describes since then that changed nothing.'],
  ['COLUMN crawl_revisit.next_at', 'No incremental crawl describes it before.'],
];

export async function down(db: Kysely<never>): Promise<void> {
  await unprotect(db, 'crawl_revisit');
  await sql`DROP TABLE crawl_revisit`.execute(db);
}
