import { partitionOf } from './partition.ts';
import type { AnyResourceType } from './resource-types.ts';

/** Hosts of the console by partition; those of the isolated partitions are not public. */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** The host of the AWS console of a region; undefined where its partition has none that is public. */
export function consoleHost(region: string): string | undefined {
  const host = hosts[partitionOf(region)];
  return host && `${region}.${host}`;
}

/** Returns the address at which AWS's console shows a resource; undefined where its type or its partition has none. */
export function consoleLink(type: AnyResourceType, region: string, name: string): string | undefined {
  const host = consoleHost(region);
  const path = type.consolePath?.(encodeURIComponent(name));
  if (host === undefined || path === undefined) return undefined;
  return `https://${host}/sagemaker/home?region=${region}${path}`;
}

/** Returns the address at which the console shows the logs of a resource; undefined where its type or its partition has none. */
export function logsLink(type: AnyResourceType, region: string, name: string): string | undefined {
  const host = consoleHost(region);
  if (host === undefined || type.logs === undefined) return undefined;
  // The console of CloudWatch decodes twice, with a sign of its own.
  const twice = (text: string) => encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
  const { group, streams } = type.logs(name);
  const filter =
    streams === undefined ? '' : `${encodeURIComponent('?logStreamNameFilter=').replaceAll('%', '$')}${twice(streams)}`;
  return `https://${host}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(group)}${filter}`;
}
