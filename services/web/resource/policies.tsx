import { Link } from '@tanstack/react-router';
import type { Shown } from '../api/queries.ts';
import { visible } from '../format/visible.ts';
import { Severity } from '../policies/severity.tsx';
import { Section } from './facts.tsx';

/** The policies that a resource violates, what to do, and who answers for them; and those that it is exempted from. */
export function Policies({ policies }: Pick<Shown, 'policies'>) {
  if (policies.length === 0) return null;
  const violated = policies.filter(({ is_exempted: isExempted }) => !isExempted).length;
  return (
    <Section title={violated > 0 ? `Violates ${violated} ${violated === 1 ? 'policy' : 'policies'}` : 'Policies'}>
      <ul className="violated">
        {policies.map(({ name, title, severity, remedy, contact, is_exempted: isExempted }) => (
          <li key={name}>
            <Severity severity={severity} />
            <div>
              <Link to="/policies/$name" params={{ name }}>
                {visible(title)}
              </Link>
              {isExempted && <span className="soft"> · exempted</span>}
              {!isExempted && remedy !== null && <p className="prose">{visible(remedy)}</p>}
              {!isExempted && contact !== null && <p>Answers for it: {visible(contact)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
