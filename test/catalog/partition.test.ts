import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { globalRegionOf, isListedRegion, partitionOf, regionProblem } from '../../catalog/partition.ts';
import { regionNames } from '../../catalog/region-names.ts';

/** The AWS SDK's own table of partitions, which its package does not export. */
async function sdkRegions(): Promise<Map<string, string>> {
  const client = fileURLToPath(import.meta.resolve('@aws-sdk/core/client'));
  const root = client.slice(0, client.indexOf('@aws-sdk/core') + '@aws-sdk/core'.length);
  const text = await readFile(`${root}/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js`, 'utf8');
  const { partitions }: { partitions: { id: string; regions: Record<string, unknown> }[] } = JSON.parse(
    text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1).replace(/,(\s*[}\]])/g, '$1'),
  );
  return new Map(
    partitions.flatMap(({ id, regions }) =>
      Object.keys(regions)
        .filter((name) => !name.endsWith('-global'))
        .map((name) => [name, id] as const),
    ),
  );
}

test('the regions are those that the AWS SDK lists, each in its partition', async () => {
  const regions = await sdkRegions();
  assert.deepEqual(regionNames, [...regions.keys()].sort());
  for (const [region, partition] of regions) {
    assert.equal(partitionOf(region), partition);
    assert.equal(partitionOf(globalRegionOf(region)), partition);
    assert.equal(isListedRegion(region), true);
    assert.equal(regionProblem(region), undefined);
  }
});

test('a region that the SDK does not list is in the partition that the SDK would take it for', () => {
  const partitions = {
    'ap-southeast-9': 'aws',
    'us-isof-north-7': 'aws-iso-f',
    'cn-south-1': 'aws-cn',
    'xy-future-east-1': 'aws',
  };
  for (const [region, partition] of Object.entries(partitions)) {
    assert.equal(regionProblem(region), undefined, region);
    assert.equal(partitionOf(region), partition);
    assert.equal(isListedRegion(region), false);
  }
});

test('a slip of the pen is told with the region that was meant', () => {
  const meant = {
    'us-esat-1': 'us-east-1',
    'us-east-1a': 'us-east-1',
    us_east_1: 'us-east-1',
    'US-EAST-1': 'us-east-1',
    'eu-wset-3': 'eu-west-3',
    'eu-central1': 'eu-central-1',
    'eusc-de-esat-1': 'eusc-de-east-1',
    'us-gov-wset-1': 'us-gov-west-1',
  };
  for (const [region, right] of Object.entries(meant)) {
    assert.equal(regionProblem(region), `${region} is not an AWS region; did you mean ${right}?`);
  }
  assert.equal(regionProblem('frankfurt'), 'frankfurt is not an AWS region, such as us-east-1');
  assert.equal(regionProblem(''), 'an empty name is not an AWS region, such as us-east-1');
});
