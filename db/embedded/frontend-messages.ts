// The messages of PostgreSQL clients (protocol 3: https://www.postgresql.org/docs/current/protocol-message-formats.html).

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;
/** A greater length is not a message. */
const maxMessageLength = 1 << 30;

/** A message of a client. `type` is its letter, or the kind of startup packet. */
export interface FrontendMessage {
  readonly type: 'startup' | 'encryption' | 'cancel' | string;
  readonly bytes: Buffer;
}

/** The bytes are not PostgreSQL's protocol. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** Takes the complete messages from the received bytes. `isOpen`: whether the connection has sent its startup message. */
export function takeMessages(
  received: Buffer,
  isOpen: boolean,
): { messages: FrontendMessage[]; rest: Buffer; isOpen: boolean } {
  const messages: FrontendMessage[] = [];
  let rest = received;
  let open = isOpen;
  for (;;) {
    const header = open ? 5 : 8;
    if (rest.length < header) break;
    const length = open ? rest.readInt32BE(1) + 1 : rest.readInt32BE(0);
    if (length < header || length > maxMessageLength) throw new ProtocolError('not a message of PostgreSQL’s protocol');
    if (rest.length < length) break;
    const bytes = rest.subarray(0, length);
    const type = open ? String.fromCharCode(bytes[0] ?? 0) : firstType(bytes.readInt32BE(4));
    messages.push({ type, bytes });
    rest = rest.subarray(length);
    if (type === 'startup') open = true;
  }
  return { messages, rest, isOpen: open };
}

const firstType = (code: number): string =>
  code === sslRequest || code === gssRequest ? 'encryption' : code === cancelRequest ? 'cancel' : 'startup';

/** Returns the parameters of a startup message: user, database and settings such as `statement_timeout`. */
export function startupParameters(startup: Buffer): Map<string, string> {
  const texts = startup.toString('utf8', 8).split('\0');
  const parameters = new Map<string, string>();
  for (let index = 0; index + 1 < texts.length && texts[index] !== ''; index += 2) {
    parameters.set(texts[index] ?? '', texts[index + 1] ?? '');
  }
  return parameters;
}

/** Returns a message without a body, e.g. Sync. */
export const bareMessage = (type: string): Buffer => Buffer.from([type.charCodeAt(0), 0, 0, 0, 4]);

/** Returns a simple query. */
export function queryMessage(text: string): Buffer {
  const body = Buffer.from(`${text}\0`, 'utf8');
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Returns an error message as the server sends it: SQLSTATE and text. */
export function errorMessage(code: string, text: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`, 'utf8');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
