import { stringifyJson } from '../../catalog/exact-json.ts';
import type { ApiError } from './api-error.ts';

/** An HTTP response, ready to be written. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const CONTENT_TYPE = 'application/x-amz-json-1.1';

/** Returns the operation of an AWS JSON 1.1 request: X-Amz-Target is `Prefix.Operation`. */
export function targetOperation(target: string | undefined): string {
  return target?.slice(target.indexOf('.') + 1) ?? '';
}

/** Returns a response with `body` as JSON, unless it is text already. */
export function jsonReply(body: unknown): Reply {
  return { status: 200, contentType: CONTENT_TYPE, body: typeof body === 'string' ? body : stringifyJson(body) };
}

export function jsonError(error: ApiError): Reply {
  return {
    status: error.status,
    contentType: CONTENT_TYPE,
    body: JSON.stringify({ __type: error.code, message: error.message }),
  };
}
