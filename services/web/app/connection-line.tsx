import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Icon } from '../parts/icon.tsx';

/** Says that the API does not answer, for as long as that is so. It lies over the view: nothing moves. */
export function ConnectionLine() {
  const isOnline = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  return (
    <div className="connection-line" role="alert" hidden={isOnline}>
      {!isOnline && (
        <>
          <Icon name="warning" size={14} />
          sagecat does not answer. What you see may be old; the page goes on by itself when it answers again.
        </>
      )}
    </div>
  );
}
