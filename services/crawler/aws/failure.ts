import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { errorText } from '../../../catalog/secrets/error-text.ts';

/**
 * What a failed call means for the crawl.
 * - `throttle`, `transient`: retry.
 * - `expired`, `rejected`: retry with new credentials. Rejected ones were rotated, or the region is disabled for the account.
 * - `unresolved`: the host name does not resolve: DNS fails, or the service does not exist in the region.
 * - `missing`: the resource does not exist.
 * - `denied`, `unsupported`: no call in this account and region will succeed.
 * - `invalid`: this request will never succeed.
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
/** Keys that were deleted or deactivated; disabled opt-in regions reject all credentials. */
const rejected = new Set(['UnrecognizedClientException', 'InvalidClientTokenId', 'InvalidAccessKeyId']);
/** Errors of regions without SageMaker. */
const unsupported = new Set([
  'OptInRequired',
  'UnknownOperationException',
  'UnknownServiceException',
  'RegionDisabledException',
]);

/** Classifies an error of the SDK by what can be done about it. */
export function failureKind(thrown: unknown): FailureKind {
  if (!(thrown instanceof Error)) return 'invalid';
  // The SDK's functions declare the cause as an Error, but only read its members.
  const error = thrown as Error & { cause?: Error };
  const { name, message } = error;
  if (name === 'BrokenResponseError') return 'transient';
  if (expired.has(name)) return 'expired';
  if (isThrottlingError(error)) return 'throttle';
  if (rejected.has(name)) return 'rejected';
  if (errorCodes(error).has('ENOTFOUND')) return 'unresolved';
  if (isTransientError(error) || isServerError(error) || isBrokenConnection(error)) return 'transient';
  if (unsupported.has(name)) return 'unsupported';
  if (denied.has(name)) return 'denied';
  if (name === 'ResourceNotFound' || (name === 'ValidationException' && /not found|could not find/i.test(message)))
    return 'missing';
  return 'invalid';
}

const brokenConnection = new Set([
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
  'EPROTO',
  'HPE_INVALID_CONSTANT',
]);

/** Undici reports a failing or refusing proxy as an aborted request. */
const proxyAnswer = /^Proxy response \((\d{3})\)/;

const isBrokenConnection = (error: Error): boolean =>
  Number(proxyAnswer.exec(error.message)?.[1] ?? 0) >= 500 ||
  /socket hang up|aborted|premature close/i.test(error.message) ||
  [...errorCodes(error)].some((code) => brokenConnection.has(code));

/** Returns the system error codes of an error and its causes. */
function errorCodes(error: Error): Set<string> {
  const codes = new Set<string>();
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') codes.add(at.code);
    if (at instanceof AggregateError)
      for (const inner of at.errors) if (inner instanceof Error) for (const code of errorCodes(inner)) codes.add(code);
  }
  return codes;
}

/** Certificates of an authority that Node.js does not know: often that of a TLS-intercepting proxy. */
const unknownAuthority = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Returns an error in one line without secrets, with AWS's name for it and with advice where there is any. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return errorText(error);
  const proxy = proxyAnswer.exec(error.message)?.[1];
  if (proxy !== undefined) return `the proxy of HTTPS_PROXY or HTTP_PROXY answered ${proxy}`;
  const line = errorText(error).split('\n', 1)[0] || [...errorCodes(error)].join(', ');
  const text = error.name === 'Error' || error.name === 'DiscoveryError' ? line : `${error.name}: ${line}`;
  const isUnknown = [...errorCodes(error)].some((code) => unknownAuthority.has(code));
  return isUnknown ? `${text} (name the file of its authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS)` : text;
}
