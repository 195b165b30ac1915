import { useCrawlNow } from '../coverage/use-crawl-now.ts';
import { Icon } from '../parts/icon.tsx';

/** Has one resource read from AWS now, where the key may; what is seen follows when it was read. */
export function ReadAgain({ arn }: { arn: string }) {
  const crawl = useCrawlNow();
  if (!crawl.isAllowed) return null;
  return (
    <>
      <button
        type="button"
        className="link read-again"
        disabled={crawl.isPending}
        onClick={() => crawl.mutate({ job: arn })}
      >
        Crawl now <Icon name="refresh" size={12} />
      </button>
      <span role="status" className={crawl.failed ? 'status-failed' : 'soft'}>
        {crawl.message}
      </span>
    </>
  );
}
