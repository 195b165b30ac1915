import { useEffect } from 'react';

/** Names the tab of the browser. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title.slice(0, 120)} · sagecat`;
  }, [title]);
}
