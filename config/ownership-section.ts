import Type, { type Static } from 'typebox';
import { section } from './section.ts';
import type { Problem } from './validate.ts';

const pattern = (of: string) =>
  Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 2048,
      description: `Pattern of ${of}: * is any text, ? one character, and {owner} the part that is the owner.`,
    }),
  );

const rule = section({
  name: Type.String({
    pattern: '^\\S(.{0,98}\\S)?$',
    description: 'Name of the rule, which resources show as owner_rule.',
  }),
  accounts: Type.Optional(
    Type.Array(Type.String({ pattern: '^\\d{12}$' }), {
      minItems: 1,
      uniqueItems: true,
      description: 'Accounts that the rule is about, in quotes; all by default.',
    }),
  ),
  role: pattern('the ARN of the role that the resource runs as'),
  resource: pattern('the name of the resource'),
  owner: Type.Optional(Type.String({ minLength: 1, maxLength: 256, description: 'The owner.' })),
  tags: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 128 }), {
      minItems: 1,
      uniqueItems: true,
      description: 'Keys of tags; the owner is the value of the first one that the resource has.',
    }),
  ),
  file: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        'CSV file of owners by the value of a field: its first line is FIELD,owner, where FIELD is account_id, role_arn, name or tags.KEY.',
    }),
  ),
});

export const ownershipSection = Type.Optional(
  section(
    {
      rules: Type.Array(rule, {
        maxItems: 1000,
        description: 'Rules, in order; the first that gives an owner decides.',
      }),
    },
    {
      description: 'Rules that assign resources to teams. Without this section, the stored rules are left unchanged.',
    },
  ),
);

export type OwnershipSettings = NonNullable<Static<typeof ownershipSection>>;

/** Checks what the schema cannot express: names are unique, and each rule has exactly one way to find the owner. */
export function ownershipProblems(settings: OwnershipSettings | undefined): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, { name, role, resource, owner, tags, file }] of (settings?.rules ?? []).entries()) {
    const at = (key: string, message: string) => problems.push({ path: ['ownership', 'rules', index, key], message });
    if (seen.has(name)) at('name', `is the name of an earlier rule, too: ${name}`);
    seen.add(name);
    const places = [role, resource].map((text = '') => text.split('{owner}').length - 1);
    const ways = [owner, tags, file].filter((way) => way !== undefined).length + places.reduce((a, b) => a + b, 0);
    if (ways !== 1) {
      at(
        'name',
        `must say in one way who the owner is: owner, tags, file, or {owner} once in role or resource; this rule has ${ways}`,
      );
    }
  }
  return problems;
}
