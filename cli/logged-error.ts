import { pino } from 'pino';
import { errorStack, errorText } from '../catalog/secrets/error-text.ts';

/**
 * What is logged of an error: no secrets and no values that did not fit. Errors of drivers and of the AWS SDK carry connections and
 * whole answers with them, keys among it.
 */
export const loggedError = (error: unknown) =>
  error instanceof Error
    ? {
        type: error.name,
        message: errorText(error),
        code: 'code' in error ? String(error.code) : undefined,
        stack: errorStack(error, pino.stdSerializers.err(error).stack),
      }
    : { message: errorText(error) };
