import { configSchema } from './schema.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Returns every key of the configuration as rows of a Markdown table: key, default, description. */
export function configReference(): string {
  // TypeBox schemas are JSON Schemas.
  const rows = keysOf(configSchema as Schema, '');
  return ['| key | default | what it is |', '| --- | --- | --- |', ...rows].join('\n');
}

function keysOf({ properties = {} }: Schema, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const key = `${prefix}${name}`;
    const shown = schema.default === undefined ? '' : `\`${JSON.stringify(schema.default).replace(/^"|"$/g, '')}\``;
    // A key without a description is described by the key above it.
    const row = schema.description ? [`| \`${key}\` | ${shown} | ${schema.description.replaceAll('|', '\\|')} |`] : [];
    if (schema.properties) return [...row, ...keysOf(schema, `${key}.`)];
    return schema.items?.properties ? [...row, ...keysOf(schema.items, `${key}[].`)] : row;
  });
}
