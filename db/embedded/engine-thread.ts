import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

/** Messages of the protocol to run one after the other, or the wish to end. */
export type EngineRequest = readonly Uint8Array[] | 'stop';
/** Bytes of the answer; that the database is open; that the work is done, and how many bytes of memory the database now has. */
export type EngineReply = Uint8Array | 'ready' | number;

/** The database's thread ended while it was asked something: it was stopped, or PostgreSQL broke down. */
export class EngineEndedError extends Error {
  override readonly name = 'EngineEndedError';
}

/** The same module is TypeScript in a checkout and JavaScript in the package. */
const moduleUrl = (name: string): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** The thread that the database runs in, seen from the front. It does one thing at a time. */
export class EngineThread {
  readonly #dataDir: string;
  #thread: Worker | undefined;
  #onData: (data: Uint8Array) => void = () => {};

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /**
   * Opens the database; one that was killed recovers from its log first. A new one is made in a process of its own, which gives its
   * memory back.
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
    // What goes wrong is told to whoever waits for an answer; without this it would also end the process.
    this.#thread.on('error', () => {});
    const thread = this.#thread;
    thread.once('exit', () => {
      if (this.#thread === thread) this.#thread = undefined;
    });
    await this.#until('string');
  }

  /**
   * Runs messages and hands over the bytes of the answer as they come. Returns how many bytes of memory the database has then.
   * Throws EngineEndedError.
   */
  async run(messages: readonly Uint8Array[], onData: (data: Uint8Array) => void): Promise<number> {
    this.#onData = onData;
    const done = this.#until('number');
    // Copies that can be handed over: a message is a part of a larger buffer, all of which would be cloned otherwise.
    const copies = messages.map((message) => new Uint8Array(message));
    this.#thread?.postMessage(
      copies,
      copies.map(({ buffer }) => buffer),
    );
    return Number(await done);
  }

  /** Ends whatever runs, at once. Commits are safe in the log. */
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
