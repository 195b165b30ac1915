import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Target, typesQuery } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';
import { formatAge } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { Icon } from '../parts/icon.tsx';
import { ScrollX } from '../parts/scroll-x.tsx';
import { Status, toneOf } from '../parts/status.tsx';

interface Props {
  readonly targets: readonly Target[];
  /** Undefined for keys that may not crawl. */
  readonly onCrawl: ((scope: { accounts?: string[]; regions?: string[] }) => void) | undefined;
}

/** Accounts by regions: the status of each by shape, word and colour, and how old it is. */
export function Matrix({ targets, onCrawl }: Props) {
  const regions = [...new Set(targets.map(({ region }) => region))].sort();
  const rows = new Map<string, { target: Target; byRegion: Map<string, Target[]> }>();
  for (const target of targets) {
    const row = rows.get(target.account_id) ?? { target, byRegion: new Map<string, Target[]>() };
    row.byRegion.set(target.region, [...(row.byRegion.get(target.region) ?? []), target]);
    rows.set(target.account_id, row);
  }
  const action = (what: string, scope: Parameters<NonNullable<typeof onCrawl>>[0]) =>
    onCrawl && (
      <ActionIcon
        size={20}
        className="matrix-action"
        aria-label={`Crawl ${what} now`}
        title={`Crawl ${what} now`}
        onClick={() => onCrawl(scope)}
      >
        <Icon name="refresh" size={12} />
      </ActionIcon>
    );
  return (
    <section className="card" aria-label="Accounts by regions">
      <ScrollX label="Matrix">
        <table className="table matrix">
          <thead>
            <tr>
              <th>Account</th>
              {regions.map((region) => (
                <th key={region}>
                  {region} {action(region, { regions: [region] })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows].map(([account, { target, byRegion }]) => {
              const name = visible(target.account_name ?? account);
              return (
                <tr key={account}>
                  <td>
                    <strong>{name}</strong>
                    {target.account_name && <span className="soft"> {account}</span>}{' '}
                    {action(name.slice(0, 80), { accounts: [account] })}
                  </td>
                  {regions.map((region) => (
                    <td key={region}>
                      <Place targets={byRegion.get(region) ?? []} />
                      {byRegion.has(region) &&
                        action(`${name.slice(0, 80)} in ${region}`, { accounts: [account], regions: [region] })}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}

/** How the types of an account and region stand: those that stand alike together. */
function Place({ targets }: { targets: readonly Target[] }) {
  const { data: types = [] } = useQuery(typesQuery);
  const titleOf = ({ resource_type: name }: Target) => {
    const known = types.find((type) => type.name === name);
    return known ? pluralTitle(known) : name;
  };
  if (targets.length === 0) return <span className="soft">–</span>;
  const byStatus = new Map<string, Target[]>();
  for (const target of targets) byStatus.set(target.status, [...(byStatus.get(target.status) ?? []), target]);
  return [...byStatus].map(([status, alike]) => {
    // The oldest; null is older than any.
    const [oldest = null] = alike.map(({ as_of: asOf }) => asOf).sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
    const titles = alike.map(titleOf).sort().join(', ');
    const reasons = [...new Set(alike.flatMap(({ reason }) => reason ?? []))].map(visible);
    return (
      <div
        key={status}
        className={`cell tone-${toneOf(status)}`}
        title={[titles, ...reasons].join('\n').slice(0, 2000)}
      >
        <Status status={status} />
        <span className="soft">{oldest === null ? 'never' : formatAge(oldest)}</span>
        {byStatus.size > 1 && <span className="soft">{titles}</span>}
      </div>
    );
  });
}
