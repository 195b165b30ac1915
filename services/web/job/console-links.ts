/** Hosts of the AWS console by the partition of a region. Isolated partitions have consoles of their own, which nobody else knows. */
function consoleHost(region: string): string | undefined {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  if (region.startsWith('eusc-')) return 'console.amazonaws-eusc.eu';
  if (/^(us|eu)-iso/.test(region)) return undefined;
  return `${region}.console.aws.amazon.com`;
}

/** The page of a training job in the SageMaker console. */
export function jobLink(region: string, name: string): string | undefined {
  const host = consoleHost(region);
  return host && `https://${host}/sagemaker/home?region=${region}#/jobs/${encodeURIComponent(name)}`;
}

/** The streams of a training job in the CloudWatch console, which encodes twice. */
export function logsLink(region: string, name: string): string | undefined {
  const host = consoleHost(region);
  if (host === undefined) return undefined;
  const twice = (text: string) => encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
  const filter = `${encodeURIComponent('?logStreamNameFilter=').replaceAll('%', '$')}${twice(name)}`;
  return `https://${host}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice('/aws/sagemaker/TrainingJobs')}${filter}`;
}

/** A place in S3 in its console; undefined for what is no `s3://` address. */
export function s3Link(region: string, uri: string): string | undefined {
  const host = consoleHost(region);
  const { bucket, key } = /^s3:\/\/(?<bucket>[^/]+)\/?(?<key>.*)$/s.exec(uri)?.groups ?? {};
  if (host === undefined || bucket === undefined) return undefined;
  const folder = (key ?? '').replace(/[^/]*\.[\w.]+$/, '').replace(/([^/])$/, '$1/');
  return `https://${host}/s3/buckets/${encodeURIComponent(bucket)}?region=${region}&prefix=${encodeURIComponent(folder)}`;
}
