import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

/** Protocol messages to run in order, or a request to end. */
export type EngineRequest = readonly Uint8Array[] | 'stop';
/** Bytes of the response; that the database is open; that the work is done, with the database's memory in bytes. */
export type EngineReply = Uint8Array | 'ready' | number;

/** The database's thread ended during a request: it was stopped, or PostgreSQL crashed. */
export class EngineEndedError extends Error {
  override readonly name = 'EngineEndedError';
}

/** The same module is TypeScript in a checkout and JavaScript in the package. */
const moduleUrl = (name: string): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** The thread of the database. It handles one request at a time. */
export class EngineThread {
  readonly #dataDir: string;
  #thread: Worker | undefined;
  #onData: (data: Uint8Array) => void = () => {};

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /**
   * Opens the database; one that was killed recovers from its log first. A new one is created in a separate process, which then frees its
   * memory.
   */
  async start(): Promise<void> {
    if (!existsSync(join(this.#dataDir, 'PG_VERSION'))) {
      await promisify(execFile)(process.execPath, [
        '--liftoff-only',
        fileURLToPath(moduleUrl('new-cluster')),
        this.#dataDir,
      ]);
    }
    this.#thread = new Worker(moduleUrl('engine'), { workerData: { dataDir: this.#dataDir } });
    // Errors reach the pending request; without this listener they would also end the process.
    this.#thread.on('error', () => {});
    const thread = this.#thread;
    thread.once('exit', () => {
      if (this.#thread === thread) this.#thread = undefined;
    });
    await this.#until('string');
  }

  /**
   * Runs messages and passes on the bytes of the response as they arrive. Returns the database's memory in bytes.
   * Throws EngineEndedError.
   */
  async run(messages: readonly Uint8Array[], onData: (data: Uint8Array) => void): Promise<number> {
    this.#onData = onData;
    const done = this.#until('number');
    // Copies, since a message is a part of a larger buffer, which would be cloned as a whole.
    const copies = messages.map((message) => new Uint8Array(message));
    this.#thread?.postMessage(
      copies,
      copies.map(({ buffer }) => buffer),
    );
    return Number(await done);
  }

  /** Ends the thread at once. Commits are safe in the write-ahead log. */
  async kill(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = undefined;
  }

  /** Closes the database properly. */
  async stop(): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    const ended = new Promise((resolve) => thread.once('exit', resolve));
    thread.postMessage('stop');
    await ended;
    this.#thread = undefined;
  }

  #until(kind: 'string' | 'number'): Promise<EngineReply> {
    const thread = this.#thread;
    if (!thread) return Promise.reject(new EngineEndedError('the embedded database is not running'));
    return new Promise((resolve, reject) => {
      const onMessage = (reply: EngineReply) => {
        if (typeof reply === 'object') this.#onData(reply);
        else if (typeof reply === kind) settle(() => resolve(reply));
      };
      const onError = (error: Error) => settle(() => reject(new EngineEndedError(error.message, { cause: error })));
      const onExit = () => settle(() => reject(new EngineEndedError('the embedded database ended')));
      const settle = (then: () => void) => {
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        then();
      };
      thread.on('message', onMessage).once('error', onError).once('exit', onExit);
    });
  }
}
