import { Skeleton } from '@mantine/core';

export const ResourceSkeleton = () => (
  <div className="card-body" role="status" aria-label="Loading">
    <Skeleton height={14} width="40%" mb={14} />
    <Skeleton height={26} mb={18} />
    {[70, 55, 80, 60, 75].map((width) => (
      <Skeleton key={width} height={11} width={`${width}%`} mb={12} />
    ))}
  </div>
);
