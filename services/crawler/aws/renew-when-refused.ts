import type { Pluggable } from '@smithy/types';
import type { AccountCredentials } from './credentials.ts';
import { failureKind } from './failure.ts';

/**
 * A plugin for the middleware of an SDK client, which goes on when its credentials are refused as expired or unknown: they are read from
 * their source again, and the call is made once more if there are others.
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
