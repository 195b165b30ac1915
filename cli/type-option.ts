import { type Command, Option } from 'commander';
import type { AnyResourceType } from '../catalog/resource-types.ts';

/** The options of a command about one resource type. */
export interface TypeOptions {
  readonly type?: string;
}

/** Adds `--type` if there are several types. */
export function withTypeOption(command: Command, types: readonly AnyResourceType[]): Command {
  const [first, ...others] = types.map(({ name }) => name);
  if (first === undefined || others.length === 0) return command;
  return command.addOption(
    new Option('--type <name>', 'resource type, by the name of its table').choices([first, ...others]).default(first),
  );
}

/** Adds `--type` for all types or one if there are several. */
export function withTypeFilter(command: Command, types: readonly AnyResourceType[]): Command {
  if (types.length < 2) return command;
  return command.addOption(
    new Option('--type <name>', 'only this resource type, by the name of its table').choices(
      types.map(({ name }) => name),
    ),
  );
}

/** Returns the chosen type; the first by default. */
export function chosenType<Type extends AnyResourceType>(types: readonly Type[], { type: name }: TypeOptions): Type {
  const type = types.find((candidate) => candidate.name === name) ?? types[0];
  if (!type) throw new Error('no resource type is registered');
  return type;
}
