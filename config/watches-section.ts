import Type from 'typebox';
import { watchMembers, watchName } from '../catalog/watches/watch.ts';
import { section } from './section.ts';

export const watchesSection = Type.Optional(
  Type.Array(section({ name: watchName, ...watchMembers }), {
    maxItems: 1000,
    description: 'All watches. Without this section, the stored watches are left unchanged. See docs/watches.md.',
  }),
);
