import { Command, Option } from 'commander';
import { wholeNumber } from './options.ts';
import type { CheckedPolicy } from './policies/check-result.ts';

/** `sagecat policies`: what must hold of resources, and what does not comply. */
export const policiesCommand = (): Command =>
  new Command('policies')
    .description('check resources against policies')
    .addCommand(checkCommand())
    .addCommand(listCommand())
    .addCommand(applyCommand());

interface CheckOptions {
  readonly policy?: readonly string[];
  readonly limit: number;
  readonly json?: true;
  readonly sarif?: true;
  readonly junit?: true;
}

const checkCommand = (): Command =>
  new Command('check')
    .description('evaluate the policies, and list violations')
    .option('--policy <name...>', 'only these policies')
    .option('--limit <n>', 'violations to show per policy, newest first', wholeNumber(1), 20)
    .addOption(new Option('--json', 'print one JSON object').conflicts(['sarif', 'junit']))
    .addOption(new Option('--sarif', 'print a SARIF 2.1.0 log, for code scanning').conflicts('junit'))
    .option('--junit', 'print JUnit XML, for pipelines')
    .addHelpText(
      'after',
      `
Exit code: 0 no violations, 4 violations, 1 failed, 2 wrong usage or there is no such policy.

Examples:
  sagecat policies check
  sagecat policies check --policy owned volume-encrypted --junit`,
    )
    .action(async ({ policy, limit, json, sarif, junit }: CheckOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { checkPolicies } = await import('./policies/check-result.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const checked = await checkPolicies(context, { names: policy, limit });
      console.log(await render(checked, { json, sarif, junit }));
      const violated = checked.filter((one) => one.violated > 0);
      if (violated.length > 0) {
        throw new CommandError(
          `${violated.length} of ${checked.length} policies are violated: ${violated.map(({ name }) => name).join(', ')}`,
          exitCodes.violated,
        );
      }
    });

async function render(
  checked: readonly CheckedPolicy[],
  { json, sarif, junit }: { json?: true | undefined; sarif?: true | undefined; junit?: true | undefined },
): Promise<string> {
  if (json) return JSON.stringify({ policies: checked });
  if (sarif) return JSON.stringify((await import('./policies/sarif.ts')).sarifLog(checked));
  if (junit) return (await import('./policies/junit.ts')).junitXml(checked);
  return (await import('./policies/render-check.ts')).renderCheck(checked);
}

const listCommand = (): Command =>
  new Command('list')
    .description('list the policies with their scores')
    .option('--json', 'print the policies as JSON')
    .action(async ({ json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { checkPolicies } = await import('./policies/check-result.ts');
      const { renderScores } = await import('./policies/render-check.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const checked = await checkPolicies(context, { limit: 0 });
      console.log(json ? JSON.stringify({ policies: checked }) : renderScores(checked));
    });

const applyCommand = (): Command =>
  new Command('apply')
    .description('replace all policies by those of a file')
    .argument('<file>', 'YAML file with a list policies, as in the configuration')
    .option('--json', 'print what was added, changed and removed as JSON')
    .addHelpText(
      'after',
      `
If the configuration has a list policies, sagecat up, serve, worker and crawl apply that list when they start.

Exit code: 0 applied, 1 failed, 2 the file is wrong.`,
    )
    .action(async (file: string, { json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { loadConfig } = await import('../config/load-config.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { chosenPolicy } = await import('../catalog/policies/chosen-policy.ts');
      const { applyPolicies } = await import('../db/policies/apply-policies.ts');
      const { evaluatePolicies } = await import('../db/policies/evaluate-policies.ts');
      const { printApplied } = await import('./print-applied.ts');
      // A file of policies is a configuration with nothing else in it.
      const { policies } = loadConfig({ file, env: {}, cwd: process.cwd() }).config;
      if (!policies) throw new CommandError(`${file} has no list policies`, exitCodes.usage);
      await using context = await openContext(command, { existing: true, quiet: true });
      const applied = await applyPolicies(context.database.kysely, policies.map(chosenPolicy));
      await evaluatePolicies(context.database.kysely, { signal: context.signal });
      printApplied(applied, { json });
    });
