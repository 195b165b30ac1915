import { Document, visit } from 'yaml';
import type { SpokenObject } from './translate.ts';

/** Text that YAML 1.1 and 1.2 both read as a string without quotes. Kubernetes reads 1.1, where `no`, `1_0`, `12:30` and some readers' `e5` are none. */
const plain = /^[A-Za-z/](?:[\w./:@+=-]*[\w/])?$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?\d+)$/i;

/** What is no printable character to YAML, or breaks a line in YAML 1.1. It only ever stands between double quotes. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** One YAML document, its comments first. Strings are quoted wherever a reader could take them for something else. */
export function writeYaml(value: SpokenObject, comments: readonly string[] = []): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== 'string') return;
      node.type = plain.test(node.value) && !reserved.test(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
  });
  const text = document
    .toString({ lineWidth: 0, doubleQuotedAsJSON: true })
    .replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return comments.map((line) => `# ${line}\n`).join('') + text;
}
