import type { YAMLError } from 'yaml';

/**
 * What is wrong with a YAML text, in the words of the parser's code for it: `bad indent`. The parser's own messages quote the
 * text, which may hold secrets.
 */
export const yamlErrorText = ({ code }: Pick<YAMLError, 'code'>): string => code.toLowerCase().replaceAll('_', ' ');
