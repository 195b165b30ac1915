import Type, { type Static } from 'typebox';
import { section, withDefaults } from './section.ts';
import { trustProxy } from './trust-proxy.ts';

/** The `api` section: where the API listens, and its limits. */
export const apiSection = section(
  {
    host: Type.String({
      minLength: 1,
      default: '127.0.0.1',
      description:
        'Address that the API listens on. Any address except the loopback requires API keys. SAGECAT_HOST overrides it.',
    }),
    port: Type.Integer({
      minimum: 0,
      maximum: 65535,
      default: 8080,
      description: 'Port that the API listens on; 0 takes a free one. SAGECAT_PORT overrides it.',
    }),
    requests_per_minute: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 6000,
      description:
        'Requests per minute for each key, and for each address without a valid key. Each process counts separately.',
    }),
    wrong_keys_per_minute: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 60,
      description:
        'Invalid keys that one address may try per minute; after that its requests are refused without a lookup.',
    }),
    trust_proxy: trustProxy,
    request_timeout_seconds: Type.Number({
      minimum: 1,
      maximum: 3600,
      default: 30,
      description:
        'Time limit for the head of a request to arrive, and for the whole request. The connection ends at most a second later.',
    }),
    statement_timeout_seconds: Type.Integer({
      minimum: 1,
      maximum: 3600,
      default: 30,
      description: 'Time limit of one database statement of a request.',
    }),
    cors_origins: Type.Array(Type.String({ pattern: '^https?://[^/]+$' }), {
      default: [],
      description: 'Origins of other web pages that may call the API, e.g. https://dash.example.org.',
    }),
  },
  { default: {} },
);

export type ApiSettings = Static<typeof apiSection>;

/** Returns the given settings with the defaults of the others. They are not validated. */
export const apiSettings = (given: Partial<ApiSettings> = {}): ApiSettings => withDefaults(apiSection, given);
