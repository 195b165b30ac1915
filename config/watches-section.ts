import Type from 'typebox';
import { watchMembers, watchName } from '../catalog/watches/watch.ts';
import { section } from './section.ts';

export const watchesSection = Type.Optional(
  Type.Array(section({ name: watchName, ...watchMembers }), {
    maxItems: 1000,
    description:
      'What people are told of without asking: the watches, all of them. Without this section, those that hold already are left as they are. See docs/watches.md.',
  }),
);
