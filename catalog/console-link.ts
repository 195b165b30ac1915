import { partitionOf } from './partition.ts';
import type { AnyResourceType } from './resource-types.ts';

/** Hosts of the console by partition; those of the isolated partitions are not public. */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** Returns the address at which AWS's console shows a resource; undefined where its type or its partition has none. */
export function consoleLink(type: AnyResourceType, region: string, name: string): string | undefined {
  const host = hosts[partitionOf(region)];
  const path = type.consolePath?.(encodeURIComponent(name));
  if (host === undefined || path === undefined) return undefined;
  return `https://${region}.${host}/sagemaker/home?region=${region}${path}`;
}
