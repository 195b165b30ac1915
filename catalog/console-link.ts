import { partitionOf } from './partition.ts';
import type { AnyResourceType } from './resource-types.ts';

/** The hosts of the AWS console by partition; those of the isolated partitions are not public. */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** Returns the host of the AWS console for a region; undefined if its partition has no public one. */
export function consoleHost(region: string): string | undefined {
  const host = hosts[partitionOf(region)];
  return host && `${region}.${host}`;
}

/** Returns the URL of a resource in the AWS console; undefined if its type or partition has none. */
export function consoleLink(type: AnyResourceType, region: string, name: string): string | undefined {
  const host = consoleHost(region);
  const path = type.consolePath?.(encodeURIComponent(name));
  if (host === undefined || path === undefined) return undefined;
  return `https://${host}/sagemaker/home?region=${region}${path}`;
}

/** Returns the URL of a resource's logs in the AWS console; undefined if its type or partition has none. */
export function logsLink(type: AnyResourceType, region: string, name: string): string | undefined {
  const host = consoleHost(region);
  if (host === undefined || type.logs === undefined) return undefined;
  // The CloudWatch console decodes twice, with `$` in place of `%`.
  const twice = (text: string) => encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
  const { group, streams } = type.logs(name);
  const filter =
    streams === undefined ? '' : `${encodeURIComponent('?logStreamNameFilter=').replaceAll('%', '$')}${twice(streams)}`;
  return `https://${host}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(group)}${filter}`;
}
