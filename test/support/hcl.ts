import hcl2json from '@cdktf/hcl2json';

/**
 * Parses HCL with HashiCorp's own parser into a JSON value. The parser writes strings as templates, with `${` doubled; here they are
 * unescaped. References stay `${...}`.
 */
export async function parseHcl(text: string): Promise<Record<string, unknown>> {
  return meaning(await hcl2json.parse('generated.tf', text)) as Record<string, unknown>; // a file is an object
}

const reference = /^\$\{(data\.)?[a-z0-9_]+\.[\w-]+(\.yaml)?\}$/;

function meaning(value: unknown): unknown {
  if (typeof value === 'string') return reference.test(value) ? value : value.replace(/([$%])\1\{/g, '$1{');
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [meaning(key), meaning(held)]));
}
