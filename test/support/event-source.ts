/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** Reads the events of a URL in order, including those without data. Dispose it to disconnect. */
export async function openEvents(url: string, headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const response = await fetch(url, { headers, signal: gone.signal });
  const events = readEvents(response);
  return {
    response,
    /** Returns the next event with data; undefined at the end of the stream. */
    async next(): Promise<ServerEvent | undefined> {
      for (;;) {
        const { value, done } = await events.next();
        if (done) return undefined;
        if (value.data !== '') return value;
      }
    },
    /** Returns the next block, which may have only an id. */
    nextBlock: async (): Promise<ServerEvent | undefined> => (await events.next()).value ?? undefined,
    async [Symbol.asyncDispose]() {
      gone.abort();
      await events.return(undefined).catch(() => {});
    },
  };
}

async function* readEvents(response: Response): AsyncGenerator<ServerEvent, undefined, undefined> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const member = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      yield { event: member('event') ?? '', id: member('id'), data: member('data') ?? '' };
    }
  }
  return undefined;
}
