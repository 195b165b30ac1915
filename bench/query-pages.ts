// Pages of 50 over HTTP compared with the same SQL through pg, and the 1,000th page with the first, in one run, with the number of rows
// skipped per row shown and the size of the page, which explain the differences in time.
// Both read rows as JSON text written by the database, without compression. A third column is a server that only sends as many bytes: its
// time plus that of the SQL is the minimum for a page over HTTP.
// node bench/query-pages.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { findField } from '../catalog/field-path.ts';
import { trainingJob } from '../catalog/training-job/definition.ts';
import { listPage, type Position, type Sort } from '../db/query/list-page.ts';
import { allRowColumns } from '../db/query/row-columns.ts';
import { searchFilter } from '../db/query/search/search.ts';
import { limitYoungGeneration } from '../services/api/limit-young-generation.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { recordSql } from './support/record-sql.ts';
import { printTable, ratio } from './support/table.ts';
import { getJson, getText, milliseconds, Timings } from './support/timing.ts';

// Garbage collection of the client would count as the API's time.
limitYoungGeneration();
const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 40);
await using catalog = await benchCatalog(jobs);
const { database, url: root } = catalog;
const base = `${root}/v1/resources/${trainingJob.name}`;
const columns = allRowColumns(trainingJob);
const echo = fork(new URL('./support/echo-child.ts', import.meta.url));
const [{ port }] = await once(echo, 'message');

const filters = ['', 'training_job_status:Failed', 'resource_config.instance_type:ml.p4* -account_id:111122220001'];
const sorts = ['creation_time', 'training_job_name', 'training_job_status', 'account_id', 'billable_time_in_seconds']
  .concat([
    'training_time_in_seconds',
    'training_end_time',
    'resource_config.instance_type',
    'resource_config.instance_count',
  ])
  .map((path) => `-${path}`)
  .concat('training_job_name');

const rows: string[][] = [];
for (const q of filters) {
  const [allHttp, allBare, allSend] = [new Timings(), new Timings(), new Timings()];
  for (const sort of sorts) {
    const http = new Timings();
    const bare = new Timings();
    const send = new Timings();
    const statement = await recordSql(database, (db) => page(db, q, sort));
    // Alternating, so that other load on the machine affects both.
    for (let round = 0; round < rounds + 3; round++) {
      const warm = { http: new Timings(), bare: new Timings(), send: new Timings() };
      const into = round < 3 ? warm : { http, bare, send };
      const { length } = await into.http.time(() =>
        getText(`${base}?limit=50&sort=${sort}&q=${encodeURIComponent(q)}`),
      );
      await into.send.time(() => getText(`http://127.0.0.1:${port}/${length}`));
      await into.bare.time(() => database.pool.query(statement.sql, [...statement.parameters]));
    }
    allHttp.add(http);
    allBare.add(bare);
    allSend.add(send);
    rows.push(compared(q, sort, http, bare, send));
  }
  rows.push(compared(q, 'all of these', allHttp, allBare, allSend));
}
console.log(`a page of 50 of ${jobs} jobs`);
printTable(
  [
    'query',
    'sort',
    'HTTP p95 ms',
    'pg p95 ms',
    'ratio of p95',
    'ratio of medians',
    'bytes alone ms',
    'HTTP / (pg + bytes)',
  ],
  rows,
);
echo.disconnect();

const depths: string[][] = [];
for (const q of filters) {
  for (const sort of ['-creation_time', '-billable_time_in_seconds']) {
    const cursors: (string | undefined)[] = [undefined];
    for (let number = 1; number < 1000; number++) {
      const { next_cursor } = await getJson(url(q, sort, cursors.at(-1), 'fields=region'));
      if (next_cursor === null) break;
      cursors.push(next_cursor);
    }
    const first = new Timings();
    const last = new Timings();
    for (let round = 0; round < rounds + 3; round++) {
      await (round < 3 ? new Timings() : first).time(() => getText(url(q, sort, undefined)));
      await (round < 3 ? new Timings() : last).time(() => getText(url(q, sort, cursors.at(-1))));
    }
    const [top, deep] = [await look(q, sort, undefined), await look(q, sort, cursors.at(-1))];
    depths.push([
      q,
      sort,
      String(cursors.length),
      milliseconds(first.at(0.5)),
      milliseconds(last.at(0.5)),
      ratio(last.at(0.5) / first.at(0.5)),
      `${top.passedOver} / ${deep.passedOver}`,
      `${top.kilobytes} / ${deep.kilobytes}`,
    ]);
  }
}
const head = ['query', 'sort', 'page', 'first ms', 'last ms', 'ratio', 'rows passed over', 'kB'];
printTable(head, depths);

function compared(q: string, sort: string, http: Timings, bare: Timings, send: Timings): string[] {
  const [slow, slowBare] = [http.at(0.95), bare.at(0.95)];
  const [middle, middleBare, middleSend] = [http.at(0.5), bare.at(0.5), send.at(0.5)];
  return [
    q,
    sort,
    milliseconds(slow),
    milliseconds(slowBare),
    ratio(slow / slowBare),
    ratio(middle / middleBare),
    milliseconds(middleSend),
    ratio(middle / (middleBare + middleSend)),
  ];
}

/** Returns how much the database does for a page, and the size of the page. */
async function look(q: string, sort: string, cursor: string | undefined) {
  // A cursor is a digest of twelve characters, and what the API stores as JSON.
  const held = cursor && JSON.parse(Buffer.from(cursor.slice(12), 'base64url').toString());
  const statement = await recordSql(database, (db) => page(db, q, sort, held && { value: held[0], id: held[1] }));
  const explained = `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement.sql}`;
  const plan = JSON.stringify((await database.pool.query(explained, [...statement.parameters])).rows);
  const removed = [...plan.matchAll(/"Rows Removed by Filter":(\d+)/g)].map(([, count]) => Number(count));
  const text = await getText(url(q, sort, cursor));
  return { passedOver: removed.reduce((sum, count) => sum + count, 0), kilobytes: Math.round(text.length / 1000) };
}

function url(q: string, sort: string, cursor: string | undefined, more = ''): string {
  return `${base}?limit=50&sort=${sort}&q=${encodeURIComponent(q)}${cursor === undefined ? '' : `&cursor=${cursor}`}&${more}`;
}

function page(db: typeof database.kysely, q: string, text: string, after?: Position): Promise<unknown> {
  const field = findField(trainingJob, text.replace(/^-/, ''));
  if (!field) throw new Error(`no field ${text}`);
  const sort: Sort = { field, descending: text.startsWith('-') };
  const filter = q === '' ? undefined : searchFilter(q, { type: trainingJob, now: Date.now() });
  return listPage(db, { type: trainingJob, filter }, columns, sort, 50, after);
}
