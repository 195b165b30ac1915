import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { parseJson } from '../../../catalog/exact-json.ts';

/** A successful response whose body is not JSON: it was truncated on its way, and is worth a retry. */
export class BrokenResponseError extends Error {
  override readonly name = 'BrokenResponseError';
}

const rawBody = Symbol('raw body');

interface RawResponse {
  statusCode: number;
  /** Undici's body, or its replacement once it has been read. */
  body: { text(): Promise<string> } | Uint8Array;
  [rawBody]?: string;
}

/**
 * Makes every successful call of the client return `{ body }`: the members as they are on the wire, parsed without loss. The SDK still signs,
 * sends, and parses errors; its parsing of responses is skipped, because it rounds 64-bit integers and rejects a whole response for one
 * malformed timestamp. See docs/decisions/raw-responses.md.
 */
export function returnRawBody(client: SageMakerClient): void {
  // It writes to a logger that is not set, but first walks every input and output.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      // The SDK's handlers return an HttpResponse here; its middleware types say unknown.
      const response = result.response as RawResponse;
      if (response.statusCode < 300 && 'text' in response.body) {
        response[rawBody] = await response.body.text();
        response.body = emptyObject;
      }
      return result;
    },
    // Within the step, low is closest to the wire: before the SDK reads the body.
    { step: 'deserialize', priority: 'low', name: 'keepRawBody' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const text = (result.response as RawResponse)[rawBody] ?? '';
      // One more member than the SDK's own output types have.
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
    throw new BrokenResponseError(`the response is no JSON (${text.length} characters)`, { cause });
  }
}
