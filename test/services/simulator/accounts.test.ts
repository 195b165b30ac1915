import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListRegionsCommand, type ListRegionsCommandInput } from '@aws-sdk/client-account';
import {
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import { ListTagsCommand, ListTrainingJobsCommand } from '@aws-sdk/client-sagemaker';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type SimulatedAccount, startSimulator } from '../../../services/simulator/simulator.ts';
import { accountService, assume, listAll, organizations, sagemaker, sts } from './clients.ts';

function named(
  accounts: readonly SimulatedAccount[],
  wanted: (account: SimulatedAccount) => boolean,
): SimulatedAccount {
  const found = accounts.find(wanted);
  assert.ok(found);
  return found;
}

test('an assumed role sees its own account', async () => {
  await using simulator = await startSimulator({ jobs: 400, accounts: 3, regions: 2 });
  let seen = 0;
  for (const account of simulator.accounts) {
    const credentials = await assume(simulator, account);
    assert.ok((credentials.expiration?.getTime() ?? 0) > Date.now());
    const identity = await sts(simulator, 'us-east-1', credentials).send(new GetCallerIdentityCommand({}));
    assert.equal(identity.Account, account.id);
    for (const region of simulator.regions) {
      const { jobs } = await listAll(sagemaker(simulator, region, credentials));
      assert.equal(jobs.length, simulator.jobCount({ accountId: account.id, region }));
      for (const job of jobs)
        assert.ok(job.TrainingJobArn?.startsWith(`arn:aws:sagemaker:${region}:${account.id}:training-job/`));
      seen += jobs.length;
    }
  }
  assert.equal(seen, 400);
  const base = await sts(simulator).send(new GetCallerIdentityCommand({}));
  assert.equal(base.Account, simulator.accounts[0]?.id);
});

test('a role is not assumed without its external ID, in a denied or suspended account, or under another name', async () => {
  await using simulator = await startSimulator({
    jobs: 10,
    accounts: 4,
    regions: 1,
    deniedAccounts: 1,
    suspendedAccounts: 1,
  });
  const guarded = named(
    simulator.accounts,
    (account) => account.externalId !== undefined && !account.denied && !account.suspended,
  );
  const refused = { name: 'AccessDenied' };
  await assert.rejects(assume(simulator, guarded, 'wrong'), refused);
  await assert.rejects(assume(simulator, { ...guarded, externalId: undefined }), refused);
  await assert.rejects(
    assume(
      simulator,
      named(simulator.accounts, (account) => account.denied),
    ),
    refused,
  );
  await assert.rejects(
    assume(
      simulator,
      named(simulator.accounts, (account) => account.suspended),
    ),
    refused,
  );
  await assert.rejects(assume(simulator, { ...guarded, roleArn: `${guarded.roleArn}Other` }), refused);
  assert.ok((await assume(simulator, guarded)).accessKeyId);
});

test('an account that was denied can be let in, and the other way round', async () => {
  await using simulator = await startSimulator({ jobs: 40, accounts: 3, regions: 1, deniedAccounts: 1 });
  const account = named(simulator.accounts, ({ denied }) => denied);
  simulator.setAccount(account.id, { denied: false });
  const credentials = await assume(simulator, account);
  const { jobs } = await listAll(sagemaker(simulator, 'us-east-1', credentials));
  assert.ok(jobs.length > 0);
  simulator.setAccount(account.id, { denied: true });
  await assert.rejects(sagemaker(simulator, 'us-east-1', credentials).send(new ListTrainingJobsCommand({})), {
    name: 'AccessDeniedException',
  });
});

test('sessions expire on command, with the error names of each protocol', async () => {
  await using simulator = await startSimulator({ jobs: 10, accounts: 1, regions: 1 });
  const [account] = simulator.accounts;
  assert.ok(account);
  const credentials = await assume(simulator, account);
  simulator.expireCredentials();
  await assert.rejects(sagemaker(simulator, 'us-east-1', credentials).send(new ListTrainingJobsCommand({})), {
    name: 'ExpiredTokenException',
  });
  await assert.rejects(sts(simulator, 'us-east-1', credentials).send(new GetCallerIdentityCommand({})), {
    name: 'ExpiredToken',
  });
  const fresh = await assume(simulator, account);
  assert.ok(await sagemaker(simulator, 'us-east-1', fresh).send(new ListTrainingJobsCommand({})));
});

