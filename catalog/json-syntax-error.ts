/**
 * A text is not JSON. The message says what is wrong and where, without the text itself, which may contain secrets: V8's own messages
 * quote what surrounds the error.
 */
export class JsonSyntaxError extends SyntaxError {
  override readonly name = 'JsonSyntaxError';

  constructor(text: string, thrown: unknown) {
    const { what, offset } = mistakeOf(text, thrown instanceof Error ? thrown.message : '');
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    super(`${what} at line ${line}, column ${offset - before.lastIndexOf('\n')}`);
  }
}

const withPosition = /^(?<what>[^"]+?)(?: in JSON)? at position (?<offset>\d+)/;

function mistakeOf(text: string, message: string): { what: string; offset: number } {
  const { what, offset } = withPosition.exec(message)?.groups ?? {};
  if (what !== undefined) return { what, offset: Number(offset) };
  if (endsEarly(message, text)) return { what: 'Unexpected end', offset: text.length };
  return { what: 'Unexpected character', offset: validPrefixLength(text) };
}

const endsEarly = (message: string, text: string): boolean =>
  message.startsWith('Unexpected end') || withPosition.exec(message)?.groups?.offset === String(text.length);

/** Returns the length of the longest valid prefix of JSON. V8 gives no position if it quotes the text. */
function validPrefixLength(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isBeginning(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    return error instanceof Error && endsEarly(error.message, text);
  }
}
