import { pino } from 'pino';

/** What is logged of an error. Errors of drivers and of the AWS SDK carry connections and whole answers with them, keys among it. */
export const loggedError = (error: unknown) =>
  error instanceof Error
    ? {
        type: error.name,
        message: error.message,
        code: 'code' in error ? String(error.code) : undefined,
        stack: pino.stdSerializers.err(error).stack,
      }
    : { message: String(error) };
