import { Command, Option } from 'commander';
import { savedPages } from '../catalog/page-link.ts';
import { example } from './example-fields.ts';
import { exitCodes } from './exit-codes.ts';

interface PlaceOptions {
  readonly page?: string;
  readonly json?: true;
}

/** `sagecat views`: saved views of the page. */
export const viewsCommand = (): Command =>
  new Command('views')
    .description('list, show, save and delete saved views of the page')
    .addHelpText(
      'after',
      `
Views that are saved here are shared: everybody who opens the page sees them. Views that are private to a key are
visible only with that key, and are not listed here.

Exit code: 0 success, 1 there is no such view or its name is taken, 2 wrong usage.`,
    )
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(saveCommand())
    .addCommand(deleteCommand());

const pages = Object.keys(savedPages);
const withPage = (command: Command): Command =>
  command.addOption(new Option('--page <name>', 'only views of this page').choices(pages));

const listCommand = (): Command =>
  withPage(new Command('list'))
    .description('list the shared views')
    .option('--json', 'print an array of objects')
    .action(async ({ page, json }: PlaceOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { listViews } = await import('./saved-views.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      await listViews(context, { page, json });
    });

const showCommand = (): Command =>
  withPage(new Command('show'))
    .description('show a view and its link, relative to the address of the page')
    .argument('<name-or-id>')
    .option('--json', 'print one JSON object')
    .action(async (name: string, { page, json }: PlaceOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { showView } = await import('./saved-views.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      await showView(context, name, { page, json });
    });

const saveCommand = (): Command =>
  new Command('save')
    .description('save a link to the page under a name; replaces the shared view with that name')
    .argument('<name>', 'name in the side bar')
    .argument('<link>', 'address of the page in the browser, or its path and query, e.g. "/?q=region:us-east-1"')
    .option('--json', 'print the view as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  sagecat views save 'failed today' '/?q=${example.failed} creation_time:>now-24h'
  sagecat views save 'spend by role' '/spend?by=role_arn'`,
    )
    .action(async (name: string, link: string, { json }: PlaceOptions, command: Command) => {
      const { PageLinkError, readPageLink } = await import('../catalog/page-link.ts');
      const { CommandError } = await import('./exit-codes.ts');
      const { openContext } = await import('./context.ts');
      const { saveLink } = await import('./saved-views.ts');
      if (name.trim() === '' || name.length > 200) {
        throw new CommandError('a name has 1 to 200 characters', exitCodes.usage);
      }
      const read = () => {
        try {
          return readPageLink(link);
        } catch (error) {
          throw error instanceof PageLinkError ? new CommandError(error.message, exitCodes.usage) : error;
        }
      };
      const view = read();
      await using context = await openContext(command, { quiet: true, existing: true });
      await saveLink(context, name, view, { json });
    });

const deleteCommand = (): Command =>
  withPage(new Command('delete'))
    .description('delete a shared view')
    .argument('<name-or-id>')
    .option('--json', 'print the deleted view as one JSON object')
    .action(async (name: string, { page, json }: PlaceOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { removeView } = await import('./saved-views.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      await removeView(context, name, { page, json });
    });
