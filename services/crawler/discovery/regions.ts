import { type AccountClient, paginateListRegions } from '@aws-sdk/client-account';

/** The regions that are on in the client's own account. Throws what the SDK throws. */
export async function listRegions(client: AccountClient): Promise<string[]> {
  const regions: string[] = [];
  const asked = { RegionOptStatusContains: ['ENABLED' as const, 'ENABLED_BY_DEFAULT' as const] };
  for await (const page of paginateListRegions({ client, pageSize: 50 }, asked)) {
    regions.push(...(page.Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []));
  }
  return regions.sort();
}
