import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

const document = `<!doctype html><html lang="en"><title>rows</title><body><script>
fetch('v1/resources/aws_sagemaker_trainingjob?limit=100&total=true').then((answer) => answer.json()).then(({ items }) => {
  for (const item of items) {
    const row = document.createElement('div');
    row.className = 'jobs-row';
    const link = document.createElement('a');
    link.textContent = item.training_job_name;
    row.append(link, ' ', item.training_job_status, ' ', item.account_id, ' ', item.region, ' ', item.creation_time);
    document.body.append(row);
  }
});
</script></body></html>`;

/** Serves a page that does nothing but ask the API at `url` for the first rows and print them: the least that any page takes. */
export async function startBarePage(url: string): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer((asked, answer) => {
    if (asked.url === '/') return answer.setHeader('content-type', 'text/html').end(document);
    const { method = 'GET', headers } = asked;
    asked.pipe(
      request(new URL(asked.url ?? '', url), { method, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      }).on('error', () => answer.writeHead(502).end()),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
