// Answers `GET /<bytes>` with that many prepared bytes: the minimum time of a response of that size over HTTP.
import { createServer } from 'node:http';

const held = new Map<string, Buffer>();

const server = createServer((request, response) => {
  const size = request.url?.slice(1) ?? '0';
  const bytes = held.get(size) ?? Buffer.alloc(Number(size), 'x');
  held.set(size, bytes);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.once('disconnect', () => process.exit());
