import { Icon, type IconName } from './icon.tsx';

export type Tone = 'completed' | 'failed' | 'stopped' | 'running' | 'warning';

const tones: Readonly<Record<string, Tone>> = {
  Completed: 'completed',
  complete: 'completed',
  Failed: 'failed',
  failed: 'failed',
  denied: 'failed',
  Stopped: 'stopped',
  Stopping: 'stopped',
  Deleting: 'stopped',
  unsupported: 'stopped',
  retired: 'stopped',
  queued: 'stopped',
  interrupted: 'warning',
  partial: 'warning',
  InProgress: 'running',
  Pending: 'running',
  Creating: 'running',
  Updating: 'running',
  SystemUpdating: 'running',
  RollingBack: 'warning',
  InService: 'completed',
  OutOfService: 'stopped',
  UpdateRollbackFailed: 'failed',
  running: 'running',
  delivered: 'completed',
  pending: 'running',
  dead: 'failed',
};

const icons: Readonly<Record<Tone, IconName>> = {
  completed: 'check',
  failed: 'cross',
  stopped: 'square',
  running: 'running',
  warning: 'warning',
};

/** What a status means, of resources, targets and crawls alike. */
export const toneOf = (status: string): Tone => tones[status] ?? 'stopped';

/** `In progress` for `InProgress`: the words of a status. */
export const nameOfStatus = (status: string): string =>
  status.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').replaceAll(/(?<= )[A-Z]/g, (letter) => letter.toLowerCase());

/** A status by shape, colour and word. */
export function Status({ status }: { status: string | null | undefined }) {
  if (!status) return <span className="soft">–</span>;
  const tone = toneOf(status);
  return (
    <span className={`status status-${tone}`}>
      <Icon name={icons[tone]} size={14} />
      <span>{nameOfStatus(status)}</span>
    </span>
  );
}
