import createClient from 'openapi-fetch';
import { parseJson } from '../../../catalog/exact-json.ts';
import { takeAnswer } from './ask-ahead.ts';
import { base } from './base.ts';
import { watched } from './connection.ts';
import type { components, paths } from './schema.d.ts';

export const client = createClient<paths>({ baseUrl: base.href.replace(/\/$/, ''), fetch: exactFetch });

/** Like fetch, but integers beyond 2^53 of JSON answers come as bigints. */
async function exactFetch(request: Request): Promise<Response> {
  const response = await watched(takeAnswer(request) ?? fetch(request));
  if (!response.ok || !/json/.test(response.headers.get('content-type') ?? '')) return response;
  const text = await response.text();
  // The client calls json() of an answer whose length is known.
  const headers = new Headers(response.headers);
  headers.set('content-length', String(text.length));
  const exact = new Response(text, { status: response.status, headers });
  exact.json = async () => parseJson(text);
  return exact;
}

type Problem = components['schemas']['problem'];

/** An answer of the API that is a problem (RFC 9457), or none at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** 0 where there was no answer. */
  readonly status: number;
  readonly requestId: string | undefined;
  /** Where in the search query or statement, counted in characters from 0. */
  readonly offset: number | undefined;
  readonly didYouMean: string | undefined;
  /** Name of the parameter that is wrong. */
  readonly parameter: string | undefined;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `the API answered with status ${status}`);
    this.status = status;
    this.requestId = problem.request_id;
    this.offset = problem.offset;
    this.didYouMean = problem.did_you_mean;
    this.parameter = typeof problem.parameter === 'string' ? problem.parameter : undefined;
  }
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** Returns what the API answered; throws an ApiError where that is a problem. */
export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, { detail: 'sagecat does not answer. Is it running, and can this browser reach it?' });
  });
  if (response.ok) return data as T;
  throw new ApiError(response.status, typeof error === 'object' && error !== null ? error : {});
}

/** Returns the address of a path of the API, for links and downloads. */
export function apiUrl(path: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
