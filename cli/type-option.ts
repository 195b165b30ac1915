import { type Command, Option } from 'commander';
import type { AnyResourceType } from '../catalog/resource-types.ts';

/** What a command that is about one resource type reads of its options. */
export interface TypeOptions {
  readonly type?: string;
}

/** Offers `--type` where there are several types to choose from. */
export function withTypeOption(command: Command, types: readonly AnyResourceType[]): Command {
  const [first, ...others] = types.map(({ name }) => name);
  if (first === undefined || others.length === 0) return command;
  return command.addOption(
    new Option('--type <name>', 'resource type, as its table is named').choices([first, ...others]).default(first),
  );
}

/** The type that was chosen; the first where none was. */
export function chosenType<Type extends AnyResourceType>(types: readonly Type[], { type: name }: TypeOptions): Type {
  const type = types.find((candidate) => candidate.name === name) ?? types[0];
  if (!type) throw new Error('no resource type is registered');
  return type;
}
