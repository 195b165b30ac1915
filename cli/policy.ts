import { Command } from 'commander';
import { actionsOf, readingPolicy } from '../catalog/iam-policy.ts';
import { jobType, resourceTypesNamed } from '../catalog/resource-types.ts';

/** `sagecat policy`: the IAM policy of a role that reads the configured resource types. */
export const policyCommand = (): Command =>
  new Command('policy')
    .description('print the IAM policy that reading an account needs')
    .option('--type <name...>', 'for these resource types (default: crawl.types)')
    .option('--actions', 'print only the actions, one per line')
    .addHelpText(
      'after',
      `
All actions are read-only. docs/aws-access.md shows how to create the role. For compliance policies, see sagecat policies.

Exit code: 0 success, 2 the configuration is wrong, or there is no such type.

Examples:
  sagecat policy
  sagecat policy --type ${jobType.name} --actions`,
    )
    .action(async ({ type: chosen, actions }: { type?: string[]; actions?: true }, command: Command) => {
      const { readConfig } = await import('./context.ts');
      const names = chosen ?? readConfig(command).crawl.types;
      const types = resourceTypesNamed(names);
      const unknown = names.filter((name) => !types.some((type) => type.name === name));
      if (unknown.length > 0) {
        const { CommandError, exitCodes } = await import('./exit-codes.ts');
        throw new CommandError(
          `there is no resource type ${unknown.join(', ')}; docs/types.md lists them`,
          exitCodes.usage,
        );
      }
      console.log(
        actions
          ? [...new Set(types.flatMap(actionsOf))].join('\n')
          : JSON.stringify(readingPolicy(types), undefined, 2),
      );
    });