test('regions that are off know no credentials, and ListRegions says which they are', async () => {
  await using simulator = await startSimulator({
    jobs: 10,
    accounts: 2,
    regions: ['eu-west-1', 'eu-south-1'],
    disabledRegions: ['af-south-1'],
  });
  await assert.rejects(sagemaker(simulator, 'af-south-1').send(new ListTrainingJobsCommand({})), {
    name: 'UnrecognizedClientException',
  });
  await assert.rejects(sts(simulator, 'af-south-1').send(new GetCallerIdentityCommand({})), {
    name: 'InvalidClientTokenId',
  });
  const statuses = async (input: ListRegionsCommandInput) => {
    const { Regions } = await accountService(simulator).send(new ListRegionsCommand(input));
    return Object.fromEntries((Regions ?? []).map((region) => [region.RegionName, region.RegionOptStatus]));
  };
  assert.deepEqual(await statuses({}), {
    'af-south-1': 'DISABLED',
    'eu-south-1': 'ENABLED',
    'eu-west-1': 'ENABLED_BY_DEFAULT',
  });
  const member = simulator.accounts[1]?.id ?? '';
  assert.deepEqual(await statuses({ AccountId: member, RegionOptStatusContains: ['DISABLED'] }), {
    'af-south-1': 'DISABLED',
  });
  const asMember = accountService(simulator, simulator.credentialsOf(member));
  await assert.rejects(asMember.send(new ListRegionsCommand({ AccountId: simulator.accounts[0]?.id })), {
    name: 'AccessDeniedException',
  });
});

test('the organisation is listed in pages, by unit, with its suspended accounts, to its management account only', async () => {
  await using simulator = await startSimulator({ jobs: 0, accounts: 47, regions: 1, suspendedAccounts: 2 });
  const client = organizations(simulator);
  const all = new Map<string, string | undefined>();
  let NextToken: string | undefined;
  let pages = 0;
  do {
    const page = await client.send(new ListAccountsCommand({ ...(NextToken !== undefined && { NextToken }) }));
    for (const account of page.Accounts ?? []) all.set(account.Id ?? '', account.Status);
    NextToken = page.NextToken;
    pages++;
  } while (NextToken !== undefined);
  assert.equal(pages, 3);
  assert.deepEqual(
    [...all.keys()],
    simulator.accounts.map((account) => account.id),
  );
  assert.equal([...all.values()].filter((status) => status === 'SUSPENDED').length, 2);

  const below = async (ParentId: string): Promise<string[]> => {
    const ids: string[] = [];
    let token: string | undefined;
    do {
      const page = await client.send(
        new ListAccountsForParentCommand({ ParentId, ...(token !== undefined && { NextToken: token }) }),
      );
      for (const account of page.Accounts ?? []) ids.push(account.Id ?? '');
      token = page.NextToken;
    } while (token !== undefined);
    const { OrganizationalUnits } = await client.send(new ListOrganizationalUnitsForParentCommand({ ParentId }));
    for (const unit of OrganizationalUnits ?? []) ids.push(...(await below(unit.Id ?? '')));
    return ids;
  };
  const { Roots } = await client.send(new ListRootsCommand({}));
  assert.deepEqual((await below(Roots?.[0]?.Id ?? '')).toSorted(), [...all.keys()].toSorted());
  await assert.rejects(below('ou-none'), { name: 'ParentNotFoundException' });
  const member = organizations(simulator, simulator.credentialsOf(simulator.accounts[1]?.id ?? ''));
  await assert.rejects(member.send(new ListAccountsCommand({})), { name: 'AccessDeniedException' });
});

test('tags of another account are not readable', async () => {
  await using simulator = await startSimulator({ jobs: 100, accounts: 2, regions: 1 });
  const [mine, other] = simulator.accounts;
  assert.ok(mine && other);
  const [first] = simulator.jobs(other.id, 'us-east-1');
  await assert.rejects(sagemaker(simulator).send(new ListTagsCommand({ ResourceArn: first?.job.TrainingJobArn })), {
    name: 'AccessDeniedException',
  });
});
