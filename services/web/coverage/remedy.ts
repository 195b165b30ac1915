import type { Target } from '../api/queries.ts';

interface Remedy {
  readonly advice: string;
  /** A trust policy to paste into the role. */
  readonly policy?: string;
}

/** What to do about a target that is not complete, by what AWS said of it. */
export function remedyOf({ status, reason, account_id: account, region }: Target): Remedy {
  const text = reason ?? '';
  if (/cannot be assumed|AssumeRole/.test(text)) {
    const principal = /arn:aws[\w-]*:(?:iam|sts)::\d{12}:(?:user|role|assumed-role)\/[\w+=,.@/-]+/.exec(
      text.replace(/the role \S+/, ''),
    )?.[0];
    const role = /role\/([\w+=,.@-]+)/.exec(text)?.[1] ?? 'SagecatReadOnly';
    return {
      advice: `In account ${account}, let the role ${role} trust whoever runs sagecat. Where the configuration has an external_id, the policy must ask for the same.`,
      policy: trustPolicy(principal ?? 'arn:aws:iam::ACCOUNT:role/SAGECAT'),
    };
  }
  if (/AccessDenied|not authorized/i.test(text)) {
    return {
      advice: `The role in account ${account} lacks a right: attach the four reading actions of the documentation on access to AWS.`,
    };
  }
  if (/OptInRequired|not enabled|is off|disabled/i.test(text) || status === 'unsupported') {
    return {
      advice: `${region} is off in this account, or SageMaker is not there. Enable it, or take it out of the regions of the configuration.`,
    };
  }
  if (/[Tt]hrottl|[Rr]ate exceeded/.test(text))
    return { advice: 'AWS throttled the crawl. The next one goes on; lower the rates where that happens often.' };
  return { advice: 'The next crawl tries again by itself.' };
}

const trustPolicy = (principal: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: principal },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'YOUR-EXTERNAL-ID' } },
        },
      ],
    },
    null,
    2,
  );
