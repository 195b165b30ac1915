#!/usr/bin/env node
// Starts sagecat on a Node.js that can run it. Plain JavaScript that every Node.js reads, so that an old one gets a sentence
// instead of a syntax error.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { constants, homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const oldest = [22, 18];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
  // Compiled modules are kept for the next command, in a folder that only this user writes. Where it cannot be written they are not.
  module.enableCompileCache?.(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sagecat', 'modules'));
  // A checkout runs its TypeScript; the package, under whose folder Node.js strips no types, the JavaScript built from it.
  const source = join(root, 'cli', 'main.ts');
  const entry = existsSync(source) ? source : join(root, 'dist', 'cli', 'main.js');
  const { main } = await import(pathToFileURL(entry).href);
  await main(process.argv.slice(2));
} else {
  // A checkout has a newer Node.js of its own, from the dev dependency `node`.
  const own = join(root, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(own)) {
    // A terminal sends Ctrl-C to both processes. So that the command does not take it for two, it hears of what was sent to this one
    // by the channel, and counts; and when the channel closes, it knows that its launcher is gone, and ends too.
    const child = spawn(own, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.connected && child.send({ signal }, () => {}));
    }
    child.on('exit', (code, signal) => {
      process.exitCode = signal === null ? code : 128 + constants.signals[signal];
    });
  } else {
    console.error(`sagecat needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
    process.exitCode = 1;
  }
}
