import type { YAMLError } from 'yaml';

/**
 * Returns the error of a YAML text, from the parser's code for it: `bad indent`. The parser's own messages quote the text, which may have
 * secrets.
 */
export const yamlErrorText = ({ code }: Pick<YAMLError, 'code'>): string => code.toLowerCase().replaceAll('_', ' ');
