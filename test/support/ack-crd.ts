import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

const file = new URL('../../../shared/facts/ack-trainingjob-crd-v1alpha1.yaml', import.meta.url);

/** A CustomResourceDefinition's schema of a value. */
export interface CrdSchema {
  readonly type: string;
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly required?: readonly string[];
  readonly items?: CrdSchema;
  readonly additionalProperties?: CrdSchema | boolean;
  readonly format?: string;
}

/** The schema of ACK's TrainingJob; undefined if the CRD is not next to the checkout. */
export const crdSchema: CrdSchema | undefined = existsSync(file)
  ? parse(readFileSync(file, 'utf8')).spec.versions[0].schema.openAPIV3Schema
  : undefined;

/** For a test’s `skip`: the reason to skip it, or false. */
export const withoutCrd: string | false =
  crdSchema === undefined && 'no CRD at ../shared/facts/ack-trainingjob-crd-v1alpha1.yaml';

/** Returns a validator that rejects unknown fields, as `kubectl --validate=strict` does. */
export function manifestValidator(schema: CrdSchema): ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    formats: { int64: true, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/ },
  });
  return ajv.compile(strict({ ...schema, required: ['apiVersion', 'kind', 'metadata'] }));
}

/** `metadata` is not part of a CRD: the schema that Kubernetes itself requires. */
const metadata = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: {
      type: 'string',
      maxLength: 253,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    },
    namespace: { type: 'string', maxLength: 63, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    annotations: {
      type: 'object',
      additionalProperties: { type: 'string' },
      propertyNames: { pattern: '^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$' },
    },
  },
};

function strict(schema: CrdSchema): object {
  const { type, properties, required, items, additionalProperties, format } = schema;
  return {
    type,
    ...(format === undefined ? {} : { format }),
    ...(required === undefined ? {} : { required }),
    ...(items === undefined ? {} : { items: strict(items) }),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: strict(additionalProperties) } : {}),
    ...(properties === undefined
      ? {}
      : {
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, name === 'metadata' ? metadata : strict(inner)]),
          ),
        }),
  };
}
