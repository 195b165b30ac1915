import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { helpText } from '../../../cli/terminal/help-text.ts';
import { plainView } from '../../../cli/terminal/view.ts';

const help = `
Reads reports of costs and usage. Of a month that was
delivered twice, the newest counts.

Examples:
  sagecat reconcile report-00001.csv.gz report-00002.csv.gz
`;

describe('help', () => {
  it('has its sentences wrapped as wide as the terminal, and its examples as they must be typed', () => {
    assert.equal(
      helpText(help, plainView(40)),
      `
Reads reports of costs and usage. Of a
month that was delivered twice, the
newest counts.

Examples:
  sagecat reconcile report-00001.csv.gz report-00002.csv.gz
`,
    );
    assert.match(helpText(help, plainView(120)), /usage\. Of a month that was delivered twice, the newest counts\.$/m);
    assert.equal(helpText(help, plainView()), help);
  });

  it('keeps a suggestion on a line of its own', () => {
    const error = "error: unknown option '--limt'\n(Did you mean --limit?)\n";
    assert.equal(helpText(error, plainView(80)), error);
  });
});
