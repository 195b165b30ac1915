import type { Socket } from 'node:net';
import { errorMessage, type FrontendMessage, startupParameters, takeMessages } from './frontend-messages.ts';

/** Messages of one client that run in one turn. */
export interface Exchange {
  readonly messages: readonly Uint8Array[];
  /** Whether the response ends with ReadyForQuery; not after a Flush, after which the client continues. */
  readonly isWhole: boolean;
}

interface SessionEvents {
  readonly onExchange: () => void;
  readonly onClose: () => void;
}

const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5]);
const idle = 'I'.charCodeAt(0);
/** Messages after which the client waits for a response, and those after which it waits for ReadyForQuery. */
const ends = new Set(['startup', 'Q', 'S', 'F', 'H', 'c', 'f']);
const wholeEnds = new Set(['startup', 'Q', 'S', 'F']);

/** A client of the embedded database. */
export class Session {
  readonly #socket: Socket;
  readonly #events: SessionEvents;
  #received: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #pending: Uint8Array[] = [];
  #exchanges: Exchange[] = [];
  #tail: Buffer = Buffer.alloc(0);
  #isClosed = false;
  /** The time limit of a turn, in milliseconds: the `statement_timeout` of the connection. */
  limitMs: number | undefined;

  constructor(socket: Socket, events: SessionEvents) {
    this.#socket = socket;
    this.#events = events;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#read(data));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.#isClosed = true;
      events.onClose();
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get hasExchange(): boolean {
    return this.#exchanges.length > 0 && !this.#isClosed;
  }

  /** Whether the last response ended with ReadyForQuery outside a transaction; true if the client has disconnected. */
  get isIdle(): boolean {
    return this.#tail.length === 6 && this.#tail.subarray(0, 5).equals(readyForQuery) && this.#tail[5] === idle;
  }

  takeExchange(): Exchange | undefined {
    return this.#exchanges.shift();
  }

  send(data: Uint8Array): void {
    this.#tail = Buffer.concat([this.#tail, data.subarray(-6)]).subarray(-6);
    if (!this.#isClosed) this.#socket.write(data);
  }

  /** Sends the reason to the client and disconnects it. */
  fail(code: string, text: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket.end(errorMessage(code, text));
  }

  close(): void {
    this.#isClosed = true;
    this.#socket.destroy();
  }

  #read(data: Buffer): void {
    this.#received = this.#received.length === 0 ? data : Buffer.concat([this.#received, data]);
    try {
      const { messages, rest, isOpen } = takeMessages(this.#received, this.#isOpen);
      this.#received = rest;
      this.#isOpen = isOpen;
      for (const message of messages) this.#take(message);
    } catch {
      this.fail('08P01', 'not a message of PostgreSQL’s protocol');
    }
  }

  #take({ type, bytes }: FrontendMessage): void {
    if (type === 'encryption') this.#socket.write('N');
    // All clients share one session, so a request cannot be cancelled: a time limit ends a statement.
    else if (type === 'cancel' || type === 'X') this.#socket.end();
    else {
      if (type === 'startup') this.limitMs = readLimit(startupParameters(bytes));
      this.#pending.push(bytes);
      if (!ends.has(type)) return;
      this.#exchanges.push({ messages: this.#pending, isWhole: wholeEnds.has(type) });
      this.#pending = [];
      this.#events.onExchange();
    }
  }
}

/** Returns `statement_timeout` in milliseconds; undefined if there is none. */
function readLimit(parameters: ReadonlyMap<string, string>): number | undefined {
  const limit = Number(parameters.get('statement_timeout'));
  return Number.isInteger(limit) && limit > 0 ? limit : undefined;
}
