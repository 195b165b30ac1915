import { Command, Option } from 'commander';
import { actionsOf, readingPolicy } from '../catalog/iam-policy.ts';
import { type AnyResourceType, jobType } from '../catalog/resource-types.ts';

/** `sagecat policy`: the IAM policy of a role that reads the configured resource types. */
export function policyCommand(types: readonly AnyResourceType[]): Command {
  const command = new Command('policy')
    .description('print the IAM policy that reading an account needs')
    .option('--actions', 'print only the actions, one per line')
    .addHelpText(
      'after',
      `
All actions are read-only. docs/aws-access.md shows how to create the role. For compliance policies, see sagecat policies.

Exit code: 0 success, 2 wrong usage or the configuration is wrong.

Examples:
  sagecat policy
  sagecat policy --type ${jobType.name} --actions`,
    )
    .action(async ({ type: chosen, actions }: { type?: string[]; actions?: true }, command: Command) => {
      const { readConfig } = await import('./context.ts');
      const names = chosen ?? readConfig(command).crawl.types;
      const read = types.filter(({ name }) => names.includes(name));
      console.log(
        actions ? [...new Set(read.flatMap(actionsOf))].join('\n') : JSON.stringify(readingPolicy(read), undefined, 2),
      );
    });
  const names = types.map(({ name }) => name);
  if (names.length < 2) return command;
  return command.addOption(
    new Option('--type <name...>', 'for these resource types (default: crawl.types)').choices(names),
  );
}
