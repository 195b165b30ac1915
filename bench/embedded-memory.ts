// The memory of `sagecat demo`, and of the embedded database alone, newly created and reopened.
// node bench/embedded-memory.ts [--jobs 6000]
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startSagecat } from '../test/support/sagecat-process.ts';
import { printTable, ratio } from './support/table.ts';

const { values } = parseArgs({ options: { jobs: { type: 'string', default: '6000' } } });
const aimMb = 400;
const rows: [what: string, residentMb: number | undefined, peakMb: number][] = [];
const folder = await mkdtemp(join(tmpdir(), 'sagecat-bench-'));
try {
  const program = join(import.meta.dirname, '../test/support/embedded-process.ts');
  for (const what of ['database, made anew', 'database, opened again']) {
    const { stdout } = await promisify(execFile)(process.execPath, [program, join(folder, 'data')]);
    rows.push([what, undefined, Number(stdout) / 1024]);
  }
  await using demo = startSagecat(['demo', '--jobs', values.jobs, '--port', '0'], { cwd: folder });
  await demo.printed(/is served at/);
  // Linux only: the current and the peak resident size.
  const status = await readFile(`/proc/${demo.child.pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  rows.push([`demo of ${values.jobs} jobs`, megabytes('VmRSS'), megabytes('VmHWM')]);
} finally {
  await rm(folder, { recursive: true });
}
printTable(
  ['what', 'resident (MB)', 'peak (MB)', `peak against ${aimMb} MB`],
  rows.map(([what, resident, peak]) => [what, resident?.toFixed(0) ?? '', peak.toFixed(0), ratio(peak / aimMb)]),
);
