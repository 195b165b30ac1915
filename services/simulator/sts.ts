import type { SimulatedAccount } from './accounts.ts';
import { ApiError } from './api-error.ts';
import type { Reply } from './aws-json.ts';
import type { Credentials, Identity } from './credentials.ts';
import { xmlReply } from './query-xml.ts';

export const STS_NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export interface StsCall {
  readonly identity: Identity;
  readonly form: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly credentials: Credentials;
  /** The partition of the called region. */
  readonly partition: string;
  readonly account: (id: string) => SimulatedAccount | undefined;
}

export const STS_OPERATIONS: Readonly<Record<string, (call: StsCall) => Reply>> = {
  AssumeRole: ({ identity, form, requestId, credentials, account, partition }) => {
    const arn = form.RoleArn ?? '';
    const session = form.RoleSessionName ?? '';
    const duration = Number(form.DurationSeconds ?? 3600);
    if (!/^[\w+=,.@-]{2,64}$/.test(session))
      throw new ApiError('ValidationError', "Value at 'roleSessionName' failed to satisfy constraint");
    if (!(duration >= 900 && duration <= 43_200))
      throw new ApiError('ValidationError', "Value at 'durationSeconds' failed to satisfy constraint");
    const owner = account(/^arn:[^:]+:iam::(\d{12}):role\//.exec(arn)?.[1] ?? '');
    const trusted = owner !== undefined && !owner.denied && !owner.suspended && owner.roleArn === arn;
    if (!trusted || (owner.externalId !== undefined && owner.externalId !== form.ExternalId)) {
      throw new ApiError(
        'AccessDenied',
        `User: ${callerArn(identity, partition)} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
        403,
      );
    }
    const issued = credentials.issue(owner.id, duration);
    const role = arn.slice(arn.lastIndexOf('/') + 1);
    return xmlReply(
      'AssumeRole',
      STS_NAMESPACE,
      {
        Credentials: {
          AccessKeyId: issued.accessKeyId,
          SecretAccessKey: issued.secretAccessKey,
          SessionToken: issued.sessionToken,
          Expiration: issued.expiration.toISOString(),
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROASIMULATED${owner.id}:${session}`,
          Arn: `arn:${arn.split(':')[1]}:sts::${owner.id}:assumed-role/${role}/${session}`,
        },
      },
      requestId,
    );
  },
  GetCallerIdentity: ({ identity, requestId, partition }) =>
    xmlReply(
      'GetCallerIdentity',
      STS_NAMESPACE,
      {
        Arn: callerArn(identity, partition),
        UserId: `AIDASIMULATED${identity.accountId}`,
        Account: identity.accountId,
      },
      requestId,
    ),
};

function callerArn({ accountId, kind }: Identity, partition: string): string {
  return kind === 'base'
    ? `arn:${partition}:iam::${accountId}:user/simulated`
    : `arn:${partition}:sts::${accountId}:assumed-role/simulated/session`;
}
