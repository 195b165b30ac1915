import { AccountClient } from '@aws-sdk/client-account';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import {
  ListTrainingJobsCommand,
  type ListTrainingJobsCommandInput,
  SageMakerClient,
  SearchCommand,
  type SearchCommandInput,
  type TrainingJob,
  type TrainingJobSummary,
} from '@aws-sdk/client-sagemaker';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { SimulatedAccount, Simulator } from '../../../services/simulator/simulator.ts';

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

function configuration(simulator: Simulator, region: string, credentials?: Keys) {
  return {
    endpoint: simulator.url,
    region,
    credentials: credentials ?? simulator.credentialsOf(simulator.accounts[0]?.id ?? ''),
    maxAttempts: 1,
  };
}

/** The SDK's own clients, without retries, so that every answer of the simulator is seen as it is. */
export function sagemaker(simulator: Simulator, region = 'us-east-1', credentials?: Keys): SageMakerClient {
  return new SageMakerClient(configuration(simulator, region, credentials));
}

export function sts(simulator: Simulator, region = 'us-east-1', credentials?: Keys): STSClient {
  return new STSClient(configuration(simulator, region, credentials));
}

export function organizations(simulator: Simulator, credentials?: Keys): OrganizationsClient {
  return new OrganizationsClient(configuration(simulator, 'us-east-1', credentials));
}

export function accountService(simulator: Simulator, credentials?: Keys): AccountClient {
  return new AccountClient(configuration(simulator, 'us-east-1', credentials));
}

export async function assume(
  simulator: Simulator,
  account: SimulatedAccount,
  externalId = account.externalId,
): Promise<Keys & { expiration: Date | undefined }> {
  const { Credentials } = await sts(simulator).send(
    new AssumeRoleCommand({
      RoleArn: account.roleArn,
      RoleSessionName: 'test',
      ...(externalId !== undefined && { ExternalId: externalId }),
    }),
  );
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
    expiration: Credentials?.Expiration,
  };
}

/** All pages of a listing. */
export async function listAll(
  client: SageMakerClient,
  input: ListTrainingJobsCommandInput = {},
): Promise<{ jobs: TrainingJobSummary[]; pages: number[] }> {
  const jobs: TrainingJobSummary[] = [];
  const pages: number[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListTrainingJobsCommand({ MaxResults: 100, ...input, ...(NextToken !== undefined && { NextToken }) }),
    );
    jobs.push(...(page.TrainingJobSummaries ?? []));
    pages.push(page.TrainingJobSummaries?.length ?? 0);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return { jobs, pages };
}

export async function searchAll(
  client: SageMakerClient,
  input: Partial<SearchCommandInput> = {},
): Promise<{ jobs: TrainingJob[]; pages: number }> {
  const jobs: TrainingJob[] = [];
  let pages = 0;
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new SearchCommand({
        Resource: 'TrainingJob',
        MaxResults: 100,
        ...input,
        ...(NextToken !== undefined && { NextToken }),
      }),
    );
    for (const result of page.Results ?? []) if (result.TrainingJob !== undefined) jobs.push(result.TrainingJob);
    pages++;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return { jobs, pages };
}
