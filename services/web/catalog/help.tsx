import { Kbd, Modal } from '@mantine/core';

const keys = [
  ['/', 'search'],
  ['j  k', 'next and previous job'],
  ['Enter', 'open the job, or search'],
  ['Esc', 'close the job, leave the search'],
  ['x', 'choose the job to compare'],
  ['?', 'this help'],
] as const;

const syntax = [
  ['training_job_status:Failed', 'a field is exactly that'],
  ['resource_config.instance_type:ml.p4*', 'wildcards'],
  ['creation_time:>now-7d', 'comparisons, times from now'],
  ['billable_time_in_seconds:[3600 TO *]', 'ranges'],
  ['tags.team:(nlp OR vision)', 'several values, a tag by its key'],
  ['-account_name:research', 'not'],
  ['"out of memory"', 'text of names and failure reasons'],
] as const;

/** What the keyboard does and how a search is written. */
export const Help = ({ onClose }: { onClose: () => void }) => (
  <Modal opened onClose={onClose} title="Keyboard and search" size="lg">
    <dl className="help">
      {keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            {key.split('  ').map((one) => (
              <Kbd key={one} size="sm">
                {one}
              </Kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <dl className="help syntax">
      {syntax.map(([term, meaning]) => (
        <div key={term}>
          <dt className="mono">{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
