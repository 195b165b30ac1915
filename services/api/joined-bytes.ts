interface Around {
  readonly head?: string;
  readonly between?: string;
  readonly tail?: string;
}

/**
 * Writes texts as bytes, with a prefix, separators and a suffix, directly into one buffer: joining them first would copy a page twice
 * more.
 */
export function joinedBytes(texts: readonly string[], { head = '', between = '', tail = '' }: Around): Buffer {
  let length = Buffer.byteLength(head) + Buffer.byteLength(tail) + Buffer.byteLength(between) * texts.length;
  for (const text of texts) length += Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.write(head);
  for (const [index, text] of texts.entries()) {
    if (index > 0) at += bytes.write(between, at);
    at += bytes.write(text, at);
  }
  at += bytes.write(tail, at);
  return bytes.subarray(0, at);
}
