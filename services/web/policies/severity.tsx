import { Icon, type IconName } from '../parts/icon.tsx';

const shown: Readonly<Record<string, { icon: IconName; tone: string }>> = {
  critical: { icon: 'warning', tone: 'failed' },
  high: { icon: 'up', tone: 'failed' },
  medium: { icon: 'minus', tone: 'warning' },
  low: { icon: 'down', tone: 'stopped' },
  info: { icon: 'help', tone: 'stopped' },
};

/** How much a violation matters, by shape, colour and word. */
export function Severity({ severity }: { severity: string }) {
  const { icon, tone } = shown[severity] ?? { icon: 'minus', tone: 'stopped' };
  return (
    <span className={`status status-${tone}`}>
      <Icon name={icon} size={14} />
      <span>{severity}</span>
    </span>
  );
}
