import { base } from './base.ts';

/** Answers on their way to requests that the page will make as soon as its code is there, by their URL. */
const asked = new Map<string, Promise<Response>>();

/** Sends a request now whose answer the first equal request of the client takes. */
export function askAhead(path: string, parameters: Readonly<Record<string, string>> = {}): Promise<Response> {
  const url = new URL(path, base);
  url.search = String(new URLSearchParams(parameters));
  const answer = fetch(url);
  // Who takes it learns that it failed.
  answer.catch(() => {});
  asked.set(nameOf(url), answer);
  return answer;
}

/** Returns the answer to an equal request that was sent ahead, once; undefined where there is none. */
export function takeAnswer({ method, url }: Request): Promise<Response> | undefined {
  if (method !== 'GET' || asked.size === 0) return undefined;
  const name = nameOf(new URL(url));
  const answer = asked.get(name);
  asked.delete(name);
  return answer;
}

/** The URL, whatever order its parameters have and however they are escaped. */
function nameOf(url: URL): string {
  const parameters = new URLSearchParams(url.search);
  parameters.sort();
  return `${url.pathname}?${parameters}`;
}
