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
        'Address that the API listens on. Any but a loopback address needs API keys. SAGECAT_HOST goes before it.',
    }),
    port: Type.Integer({
      minimum: 0,
      maximum: 65535,
      default: 8080,
      description: 'Port that the API listens on; 0 takes a free one. SAGECAT_PORT goes before it.',
    }),
    requests_per_minute: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 6000,
      description:
        'Requests a minute that one key may send, and one address without a key that works. Each process counts for itself.',
    }),
    wrong_keys_per_minute: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 60,
      description: 'Keys that do not work which one address may try in a minute; after that it is refused unseen.',
    }),
    trust_proxy: trustProxy,
    request_timeout_seconds: Type.Number({
      minimum: 1,
      maximum: 3600,
      default: 30,
      description:
        'Longest time that the head of a request may take to arrive, and all of a request with its body. A connection ends at most a second later.',
    }),
    statement_timeout_seconds: Type.Integer({
      minimum: 1,
      maximum: 3600,
      default: 30,
      description: 'Longest time that the database may take for one statement of a request.',
    }),
    cors_origins: Type.Array(Type.String({ pattern: '^https?://[^/]+$' }), {
      default: [],
      description: 'Origins whose pages may call the API from a browser, e.g. https://dash.example.org.',
    }),
  },
  { default: {} },
);

export type ApiSettings = Static<typeof apiSection>;

/** Returns the given settings with the defaults of the others. They are not validated. */
export const apiSettings = (given: Partial<ApiSettings> = {}): ApiSettings => withDefaults(apiSection, given);
