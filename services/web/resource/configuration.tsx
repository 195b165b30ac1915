import type { Shown } from '../api/queries.ts';
import { State } from '../parts/state.tsx';
import { FactList } from './fact-list.tsx';
import { Section } from './facts.tsx';
import { Pairs } from './pairs.tsx';

/** With what a resource ran, as its type says: sections of names and values; long ones can be searched. */
export function Configuration({ region, sections }: { region: string; sections: Shown['sections'] }) {
  const asked = sections.filter(({ is_outcome: isOutcome }) => !isOutcome);
  if (asked.length === 0) return <State title="Nothing is known of what was asked for" />;
  return asked.map(({ title, is_map: isMap, facts }) =>
    isMap ? (
      <Pairs key={title} title={title} pairs={facts} />
    ) : (
      <Section key={title} title={title}>
        <FactList region={region} facts={facts} />
      </Section>
    ),
  );
}
