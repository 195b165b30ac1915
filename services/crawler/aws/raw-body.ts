import type { Readable } from 'node:stream';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { parseJson } from '../../../catalog/exact-json.ts';

/** A successful answer whose body is no JSON: it was cut short on its way, and is worth asking for again. */
export class BrokenAnswerError extends Error {
  override readonly name = 'BrokenAnswerError';
}

const rawBody = Symbol('raw body');

interface Answer {
  statusCode: number;
  body: unknown;
  [rawBody]?: string;
}

/**
 * Makes every successful call of the client answer `{ body }`: the members as the wire has them, parsed without loss. The SDK
 * still signs, sends, and reads errors; only its reading of answers is set aside, because it rounds 64-bit integers and gives up
 * a whole answer over one malformed timestamp. See docs/decisions/raw-answers.md.
 */
export function answerWithRawBody(client: SageMakerClient): void {
  // Writes to a logger that nobody has set, but walks every input and output for it first.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      // The SDK's handlers answer an HttpResponse here; its middleware types say unknown.
      const answer = result.response as Answer;
      if (answer.statusCode < 300) {
        answer[rawBody] = await readText(answer.body);
        answer.body = emptyObject;
      }
      return result;
    },
    // Within the step, low is next to the wire: before the SDK reads the body.
    { step: 'deserialize', priority: 'low', name: 'keepRawBody' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const text = (result.response as Answer)[rawBody] ?? '';
      // One member more than the SDK's own output types have; the caller knows that it is there.
      if (result.output) Object.assign(result.output, { body: parse(text) });
      return result;
    },
    { step: 'deserialize', priority: 'high', name: 'answerRawBody' },
  );
}

const emptyObject = Buffer.from('{}');

/** By events, not by iteration: the latter costs a promise for every chunk of every answer. */
function readText(body: unknown): Promise<string> {
  // What the SDK's handler for Node answers.
  const stream = body as Readable;
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    stream.on('error', reject);
    // After the end this rejects what is resolved already: nothing.
    stream.on('close', () => reject(new BrokenAnswerError('the connection ended in the middle of the answer')));
    stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new BrokenAnswerError(`the answer is no JSON (${text.length} characters)`, { cause });
  }
}
