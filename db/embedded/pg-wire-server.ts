import { createServer, type Server, type Socket } from 'node:net';
import type { EngineThread } from './engine-thread.ts';
import { bareMessage, queryMessage } from './frontend-messages.ts';
import { type Exchange, Session } from './session.ts';

/** Added to a session's own limit, for the transfer. */
const graceMs = 500;
/** Milliseconds between two attempts to open the database. */
const retryMs = 2000;
/** WebAssembly memory never shrinks: a database with more than this is reopened. */
const maxEngineBytes = 1024 ** 3;

export interface PgWireServerOptions {
  readonly engine: EngineThread;
  readonly socketPath: string | undefined;
  readonly port: number;
  readonly maxConnections: number;
  /** The reason why the database does not open: an SQLSTATE and a sentence. */
  readonly explain: (error: unknown) => Promise<Outage>;
}

interface Outage {
  readonly code: string;
  readonly text: string;
}

/**
 * The server in front of the embedded database, which has one session for all clients. A client keeps its turn until its exchange is complete
 * and its transaction has ended, so messages of two clients never mix. A client that connected with a `statement_timeout` is disconnected when
 * its turn lasts longer, if necessary by ending the database's thread and reopening the database; the others only wait. If the database cannot
 * be reopened, e.g. on a full disk, every client gets the reason, and the next one tries again.
 */
export class PgWireServer implements AsyncDisposable {
  readonly #engine: EngineThread;
  readonly #sessions = new Set<Session>();
  readonly #server: Server;
  #waiting: Session[] = [];
  #holder: Session | undefined;
  #isBusy = false;
  #isClosing = false;
  #watch: NodeJS.Timeout | undefined;
  readonly #explain: PgWireServerOptions['explain'];
  /** The reason why the database is not open. */
  #outage: Outage | undefined;
  #triedAt = 0;

  private constructor({ engine, maxConnections, explain }: PgWireServerOptions) {
    this.#engine = engine;
    this.#explain = explain;
    this.#server = createServer((socket) => this.#accept(socket));
    this.#server.maxConnections = maxConnections;
  }

  static async listen(options: PgWireServerOptions): Promise<PgWireServer> {
    const server = new PgWireServer(options);
    const { socketPath, port } = options;
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject);
      if (socketPath === undefined) server.#server.listen(port, '127.0.0.1', resolve);
      else server.#server.listen(socketPath, resolve);
    });
    return server;
  }

  /** Ends the running statement and reopens the database. The client of that statement loses its connection. */
  async restart(): Promise<void> {
    if (this.#holder) return this.#cut(this.#holder, '57P01', 'the embedded database was restarted');
    if (this.#isBusy) return;
    this.#isBusy = true;
    await this.#reopen();
    this.#isBusy = false;
    this.#next();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#watch);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const session of this.#sessions) session.close();
    await closed;
    if (this.#isBusy) await this.#engine.kill();
    else await this.#engine.stop();
  }

  #accept(socket: Socket): void {
    const session = new Session(socket, {
      onExchange: () => {
        if (session !== this.#holder && !this.#waiting.includes(session)) this.#waiting.push(session);
        this.#next();
      },
      onClose: () => {
        this.#sessions.delete(session);
        this.#waiting = this.#waiting.filter((other) => other !== session);
        if (session === this.#holder) this.#next();
      },
    });
    this.#sessions.add(session);
  }

  /** Starts the turn of the next client. */
  #next(): void {
    if (this.#isBusy || this.#isClosing) return;
    if (this.#holder?.isClosed) {
      void this.#rollBack();
      return;
    }
    if (this.#outage && this.#waiting.length > 0) {
      void this.#recover();
      return;
    }
    const session = this.#holder ?? this.#firstWaiting();
    const exchange = session?.takeExchange();
    if (!session || !exchange) return;
    if (session !== this.#holder) this.#begin(session);
    void this.#run(session, exchange);
  }

  #firstWaiting(): Session | undefined {
    while (this.#waiting.length > 0) {
      const session = this.#waiting.shift();
      if (session?.hasExchange) return session;
    }
    return undefined;
  }

  #begin(session: Session): void {
    this.#holder = session;
    if (session.limitMs === undefined) return;
    const text = 'canceling statement due to statement timeout';
    this.#watch = setTimeout(() => void this.#cut(session, '57014', text), session.limitMs + graceMs);
  }

  #end(session: Session): void {
    clearTimeout(this.#watch);
    this.#holder = undefined;
    if (session.hasExchange) this.#waiting.push(session);
  }

  async #run(session: Session, exchange: Exchange): Promise<void> {
    this.#isBusy = true;
    try {
      const bytes = await this.#engine.run(exchange.messages, (data) => session.send(data));
      // Its turn was ended meanwhile, and who ended it is reopening the database.
      if (this.#holder !== session) return;
      if (exchange.isWhole && session.isIdle) {
        this.#end(session);
        if (bytes > maxEngineBytes) await this.#reopen();
      }
    } catch (error) {
      // A disconnected session is handled there; otherwise the statement crashed the database.
      if (this.#holder !== session || this.#isClosing) return;
      this.#end(session);
      await this.#reopen();
      const reason = error instanceof Error ? error.message : String(error);
      const { code, text } = this.#outage ?? { code: '58000', text: `the embedded database ended: ${reason}` };
      session.fail(code, text);
    }
    this.#isBusy = false;
    this.#next();
  }

  /** Rolls back the transaction of a client that disconnected during its turn. */
  async #rollBack(): Promise<void> {
    const session = this.#holder;
    if (!session) return;
    await this.#run(session, { messages: [bareMessage('S'), queryMessage('ROLLBACK')], isWhole: true });
  }

  /** Ends a client's turn. */
  async #cut(session: Session, code: string, text: string): Promise<void> {
    if (session !== this.#holder) return;
    session.fail(code, text);
    if (!this.#isBusy) return this.#next();
    this.#end(session);
    await this.#reopen();
    this.#isBusy = false;
    this.#next();
  }

  async #reopen(): Promise<void> {
    await this.#engine.kill();
    if (this.#isClosing) return;
    this.#triedAt = Date.now();
    try {
      await this.#engine.start();
      this.#outage = undefined;
    } catch (error) {
      // Closing ends a database that is still opening.
      if (!this.#isClosing) this.#outage = await this.#explain(error);
    }
  }

  /** Reopens the database if enough time has passed since the last attempt; otherwise disconnects all clients with the reason. */
  async #recover(): Promise<void> {
    this.#isBusy = true;
    if (Date.now() - this.#triedAt > retryMs) await this.#reopen();
    this.#isBusy = false;
    const outage = this.#outage;
    if (outage) {
      this.#waiting = [];
      for (const session of this.#sessions) session.fail(outage.code, outage.text);
    }
    this.#next();
  }
}
