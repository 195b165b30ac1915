import { createServer, type Server, type Socket } from 'node:net';
import type { EngineThread } from './engine-thread.ts';
import { bareMessage, queryMessage } from './frontend-messages.ts';
import { type Exchange, Session } from './session.ts';

/** Beyond a session's own limit: for the way there and back. */
const graceMs = 500;
/** Between two attempts to open a database that did not open. */
const retryMs = 2000;
/** Memory of WebAssembly never shrinks: a database that has grown beyond this is opened again, with what it needs. */
const maxEngineBytes = 1024 ** 3;

export interface PgWireServerOptions {
  readonly engine: EngineThread;
  readonly socketPath: string | undefined;
  readonly port: number;
  readonly maxConnections: number;
  /** Why the database does not open: an SQLSTATE, and a sentence. */
  readonly explain: (error: unknown) => Promise<Outage>;
}

interface Outage {
  readonly code: string;
  readonly text: string;
}

/**
 * The server in front of the embedded database, which has one session for all of its clients. A client that takes its turn keeps
 * it until its exchange is complete and its transaction has ended: messages of two clients never mix. A client that announced a
 * `statement_timeout` when it connected is cut off when its turn lasts longer, if need be by ending the database's thread and
 * opening the database again; all others only notice that they waited. A database that cannot be opened again, as on a full disk, is told
 * to every client at once, and tried again for the next one.
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
  /** Why the database is not open. */
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

  /** Ends whatever runs and opens the database again. The client whose turn it is loses its connection. */
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

  /** Gives the database to whoever is to have it now. */
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
      if (this.#holder === session && exchange.isWhole && session.isIdle) {
        this.#end(session);
        if (bytes > maxEngineBytes) await this.#reopen();
      }
    } catch (error) {
      // A session that was cut off is dealt with there; otherwise the database broke down under the statement.
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

  /** Undoes what a client left behind that went away in its turn. */
  async #rollBack(): Promise<void> {
    const session = this.#holder;
    if (!session) return;
    await this.#run(session, { messages: [bareMessage('S'), queryMessage('ROLLBACK')], isWhole: true });
  }

  /** Takes the database away from a client. */
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
      // Closing ends a database that is only just opening.
      if (!this.#isClosing) this.#outage = await this.#explain(error);
    }
  }

  /** Opens the database again where what kept it from that may be over; else tells all clients. */
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
