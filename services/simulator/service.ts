import { partitionOf } from '../../catalog/partition.ts';
import { ACCOUNT_OPERATIONS } from './account-regions.ts';
import { ApiError } from './api-error.ts';
import { jsonError, type Reply, targetOperation } from './aws-json.ts';
import type { Credentials, Identity } from './credentials.ts';
import type { Faults } from './faults.ts';
import { parseInput } from './input.ts';
import type { Settings } from './options.ts';
import { ORGANIZATIONS_OPERATIONS } from './organizations.ts';
import { queryForm, xmlError } from './query-xml.ts';
import { sageMakerOperation } from './sagemaker/operations.ts';
import type { SigningScope } from './signing-scope.ts';
import type { SimulatedAws } from './simulated-aws.ts';
import type { SimulatorStats } from './stats.ts';
import { STS_NAMESPACE, STS_OPERATIONS } from './sts.ts';

/** The parts of a request that the services use. */
export interface ServiceRequest {
  readonly scope: SigningScope;
  /** X-Amz-Target, for the JSON services. */
  readonly target: string | undefined;
  readonly path: string;
  readonly body: string;
  readonly requestId: string;
  /** X-Amz-Date, in milliseconds since the epoch. */
  readonly signedAt: number;
}

export interface ServiceContext {
  readonly settings: Settings;
  readonly aws: SimulatedAws;
  readonly credentials: Credentials;
  readonly stats: SimulatorStats;
  readonly faults: Faults;
}

/** Returns the operation of a request. */
export function operationOf({ scope, target, path, body }: ServiceRequest): string {
  if (scope.service === 'sts') return queryForm(body).Action ?? '';
  if (scope.service === 'account') return ACCOUNT_OPERATIONS[path]?.name ?? path;
  return targetOperation(target);
}

/** Returns the response of the service for which the request was signed. Throws ApiError. */
export function answer(request: ServiceRequest, operation: string, identity: Identity, context: ServiceContext): Reply {
  const { aws, settings, credentials, stats, faults } = context;
  const { service, region } = request.scope;
  switch (service) {
    case 'sagemaker': {
      const targets = aws.open(identity.accountId, region);
      const run = sageMakerOperation(targets, operation);
      if (run === undefined) throw new ApiError('UnknownOperationException', '');
      authorize(operation, identity, context);
      const now = settings.now();
      return run({
        targets,
        input: parseInput(request.body),
        now,
        fault: faults.page({ accountId: identity.accountId, region, service, operation }),
        searchIndex: { lag: settings.search.lagSeconds * 1000, missing: settings.search.missing },
        described: (of, item) => stats.described(of, item, of.population.countAt(now)),
      });
    }
    case 'sts': {
      if (aws.isDisabled(region))
        throw new ApiError('InvalidClientTokenId', 'The security token included in the request is invalid', 403);
      const run = STS_OPERATIONS[operation];
      if (run === undefined) throw new ApiError('InvalidAction', `Could not find operation ${operation}`);
      return run({
        identity,
        form: queryForm(request.body),
        requestId: request.requestId,
        credentials,
        account: (id) => aws.account(id),
        partition: partitionOf(region),
      });
    }
    case 'organizations': {
      const run = ORGANIZATIONS_OPERATIONS[operation];
      if (run === undefined) throw new ApiError('UnknownOperationException', '');
      return run({
        callerId: identity.accountId,
        input: parseInput(request.body),
        accounts: aws.accounts,
        fault: faults.page({ accountId: identity.accountId, region, service, operation }),
      });
    }
    case 'account': {
      const run = ACCOUNT_OPERATIONS[request.path]?.run;
      if (run === undefined) throw new ApiError('UnknownOperationException', '', 404);
      const { accounts, regions, disabledRegions } = aws;
      return run({
        callerId: identity.accountId,
        input: parseInput(request.body),
        accounts,
        regions,
        disabledRegions,
      });
    }
    default:
      throw new ApiError('UnknownServiceException', `The simulator has no service "${service}".`, 404);
  }
}

function authorize(operation: string, identity: Identity, { settings, aws }: ServiceContext): void {
  const { mode } = settings.search;
  if (operation === 'Search' && mode === 'disabled')
    throw new ApiError('UnknownOperationException', 'The operation is not available in this region.');
  const account = aws.account(identity.accountId);
  const closed = account?.suspended === true || (account?.denied === true && identity.kind === 'session');
  if (closed || settings.deniedOperations.includes(operation) || (operation === 'Search' && mode === 'denied')) {
    throw new ApiError(
      'AccessDeniedException',
      `The identity of account ${identity.accountId} is not authorized to perform: sagemaker:${operation}`,
    );
  }
}

/** Returns an error in the protocol of the request. */
export function errorReply(error: ApiError, service: string | undefined, requestId: string): Reply {
  return service === 'sts' ? xmlError(stsCode(error), STS_NAMESPACE, requestId) : jsonError(error);
}

/** Throws AWS's error for a signature that is off by more than five minutes. */
export function checkSignatureAge(signedAt: number, now: number): void {
  const when = (time: number) => new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  if (Math.abs(now - signedAt) <= 300_000) return;
  const [said, limit] =
    signedAt < now
      ? ['expired', `earlier than ${when(now - 300_000)}`]
      : ['not yet current', `later than ${when(now + 300_000)}`];
  throw new ApiError(
    'InvalidSignatureException',
    `Signature ${said}: ${when(signedAt)} is now ${limit} (${when(now)})`,
  );
}

/** Converts errors of credentials to STS's own codes. */
function stsCode(error: ApiError): ApiError {
  if (error.code === 'UnrecognizedClientException') return new ApiError('InvalidClientTokenId', error.message, 403);
  if (error.code === 'InvalidSignatureException') return new ApiError('SignatureDoesNotMatch', error.message, 403);
  if (error.code === 'ThrottlingException') return new ApiError('Throttling', error.message);
  return error.code === 'ExpiredTokenException' ? new ApiError('ExpiredToken', error.message, 403) : error;
}
