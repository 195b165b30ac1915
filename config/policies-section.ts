import Type, { type Static, type TSchema } from 'typebox';
import { builtInPolicies } from '../catalog/policies/built-in.ts';
import { policyMembers, policyName } from '../catalog/policies/policy.ts';
import { section } from './section.ts';
import type { Problem } from './validate.ts';

/** Returns an optional schema without its default, which would otherwise change a built-in policy. */
const optional = <S extends TSchema>({ default: _, ...schema }: S & { default?: unknown }) =>
  // The same schema without its default.
  Type.Optional(schema as unknown as S);

const entry = section({
  name: Type.Optional(policyName),
  builtin: Type.Optional(
    Type.Enum(
      builtInPolicies.map(({ name }) => name),
      {
        description:
          'Name of a built-in policy (docs/policies.md), instead of name; other keys of the entry override its own.',
      },
    ),
  ),
  title: optional(policyMembers.title),
  type: Type.Optional(
    Type.String({
      description: 'Resource type that the policy applies to, by the name of its table; training jobs by default.',
    }),
  ),
  about: policyMembers.about,
  require: optional(policyMembers.require),
  severity: optional(policyMembers.severity),
  contact: policyMembers.contact,
  remedy: policyMembers.remedy,
  exemptions: policyMembers.exemptions,
});

export const policiesSection = Type.Optional(
  Type.Array(entry, {
    maxItems: 1000,
    description: 'All policies. Without this section, the stored policies are left unchanged.',
  }),
);

export type PolicyEntry = NonNullable<Static<typeof policiesSection>>[number];

/** Checks what the schema cannot express: an entry is a built-in policy, or has everything that an own policy needs. */
export const policiesProblems = (entries: readonly PolicyEntry[] = []): Problem[] =>
  entries.flatMap((one, index): Problem[] => {
    const at = (key: string, message: string) => [{ path: ['policies', index, key], message }];
    if (one.builtin !== undefined) {
      return one.name === undefined
        ? []
        : at('name', 'is that of the built-in policy where builtin names one: leave it out');
    }
    const missing = (['name', 'title', 'require'] as const).filter((key) => one[key] === undefined);
    return missing.length === 0
      ? []
      : at(missing[0] ?? '', `is missing: a policy has ${missing.join(' and ')}, or builtin`);
  });
