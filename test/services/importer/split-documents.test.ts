import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type SplitDocument, splitDocuments } from '../../../services/importer/split-documents.ts';

async function split(text: string): Promise<SplitDocument[]> {
  async function* lines() {
    yield* text.split('\n');
  }
  const documents: SplitDocument[] = [];
  for await (const document of splitDocuments(lines())) documents.push(document);
  return documents;
}

const texts = (documents: readonly SplitDocument[]) =>
  documents.map((document) => ('text' in document ? JSON.parse(document.text) : `${document.line}: ${document.error}`));

/** Objects with whatever makes splitting hard: brackets, quotes and backslashes in keys and values, at any depth. */
const anyObject = fc.dictionary(
  fc.string({ unit: fc.constantFrom('a', '"', '\\', '{', '}', '[', ']', ',', '\n') }),
  fc.jsonValue({ depthSize: 'small' }),
);

describe('splitDocuments', () => {
  it('finds every document, however they are written', async () => {
    const forms: ((objects: readonly unknown[]) => string)[] = [
      (objects) => objects.map((object) => JSON.stringify(object)).join('\n'),
      (objects) => objects.map((object) => JSON.stringify(object, undefined, 2)).join('\n'),
      (objects) => objects.map((object) => JSON.stringify(object)).join(' '),
      (objects) => JSON.stringify(objects),
      (objects) => JSON.stringify(objects, undefined, 2),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(anyObject), fc.constantFrom(...forms), async (objects, write) => {
        assert.deepEqual(texts(await split(write(objects))), JSON.parse(JSON.stringify(objects)));
      }),
    );
  });

  it('says on which line a document starts', async () => {
    const documents = await split('[\n {"a": 1},\n {\n "b": 2 },\n\n {"c": 3}]');
    assert.deepEqual(
      documents.map(({ line }) => line),
      [2, 3, 6],
    );
  });

  it('loses nothing beside a broken line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyObject, { minLength: 1 }),
        fc.constantFrom('{"a": ', '{"a": "x', '{"a": {"b": [1, ', 'oops', '{"a": 1}}'),
        fc.nat(),
        async (objects, broken, place) => {
          const lines = objects.map((object) => JSON.stringify(object));
          lines.splice(place % (lines.length + 1), 0, broken);
          const documents = await split(lines.join('\n'));
          const good = documents.flatMap((document) => ('text' in document ? [document.text] : []));
          for (const line of lines.filter((text) => text !== broken)) assert.ok(good.includes(line), line);
          assert.ok(documents.some((document) => 'error' in document && document.line === lines.indexOf(broken) + 1));
        },
      ),
    );
  });

  it('reports an array that is not closed, and text that is no document', async () => {
    assert.deepEqual(texts(await split('[{"a": 1},')), [{ a: 1 }, '1: opens an array that is not closed']);
    assert.deepEqual(texts(await split('42\n{"a": 1}')), ['1: is not a JSON object', { a: 1 }]);
    assert.deepEqual(await split(''), []);
  });
});
