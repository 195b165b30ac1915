import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Command } from 'commander';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { commands } from '../../cli/commands.ts';
import { addCrawl } from '../../db/crawl/runs.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { generatedJobs, observationOf } from '../support/generated-jobs.ts';
import { cleanEnvironment } from '../support/sagecat-process.ts';

const bin = join(import.meta.dirname, '../../bin/sagecat.js');

/** A command and all below it. */
const withChildren = (command: Command): Command[] => [command, ...command.commands.flatMap(withChildren)];

function helpOf(command: Command): string {
  let help = '';
  command
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
    })
    .outputHelp();
  return help;
}

/** The lines of a help that call sagecat, without what is said behind them. */
const examplesOf = (command: Command): string[] =>
  [...helpOf(command).matchAll(/^ {2}(?:\$ )?((?:[a-z][^\n]*\| )?sagecat [^\n]*)$/gm)].map(
    ([, line = '']) => line.split(/\s{3,}/)[0] ?? '',
  );

const examples = commands().flatMap((command) => withChildren(command).flatMap(examplesOf));

/** The words of the part of a line that calls sagecat, as a shell splits them. */
function wordsOf(line: string): string[] {
  const call = line.replace(/^.*\| (?=sagecat )/, '').replace(/ \| .*$/, '');
  const script = `sagecat() { for word; do printf '%s\\0' "$word"; done; }; set -f; ${call}`;
  return spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
}

describe('the examples of every help', () => {
  it('are there', () => assert.ok(examples.length > 15, examples.join('\n')));

  for (const line of examples) {
    it(`are commands as they must be written: ${line}`, async () => {
      const [name = '', ...words] = wordsOf(line);
      const command = commands().find((candidate) => candidate.name() === name);
      assert.ok(command, `there is no command ${name}`);
      for (const child of withChildren(command)) {
        child.exitOverride().configureOutput({ writeErr: () => {} });
        if (child.commands.length === 0) child.action(() => {});
      }
      await command.parseAsync(words, { from: 'user' });
    });
  }

  describe('that need no more than a catalog', () => {
    let cwd: string;
    let database: Database;
    before(async () => {
      cwd = await mkdtemp(join(tmpdir(), 'sagecat-help-'));
      const shim = join(cwd, 'sagecat');
      await writeFile(shim, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
      await chmod(shim, 0o755);
      // Held open, so that no command has to start it.
      database = await openDatabase({ dataDir: await placeCatalog(cwd) });
      const [first, ...others] = [...generatedJobs({ jobs: 30, anchor: Date.now() })].map(observationOf);
      assert.ok(first);
      const named = { ...first, row: { ...first.row, training_job_name: 'my-job' } };
      await storeRows(database.kysely, trainingJob, [named, ...others]);
      await addCrawl(database.kysely, { kind: 'full', trigger: 'command', scope: {} });
    });
    after(async () => {
      await database?.[Symbol.asyncDispose]();
      await rm(cwd, { recursive: true });
    });

    for (const line of examples.filter((example) =>
      /^sagecat (?:sql|export|crawls|jobs|failures|views) /.test(`${example} `),
    )) {
      it(`work: ${line}`, () => {
        const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replace(/ \| .*$/, '')], {
          cwd,
          encoding: 'utf8',
          env: { ...cleanEnvironment(cwd), PATH: [cwd, process.env.PATH].join(delimiter) },
        });
        assert.equal(status, 0, stdout + stderr);
        assert.equal(stderr, '');
      });
    }

    it('and a field that does not exist is told with the nearest one', () => {
      const { status, stderr } = spawnSync(
        join(cwd, 'sagecat'),
        ['export', '--format', 'ack-adopt', '--query', 'training_job_statu:Failed'],
        { cwd, encoding: 'utf8', env: cleanEnvironment(cwd) },
      );
      assert.equal(status, 2);
      assert.match(stderr, /^sagecat: .*training_job_statu.*did you mean training_job_status\?/);
    });
  });
});
