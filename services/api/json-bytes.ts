const comma = 0x2c;

/**
 * JSON objects that are texts already, between a head and a tail, as bytes. Each text is written into its place: joining them first would
 * copy a page twice more.
 */
export function joinedBytes(head: string, texts: readonly string[], tail: string): Buffer {
  let length = Buffer.byteLength(head) + Buffer.byteLength(tail) + texts.length;
  for (const text of texts) length += Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.write(head);
  for (const [index, text] of texts.entries()) {
    if (index > 0) bytes[at++] = comma;
    at += bytes.write(text, at);
  }
  at += bytes.write(tail, at);
  return bytes.subarray(0, at);
}
