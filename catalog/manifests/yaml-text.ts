import { Document, visit } from 'yaml';
import type { FormattedObject } from './translate.ts';

/** Text that YAML 1.1 and 1.2 both read as a string without quotes. In YAML 1.1, which Kubernetes reads, `no`, `1_0` and `12:30` are not. */
const plain = /^[A-Za-z/](?:[\w./:@+=-]*[\w/])?$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?\d+)$/i;

/** Characters that are not printable in YAML, or break a line in YAML 1.1. They are escaped in double quotes. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Returns one YAML document, comments first. Ambiguous strings are quoted. */
export function writeYaml(value: FormattedObject, comments: readonly string[] = []): string {
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
