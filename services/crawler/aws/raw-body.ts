import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { parseJson } from '../../../catalog/exact-json.ts';

/** A successful answer whose body is no JSON: it was cut short on its way, and is worth asking for again. */
export class BrokenAnswerError extends Error {
  override readonly name = 'BrokenAnswerError';
}

const rawBody = Symbol('raw body');

interface Answer {
  statusCode: number;
  /** Of undici, or what stands in for it once it is read. */
  body: { text(): Promise<string> } | Uint8Array;
  [rawBody]?: string;
}

/**
 * Makes every successful call of the client answer `{ body }`: the members as the wire has them, parsed without loss. The SDK
 * still signs, sends, and reads errors; only its reading of answers is set aside, because it rounds 64-bit integers and gives up
 * a whole answer over one malformed timestamp. See docs/decisions/raw-responses.md.
 */
export function answerWithRawBody(client: SageMakerClient): void {
  // Writes to a logger that nobody has set, but walks every input and output for it first.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      // The SDK's handlers answer an HttpResponse here; its middleware types say unknown.
      const answer = result.response as Answer;
      if (answer.statusCode < 300 && 'text' in answer.body) {
        answer[rawBody] = await answer.body.text();
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

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new BrokenAnswerError(`the answer is no JSON (${text.length} characters)`, { cause });
  }
}
