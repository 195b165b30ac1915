import type { ApiError } from './api-error.ts';
import type { Reply } from './aws-json.ts';

/** Parses the form of an AWS Query request: Action and its parameters. The response is XML. */
export function queryForm(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Returns a response with `fields` as elements; nested objects become nested elements. */
export function xmlReply(action: string, namespace: string, fields: XmlFields, requestId: string): Reply {
  return {
    status: 200,
    contentType: 'text/xml',
    body:
      `<${action}Response xmlns="${namespace}"><${action}Result>${elements(fields)}</${action}Result>` +
      `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`,
  };
}

export function xmlError(error: ApiError, namespace: string, requestId: string): Reply {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  return {
    status: error.status,
    contentType: 'text/xml',
    body:
      `<ErrorResponse xmlns="${namespace}"><Error>${elements({ Type: type, Code: error.code, Message: error.message })}</Error>` +
      `<RequestId>${requestId}</RequestId></ErrorResponse>`,
  };
}

export interface XmlFields {
  readonly [element: string]: string | XmlFields;
}

function elements(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${typeof value === 'string' ? escapeXml(value) : elements(value)}</${name}>`)
    .join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
