import { onlineManager } from '@tanstack/react-query';
import { base } from './base.ts';

/** Milliseconds until an API that did not answer is asked again. */
const pause = 1500;

/** What a proxy answers in place of an API that does not. */
const ofProxies: ReadonlySet<number> = new Set([502, 504]);

/** Returns the answer to a request. Where there is none, all queries wait until the API answers again, and then go on by themselves. */
export async function watched(asked: Promise<Response>): Promise<Response> {
  try {
    const answer = await asked;
    if (ofProxies.has(answer.status)) lost();
    return answer;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) lost();
    throw error;
  }
}

function lost(): void {
  if (!onlineManager.isOnline()) return;
  onlineManager.setOnline(false);
  setTimeout(askAgain, pause);
}

async function askAgain(): Promise<void> {
  const answers = await fetch(new URL('v1/session', base)).then(
    ({ status }) => !ofProxies.has(status),
    () => false,
  );
  if (answers) onlineManager.setOnline(true);
  else setTimeout(askAgain, pause);
}
