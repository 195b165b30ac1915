/** Strokes of 24 by 24, in the manner of Feather. */
const paths = {
  logo: 'M5 7h14M5 12h14M5 17h8',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  square: 'M7 7h10v10H7z',
  running: 'M12 4a8 8 0 1 1-8 8M12 8v4l3 2',
  warning: 'M12 4.5L3 19.5h18zM12 10v4.5M12 17v.2',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  bars: 'M4 6h16M4 12h16M4 18h16',
  chart: 'M5 20V11M12 20V4M19 20v-6',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  code: 'M8 6l-6 6 6 6M16 6l6 6-6 6',
  menu: 'M5 12h.01M12 12h.01M19 12h.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M20 20l-4-4',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  up: 'M6 15l6-6 6 6',
  columns: 'M4 5h16v14H4zM9.5 5v14M14.5 5v14',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  filter: 'M4 6h16M7 12h10M10 18h4',
  group: 'M4 6h16M8 12h12M8 18h12M4 12v6',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  expand: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  refresh: 'M20 12a8 8 0 1 1-2.3-5.7M20 4v4.5h-4.5',
  minus: 'M6 12h12',
  plus: 'M12 6v12M6 12h12',
  play: 'M8 5.5v13l10.5-6.5z',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4.5h4.5M12 8v4.5l3 1.5',
  help: 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.2M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17',
  shield: 'M12 3.5l7.5 3v5c0 4.5-3 7.6-7.5 9c-4.5-1.4-7.5-4.5-7.5-9v-5zM8.7 12l2.3 2.3l4.3-4.3',
  wallet: 'M4 7.5h16v12H4zM4 7.5l12-3.5v3.5M15.5 13.5h.01',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10.5 20.5h3',
  compare: 'M5 5h5v14H5zM14 5h5v14h-5z',
} as const;

export type IconName = keyof typeof paths;

/** An icon beside a text or a label: it says nothing of its own to screen readers. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'menu' ? 3 : 2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);
