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
          'Name of a policy that sagecat brings along (docs/policies.md), in place of name; what else the entry says goes before what that says.',
      },
    ),
  ),
  title: optional(policyMembers.title),
  type: Type.Optional(
    Type.String({ description: 'Resource type that the policy is about, by the name of its table; jobs by default.' }),
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
    description:
      'What must hold of resources: the policies, all of them. Without this section, those that hold already are left as they are.',
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
