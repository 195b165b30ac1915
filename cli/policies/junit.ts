import type { CheckedPolicy } from './check-result.ts';

/** Policies as JUnit XML: a suite for each, and in it a test case for each violation that is shown; one that passes where there is none. */
export function junitXml(checked: readonly CheckedPolicy[]): string {
  const suites = checked.map((policy) => {
    const cases = policy.violations.map(
      ({ arn, name }) =>
        `    <testcase classname="${attribute(policy.name)}" name="${attribute(name)}"><failure type="${policy.severity}" message="${attribute(policy.title)}">${attribute(`${arn}\n${policy.remedy ?? ''}`)}</failure></testcase>`,
    );
    if (cases.length === 0) {
      cases.push(`    <testcase classname="${attribute(policy.name)}" name="${attribute(policy.title)}"/>`);
    }
    return [
      `  <testsuite name="${attribute(policy.name)}" tests="${cases.length}" failures="${policy.violations.length}">`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sagecat policies">\n${suites.join('\n')}\n</testsuites>`;
}

/** Escapes what XML gives a meaning, and leaves out control characters, which XML 1.0 cannot hold. */
const attribute = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '');
