import { type FieldPath, findField } from '../../../catalog/field-path.ts';
import { catalogType, membersOf, string } from '../../../catalog/fields.ts';
import { nearestField } from '../../../catalog/nearest-field.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { snakeCase } from '../../../catalog/snake-case.ts';
import { anyText, type FieldNode, type Pattern, type SearchNode } from './ast.ts';
import { resolveMatch } from './choices.ts';
import type { Condition } from './condition.ts';
import { scalarTest } from './scalar-test.ts';
import { SearchError } from './search-error.ts';

/** The context in which a query is resolved. */
export interface SearchContext {
  readonly type: AnyResourceType;
  /** The value of `now`, in milliseconds since 1970. */
  readonly now: number;
}

/** Checks a query against the fields of its resource type and their types, and resolves it. Throws SearchError. */
export function resolveSearch(node: SearchNode, context: SearchContext): Condition {
  switch (node.kind) {
    case 'all':
      return { kind: 'all' };
    case 'and':
    case 'or':
      return { kind: node.kind, conditions: node.nodes.map((inner) => resolveSearch(inner, context)) };
    case 'not':
      return { kind: 'not', condition: resolveSearch(node.node, context) };
    case 'text':
      return freeText(context.type, node.pattern);
    case 'field':
      return fieldCondition(node, context);
  }
}

/** Free text is searched in the name and, if the type has one, the failure reason. */
function freeText(type: AnyResourceType, pattern: Pattern): Condition {
  const fields = [type.key.name, 'failure_reason'].flatMap((path) => findField(type, path) ?? []);
  return {
    kind: 'or',
    conditions: fields.map((field) => ({ kind: 'test', field, test: { kind: 'contains', pattern } })),
  };
}

function fieldCondition(node: FieldNode, context: SearchContext): Condition {
  const tagKey = /^tags\.(.+)$/s.exec(node.path)?.[1];
  if (tagKey !== undefined) return tagCondition(node, tagKey, context);
  if (node.path === violates) return violation(node, context);
  const field = findField(context.type, node.path);
  if (!field) {
    throw new SearchError(`there is no field ${node.path}`, node.offset, nearestField(context.type, node.path));
  }
  if (node.operand.kind === 'exists') return { kind: 'test', field, test: { kind: 'exists' } };
  refuseStruct(field, node.offset);
  const { operand } = node;
  const operands = operand.kind === 'match' ? resolveMatch(field, operand) : [operand];
  const conditions = operands.map((one): Condition => {
    const test = scalarTest(field, one, context.now);
    return test === 'none' ? { kind: 'none' } : { kind: 'test', field, test };
  });
  const [only] = conditions;
  return only && conditions.length === 1 ? only : { kind: 'or', conditions };
}

/** `tags.team:nlp` finds the tag `team:nlp`; tags are a list of `key:value`. */
function tagCondition({ operand, offset }: FieldNode, key: string, { type }: SearchContext): Condition {
  const field = findField(type, 'tags');
  if (!field || (operand.kind !== 'match' && operand.kind !== 'exists')) {
    throw new SearchError(`the value of a tag is text: tags.${key}:value is all that can be asked`, offset);
  }
  if (operand.kind === 'exists') {
    return { kind: 'test', field, test: { kind: 'like', pattern: [`${key}:`, anyText] } };
  }
  const node: FieldNode['operand'] = { ...operand, pattern: [`${key}:`, ...operand.pattern] };
  const test = scalarTest(field, node, 0);
  return test === 'none' ? { kind: 'none' } : { kind: 'test', field, test };
}

/** The search field for the policies that a resource violates. */
export const violates = 'violates';

function violation({ operand, offset }: FieldNode, { type }: SearchContext): Condition {
  if (operand.kind === 'exists') return { kind: 'violates', type: type.name, name: { kind: 'exists' } };
  if (operand.kind !== 'match') {
    throw new SearchError(
      `${violates} takes the name of a policy: ${violates}:NAME, or * in place of the name`,
      offset,
    );
  }
  const name = scalarTest({ path: violates, column: violates, steps: [], field: string('') }, operand, 0);
  return name === 'none' ? { kind: 'none' } : { kind: 'violates', type: type.name, name };
}

function refuseStruct({ path, field }: FieldPath, offset: number): void {
  const [member] = Object.keys(membersOf(field) ?? {});
  if (member === undefined) return;
  throw new SearchError(
    `${path} is a ${catalogType(field)}: search one of its members, or ${path}:* for its presence`,
    offset,
    `${path}.${snakeCase(member)}`,
  );
}
