import { errorText } from '../../../catalog/secrets/error-text.ts';
import type { Answer } from './channel.ts';

/** Returns the response of an AWS service, or the error. */
export async function awsAnswer(
  call: (abortSignal: AbortSignal) => Promise<{ isDelivered: boolean; text: string }>,
  timeoutMs: number,
): Promise<Answer> {
  try {
    return { status: 200, ...(await call(AbortSignal.timeout(timeoutMs))) };
  } catch (error) {
    return { isDelivered: false, status: statusOf(error), text: errorText(error).slice(0, 500) };
  }
}

const statusOf = (error: unknown): number | null =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? null;
