import type { WireTag } from '../wire.ts';
import type { Project } from './projects.ts';
import type { SeededRandom } from './random.ts';

/** Draws tags as people set them: mostly team, owner, project, cost centre and environment, some missing, a few with colons and other alphabets. */
export function randomTags(project: Project, random: SeededRandom): WireTag[] {
  if (random.chance(0.06)) return [];
  const tags: WireTag[] = [];
  const set = (Key: string, Value: string, share: number) => {
    if (random.chance(share)) tags.push({ Key, Value });
  };
  set('team', project.team, 0.95);
  set('owner', project.owner, 0.85);
  set('project', project.name, 0.9);
  set('cost-center', project.costCenter, 0.75);
  set('env', random.pick(['prod', 'staging', 'dev', 'dev'] as const), 0.8);
  set('git:commit', random.hex(12), 0.15);
  set('ticket', `https://tracker.example.com/ML-${random.between(100, 9999)}`, 0.12);
  set('Kommentar', 'Größenvergleich: «neu» gegen 旧', 0.03);
  set('keep', '', 0.02);
  return tags;
}
