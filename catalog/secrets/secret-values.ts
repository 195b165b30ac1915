import type { NameMeaning } from './secret-names.ts';

// Decides whether a value can be a secret, under a name that says that it is one.

/** Values without information: switches, and words for an absent or hidden value. */
const emptyWord =
  /^(?:|true|false|yes|no|on|off|none|null|nil|undefined|nan|auto|default|optional|required|enabled?|disabled?|str|string|n\/a|\*+|\.{3,}|\[?redacted\]?|\(?hidden\)?)$/i;

/** References to a secret: variables, templates, placeholders, secret stores, code. */
const reference = new RegExp(
  [
    String.raw`\$(?:[A-Z_][A-Z\d_]*|[a-z_]+|\d)`,
    // A default within the braces may itself be the secret.
    String.raw`\$\{(?![^}]*(?:[:=]-|:=|,))[^}]*\}`,
    String.raw`\$\((?!\s*(?:echo|printf))[^)]*\)`,
    '`[^`]*`',
    String.raw`%\w+%`,
    String.raw`\$?\{\{(?!.*default).*\}\}`,
    String.raw`\{[\w.:-]+\}`,
    '<[^<>]*>',
    'arn:aws.*',
    'AWS::.*',
    'alias/.*',
    String.raw`(?:aws:)?(?:secretsmanager|ssm|resolve|vault|env|file|sops|keyvault|akv|ref\+\w+|awsssm|gcpsecret)[:/].*`,
    String.raw`projects/[\w-]+/secrets/.*`,
    String.raw`@Microsoft\.KeyVault\(.*`,
    String.raw`!(?:Ref|Sub|GetAtt|ImportValue|secret|vault|env)\b.*`,
    String.raw`(?:os\.|process\.)?(?:environ|env|getenv)[.[(].*`,
    String.raw`(?:secrets|var|local|vars|env)\.[A-Za-z_][\w.]*`,
    String.raw`[a-z][a-z\d+.-]*://\S*`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
);
const isReference = new RegExp(`^(?:${reference.source})$`, 's');

const switchNumber = /^(?:[+-]?\d|-\d+|[+-]?\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+)$/i;
const number = /^[+-]?\d{1,5}(?:\.\d+)?$/;
/** Text markers and lists of them: `<|im_start|>user`, `[MASK]`, `USER:`. */
const marker = /^<.*|^\[[A-Z\d_ -]+\].*|^[^\s\d]*:$|^[^A-Za-z\d]*$/s;
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const scheme = /^(?<scheme>[A-Za-z][\w-]*)\s+(?<rest>\S.*)$/s;

/** Removes JSON's quotes, which hyperparameters often have. */
export const withoutQuotes = (value: string): string => value.replace(/^\s*\\*(["'])(.*?)\\*\1\s*$/s, '$2').trim();

/** Returns whether a value is a secret, under a name with that meaning. */
export function isSecretValue(value: string, meaning: NameMeaning): boolean {
  const text = withoutQuotes(value);
  if (meaning === 'none' || emptyWord.test(text) || isReference.test(text) || isPath(text)) return false;
  switch (meaning) {
    case 'password':
      return !switchNumber.test(text);
    case 'token':
      return !(number.test(text) || marker.test(text));
    case 'perhaps':
      return looksRandom(text) || isBasicCredential(text);
    case 'header': {
      const rest = scheme.exec(text)?.groups?.rest;
      if (rest !== undefined) return isSecretValue(rest, 'token');
      return text.length >= 6 && (/\d/.test(text) || text.length >= 16);
    }
  }
}

/** Returns whether a text is user and password with a colon between them, in base64 (RFC 7617). */
export const isBasicCredential = (text: string): boolean =>
  /^[A-Za-z\d+/_-]{4,}={0,2}$/.test(text) &&
  /^[\x20-\x7e\x80-\xff]+:[\x20-\x7e\x80-\xff]+$/.test(Buffer.from(text, 'base64').toString('latin1'));

/** Returns where the secret begins in the value of an `Authorization` header: after its scheme, if it has one. */
export function secretOfHeader(value: string): number {
  const quote = /^\s*\\*["']?/.exec(value)?.[0].length ?? 0;
  return quote + (/^(?:[A-Za-z][\w-]*\s+)?/.exec(value.slice(quote))?.[0].length ?? 0);
}

/** `/opt/ml/code`, `~/.netrc`, `C:\keys\a.pem`, `/run/token.txt`, and names in secret stores such as `prod/app/db`. */
const path =
  /^(?:(?:~|\.{0,2}|[A-Za-z]:)?(?:[\\/][\w.@ -]+){2,}[\\/]?|(?:~|\.{1,2}|[A-Za-z]:)[\\/][\w.-]+|\/[a-z]*|[\w./-]*[\w-]\.(?:pem|key|json|txt|ya?ml|env|crt|p12|jks|cfg|ini|toml)|[a-z][\w.-]*(?:\/[a-z][\w.-]*){2,})$/;

const isPath = (text: string): boolean =>
  path.test(text) && text.split(/[\\/]/).every((segment) => segment.length < 16 || !looksRandom(segment));

/** Returns whether a text looks like an issuer's random string, as opposed to words, a number, a hash, a UUID, a path or a URL. */
export function looksRandom(text: string): boolean {
  if (!/^[\w+/=.~-]{16,4000}$/.test(text) || !/\d/.test(text) || !/[a-z]/i.test(text)) return false;
  if (/^[\da-f]+$/i.test(text) || uuid.test(text)) return false;
  // Camel-case names with numbers also alternate often.
  return alternationRate(text) >= (/[a-z]/.test(text) && /[A-Z]/.test(text) ? 0.34 : 0.26);
}

/** Returns how often a letter or digit is of another kind (lower, upper, digit) than the previous one: near 0.6 in random text, 0.1 in words. */
export function alternationRate(text: string): number {
  let [changes, pairs, before] = [0, 0, ''];
  for (const character of text) {
    const kind = /\d/.test(character)
      ? 'digit'
      : /[A-Z]/.test(character)
        ? 'upper'
        : /[a-z]/.test(character)
          ? 'lower'
          : '';
    if (kind !== '' && before !== '') {
      pairs++;
      if (kind !== before) changes++;
    }
    before = kind;
  }
  return pairs === 0 ? 0 : changes / pairs;
}
