import type { CheckedPolicy } from './check-result.ts';

const levels = { info: 'note', low: 'note', medium: 'warning', high: 'error', critical: 'error' } as const;

/** Violations as a SARIF 2.1.0 log (OASIS): a rule for each policy, a result for each resource that violates it. */
export const sarifLog = (checked: readonly CheckedPolicy[]): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'sagecat',
          rules: checked.map(({ name, title, remedy, severity }) => ({
            id: name,
            shortDescription: { text: title },
            ...(remedy !== undefined && { help: { text: remedy } }),
            defaultConfiguration: { level: levels[severity] },
          })),
        },
      },
      results: checked.flatMap(({ name, title, severity, violations }, ruleIndex) =>
        violations.map((violation) => ({
          ruleId: name,
          ruleIndex,
          level: levels[severity],
          message: { text: `${violation.name} violates: ${title}` },
          locations: [
            { logicalLocations: [{ name: violation.name, fullyQualifiedName: violation.arn, kind: 'resource' }] },
          ],
        })),
      ),
    },
  ],
});
