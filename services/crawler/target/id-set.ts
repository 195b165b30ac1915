const perChunk = 1 << 15;

/** A set of row ids with one bit each: a million take an eighth of a megabyte. */
export class IdSet {
  readonly #chunks = new Map<number, Uint32Array>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    const [words, word, bit] = this.#at(id);
    return words !== undefined && ((words[word] ?? 0) & bit) !== 0;
  }

  add(id: number): void {
    if (this.has(id)) return;
    const chunk = Math.floor(id / perChunk);
    if (!this.#chunks.has(chunk)) this.#chunks.set(chunk, new Uint32Array(perChunk / 32));
    this.#flip(id);
    this.#size++;
  }

  delete(id: number): void {
    if (!this.has(id)) return;
    this.#flip(id);
    this.#size--;
  }

  #flip(id: number): void {
    const [words, word, bit] = this.#at(id);
    if (words) words[word] = (words[word] ?? 0) ^ bit;
  }

  #at(id: number): [words: Uint32Array | undefined, word: number, bit: number] {
    const within = id % perChunk;
    return [this.#chunks.get(Math.floor(id / perChunk)), within >>> 5, 1 << (within & 31)];
  }
}
