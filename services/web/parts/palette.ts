/** Colours of series that have no status: told apart in both schemes, also by most who see colours otherwise. */
export const palette = [
  '#5b5bd6',
  '#30a4b8',
  '#e0903f',
  '#8e6ad8',
  '#5aa56b',
  '#d0628f',
  '#4a8fd9',
  '#b39a3c',
  '#8a8fa3',
] as const;
