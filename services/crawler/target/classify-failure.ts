import { errorText } from '../../../catalog/secrets/error-text.ts';
import type { TargetStatus } from '../../../db/crawl/schema.ts';
import { CallError } from '../aws/call-error.ts';

export interface Failure {
  readonly status: TargetStatus;
  readonly reason: string;
  /** Whether a retry may succeed a little later. */
  readonly isTransient: boolean;
}

/** Classifies an error that ended the crawl of a target; `isBegun`: whether anything was read before. */
export function classifyFailure(error: unknown, isBegun: boolean): Failure {
  const message = errorText(error);
  if (!(error instanceof CallError)) {
    return {
      status: 'partial',
      reason: error instanceof Error ? `${error.name}: ${message}` : message,
      isTransient: true,
    };
  }
  const isTransient = ['throttle', 'transient', 'expired'].includes(error.kind);
  if (isBegun) return { status: 'partial', reason: message, isTransient };
  switch (error.kind) {
    case 'denied':
    case 'expired':
      return { status: 'denied', reason: message, isTransient: false };
    case 'unsupported':
      // proveUnsupported decides whether the region is disabled or the failure transient.
      return { status: 'unsupported', reason: message, isTransient: false };
    default:
      return { status: 'partial', reason: message, isTransient };
  }
}
