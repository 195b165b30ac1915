import { useLocalStorage } from '@mantine/hooks';
import { keptKey } from './kept.ts';

/** State that this browser keeps, such as widths of columns. What belongs to a link is in the URL instead. */
export const useKept = <T>(name: string, defaultValue: T) =>
  useLocalStorage<T>({ key: keptKey(name), defaultValue, getInitialValueInEffect: false });
