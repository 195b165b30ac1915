import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/sagecat.js');
/** Every command that tests start reads the same compiled modules, whatever folder it runs in. */
const compileCache = join(root, 'node_modules/.cache/sagecat/modules');

/** The environment of a command, without the settings of the user who runs the tests. The folder is its home. */
export const cleanEnvironment = (cwd: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: cwd,
  NODE_COMPILE_CACHE: compileCache,
});

/** A sagecat command in a separate process. */
export interface SagecatProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves with the match once standard output contains it; rejects if the process ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code; 128 plus the signal's number if a signal killed it. */
  ended(): Promise<number>;
}

interface SpawnOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Runs this executable instead of the checkout's command. */
  readonly command?: string;
  /** Runs this module instead of the checkout's command. */
  readonly module?: string;
}

/** Starts `sagecat` with a clean environment: no configuration, no AWS settings and no database of the user who runs the tests. */
export function startSagecat(
  args: readonly string[],
  { cwd, env = {}, command, module = bin }: SpawnOptions,
): SagecatProcess {
  const [file, ...first] = command === undefined ? [process.execPath, module] : [command];
  const child = spawn(file ?? '', [...first, ...args], { cwd, env: { ...cleanEnvironment(cwd), ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exit = once(child, 'close').then(([code, signal]) =>
    signal === null ? Number(code) : signal === 'SIGINT' ? 130 : 137,
  );
  return {
    child,
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    async printed(pattern) {
      for (;;) {
        const match = pattern.exec(stdout);
        if (match) return match;
        const more = once(child.stdout, 'data').then(() => true);
        if (!(await Promise.race([more, exit.then(() => false)])) && !pattern.test(stdout)) {
          throw new Error(`sagecat ${args.join(' ')} ended without printing ${pattern}:\n${stdout}\n${stderr}`);
        }
      }
    },
    ended: () => exit,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
