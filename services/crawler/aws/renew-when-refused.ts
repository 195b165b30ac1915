import type { Pluggable } from '@smithy/types';
import type { AccountCredentials } from './credentials.ts';
import { failureKind } from './failure.ts';

/**
 * A middleware plugin for an SDK client whose credentials are refused as expired or unknown: it reads them from their source again, and
 * retries the call once if they differ.
 */
export const renewWhenRefused = <Input extends object, Output extends object>(
  credentials: AccountCredentials,
): Pluggable<Input, Output> => ({
  applyToStack(stack) {
    stack.add(
      (next) => async (args) => {
        const sentAt = Date.now();
        try {
          return await next(args);
        } catch (error) {
          const kind = failureKind(error);
          if ((kind !== 'expired' && kind !== 'rejected') || !(await credentials.renew(sentAt, kind))) throw error;
          return next(args);
        }
      },
      { step: 'initialize', name: 'renewWhenRefused' },
    );
  },
});
