import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { SimulatedAccount, SimulatorOptions } from '../../services/simulator/simulator.ts';

export interface SimulatorStats {
  /** Keyed by `account/region/operation`. */
  readonly calls: Readonly<Record<string, { readonly calls: number; readonly throttled: number }>>;
  readonly jobsDescribedTwice: number;
}

export interface SimulatorProcess extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  readonly accounts: readonly SimulatedAccount[];
  readonly regions: readonly string[];
  stats(): Promise<SimulatorStats>;
  /** Adds completed jobs to the first account and region, created a minute or two ago. */
  addJobs(count: number): Promise<void>;
}

/** Starts the simulator in another process, and points this process's SDK at it. */
export async function startSimulatorProcess(options: SimulatorOptions): Promise<SimulatorProcess> {
  const child = fork(new URL('./simulator-child.ts', import.meta.url), { stdio: 'inherit' });
  child.send(options);
  const [started] = (await once(child, 'message')) as [Pick<SimulatorProcess, 'env' | 'accounts' | 'regions'>];
  Object.assign(process.env, started.env);
  return {
    ...started,
    async stats() {
      child.send('stats');
      const [stats] = (await once(child, 'message')) as [SimulatorStats];
      return stats;
    },
    async addJobs(count) {
      child.send({ add: count });
      await once(child, 'message');
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
