import { Button } from '@mantine/core';
import { ApiError } from '../api/client.ts';
import { visible } from '../format/visible.ts';
import { Copyable } from './copyable.tsx';

interface Props {
  readonly error: Error;
  readonly reset?: (() => void) | undefined;
}

/** What failed, with the id that finds the request in the log, and a way to try again. */
export function ErrorState({ error, reset }: Props) {
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div className="state" role="alert">
      <h2>{titleOf(error)}</h2>
      <p>{visible(error.message)}</p>
      {requestId !== undefined && (
        <p>
          Request <Copyable text={requestId} className="mono" />
        </p>
      )}
      {reset && <Button onClick={reset}>Try again</Button>}
    </div>
  );
}

function titleOf(error: Error): string {
  if (!(error instanceof ApiError)) return 'The page made a mistake';
  if (error.status === 0) return 'No answer';
  if (error.status === 401 || error.status === 403) return 'Not allowed';
  if (error.status === 404) return 'Not found';
  return error.status < 500 ? 'That cannot be answered' : 'sagecat failed';
}
