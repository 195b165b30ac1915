import type { TargetStatus } from '../../../db/crawl/schema.ts';
import { CallError } from '../aws/call-error.ts';

/** What an error that ended the crawl of a target says about the target; `isBegun`: whether anything was read before. */
export function whyItFailed(error: unknown, isBegun: boolean): { status: TargetStatus; reason: string } {
  const reason =
    error instanceof Error ? `${error.name === 'CallError' ? '' : `${error.name}: `}${error.message}` : String(error);
  if (!(error instanceof CallError) || isBegun) return { status: 'partial', reason };
  switch (error.kind) {
    case 'denied':
    case 'expired':
      return { status: 'denied', reason };
    case 'unsupported':
      return { status: 'unsupported', reason };
    default:
      return { status: 'partial', reason };
  }
}
