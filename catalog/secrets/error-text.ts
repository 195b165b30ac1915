import { createMasker } from './mask.ts';

const masker = createMasker();

/**
 * Returns an error's message for logs, summaries and tables: without secrets, and without the values that PostgreSQL quotes if a value
 * is invalid (SQLSTATE class 22, https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
export const errorText = (error: unknown): string =>
  masker.text(error instanceof Error ? withoutValues(error) : String(error));

/** Returns the same for the stack of an error and its causes. */
export function errorStack(error: Error, stack: string): string {
  let text = stack;
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one.message !== '') text = text.replaceAll(one.message, () => withoutValues(one as Error));
  }
  return masker.text(text);
}

function withoutValues(error: Error): string {
  const isValueError = 'severity' in error && 'code' in error && String(error.code).startsWith('22');
  // From the first quote to the last, since the value itself may contain quotes.
  return isValueError ? error.message.replace(/".*"/s, '"…"') : error.message;
}

/** Returns the problem of a CSV text by the code and line of csv-parse's error, whose message quotes the text; undefined for other errors. */
export function csvErrorText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('lines' in error)) return undefined;
  return `${String(error.code).toLowerCase().replaceAll('_', ' ')} at line ${error.lines}`;
}
