import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';

/**
 * What the failure of a call means for the crawl.
 * - `throttle`, `transient`: ask again.
 * - `expired`, `rejected`: ask again with new credentials. Unknown ones were rotated, or the region is off for the account.
 * - `unresolved`: the host has no address: the name service fails, or there is no such service in the region.
 * - `missing`: the resource does not exist.
 * - `denied`, `unsupported`: nothing in this account and region will be answered.
 * - `invalid`: this request will never be answered.
 */
export type FailureKind =
  | 'throttle'
  | 'transient'
  | 'expired'
  | 'rejected'
  | 'unresolved'
  | 'missing'
  | 'denied'
  | 'unsupported'
  | 'invalid';

const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']);
const denied = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthFailure',
  'UnauthorizedOperation',
  'NotAuthorized',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'CredentialsProviderError',
  'TokenProviderError',
]);
/** Keys that were deleted or made inactive; opt-in regions that are off know no credentials at all. */
const rejected = new Set(['UnrecognizedClientException', 'InvalidClientTokenId', 'InvalidAccessKeyId']);
/** Where there is no SageMaker there is no such operation. */
const unsupported = new Set([
  'OptInRequired',
  'UnknownOperationException',
  'UnknownServiceException',
  'RegionDisabledException',
]);

/** Sorts an error of the SDK's by what can be done about it. */
export function failureKind(thrown: unknown): FailureKind {
  if (!(thrown instanceof Error)) return 'invalid';
  // The SDK's own functions say that a cause is an Error; whatever else it may be, they only ask for its members.
  const error = thrown as Error & { cause?: Error };
  const { name, message } = error;
  if (name === 'BrokenAnswerError') return 'transient';
  if (expired.has(name)) return 'expired';
  if (isThrottlingError(error)) return 'throttle';
  if (rejected.has(name)) return 'rejected';
  if (errorCodes(error).has('ENOTFOUND')) return 'unresolved';
  if (isTransientError(error) || isServerError(error) || isBrokenConnection(error)) return 'transient';
  if (unsupported.has(name)) return 'unsupported';
  if (denied.has(name)) return 'denied';
  if (name === 'ResourceNotFound' || (name === 'ValidationException' && /not found/i.test(message))) return 'missing';
  return 'invalid';
}

const brokenConnection = new Set([
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
  'EPROTO',
  'HPE_INVALID_CONSTANT',
]);

const isBrokenConnection = (error: Error): boolean =>
  /socket hang up|aborted|premature close/i.test(error.message) ||
  [...errorCodes(error)].some((code) => brokenConnection.has(code));

/** The system's codes of an error and of what caused it. */
function errorCodes(error: Error): Set<string> {
  const codes = new Set<string>();
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') codes.add(at.code);
    if (at instanceof AggregateError)
      for (const inner of at.errors) if (inner instanceof Error) for (const code of errorCodes(inner)) codes.add(code);
  }
  return codes;
}
