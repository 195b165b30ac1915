/** The content of a SigV4 Authorization header. Signatures are not verified, since nothing here needs protection. */
export interface SigningScope {
  readonly accessKeyId: string;
  readonly region: string;
  /** The signing name: sagemaker, sts, organizations or account. */
  readonly service: string;
}

// AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/sagemaker/aws4_request, SignedHeaders=..., Signature=...
const CREDENTIAL = /Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/;

export function signingScope(authorization: string | undefined): SigningScope | undefined {
  const match = CREDENTIAL.exec(authorization ?? '');
  const [, accessKeyId, region, service] = match ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}
