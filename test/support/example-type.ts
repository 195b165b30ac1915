import { float, int64, map, string, struct, structs, timestamp } from '../../catalog/fields.ts';
import { resourceType } from '../../catalog/resource-type.ts';

/** A made-up resource type for tests: kilns of a pottery service. Adding it takes this definition and a generated migration. */
export const exampleType = resourceType({
  name: 'aws_pottery_kiln',
  title: 'kiln',
  description: 'Kilns of a service that does not exist.',
  service: 'pottery',
  arnResource: 'kiln/',
  identity: { arn: 'KilnArn', name: 'KilnName', createdAt: 'BuiltAt', modifiedAt: 'LastFiredAt' },
  members: {
    KilnArn: string('ARN of the kiln.'),
    KilnName: string('Name of the kiln.'),
    KilnStatus: string('Whether it is hot.'),
    BuiltAt: timestamp('When it was built.'),
    LastFiredAt: timestamp('When it last burned.'),
    Firings: int64('How often it burned.'),
    Chamber: struct('The inside.', { VolumeInLitres: float('How much goes in.'), LiningType: string('Its bricks.') }),
    Glazes: structs('What was burned in it.', { GlazeName: string('Name of the glaze.') }),
    Notes: map('Whatever people noted.'),
  },
  list: { operation: 'ListKilns', results: 'KilnSummaries', changeMembers: ['LastFiredAt', 'KilnStatus'] },
  describe: { operation: 'DescribeKiln', by: 'KilnName' },
  search: { resource: 'Kiln', missingMembers: ['Notes'] },
  facets: ['kiln_status'],
  settings: ['KilnName', 'Chamber'],
  isSettled: ({ kiln_status }) => kiln_status === 'Broken',
  openUntil: () => undefined,
  progress: ['firings'],
});

/** Returns a describe response in wire form. */
export const exampleResponse = (overrides: Record<string, unknown> = {}) => ({
  KilnArn: 'arn:aws:pottery:eu-west-1:111122223333:kiln/raku-1',
  KilnName: 'Raku-1',
  KilnStatus: 'Hot',
  BuiltAt: 1_700_000_000.5,
  LastFiredAt: 1_710_000_000,
  Firings: 9007199254740993n,
  Chamber: { VolumeInLitres: 120.5 },
  Glazes: [{ GlazeName: 'Celadon' }],
  Notes: { FirstNote: 'mind the door' },
  ...overrides,
});
