import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStorageFull, type BlobStore } from './blob-store.js';
import { createS3Store } from './s3-store.js';

/** What real stores seldom say, and each in its own way: those with which the other tests speak say it in one. */
let answers: Record<string, string>;
let asked: { what: string; body: string }[];
let server: Server;
let store: BlobStore;

const PARTS = 'GET ?uploadId=u%261';
const COMPLETE = 'POST ?uploadId=u%261';
const part = (number: number) =>
  `<Part><PartNumber>${number}</PartNumber><ETag>&#34;part-${number}&#34;</ETag><Size>8388608</Size></Part>`;
const listed = (parts: string, more = 'false') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListPartsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Bucket>b</Bucket>` +
  `<Owner><ID>1</ID></Owner><IsTruncated>${more}</IsTruncated>${parts}</ListPartsResult>`;

function whatOf({ method, url }: IncomingMessage): string {
  const { pathname, search } = new URL(url!, 'http://store');
  return `${method} ${pathname.replace('/bucket/blobs/key', '')}${search.replace('&part-number-marker=0', '')}`;
}

beforeEach(async () => {
  asked = [];
  answers = { [PARTS]: listed(part(1)) };
  server = createServer((request, response) => {
    const what = whatOf(request);
    void text(request).then((body) => {
      asked.push({ what, body });
      response.statusCode = what in answers || request.method === 'DELETE' ? 200 : 404;
      response.end(answers[what]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  store = createS3Store({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: 'bucket',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('the answers of an S3-compatible store', () => {
  it('may write a letter as an entity', async () => {
    answers['POST ?uploads'] =
      '<InitiateMultipartUploadResult><UploadId>u&amp;1</UploadId></InitiateMultipartUploadResult>';
    answers[COMPLETE] = '<CompleteMultipartUploadResult><Key>key</Key></CompleteMultipartUploadResult>';
    const ref = await store.create('key');
    expect(ref).toBe('key u&1');
    await store.seal(ref);
    expect(asked.find(({ what }) => what === COMPLETE)?.body).toContain('<ETag>"part-1"</ETag>');
  });

  it('may list the parts of an upload on several pages', async () => {
    answers[PARTS] = listed(part(1) + part(2), 'true');
    answers[`${PARTS}&part-number-marker=2`] = listed(part(3));
    expect(await store.size('key u&1')).toBe(3 * 8_388_608);
  });

  it('may begin with 200 and be an error: the upload is not whole then, and what is left of it stays', async () => {
    answers[COMPLETE] =
      '<?xml version="1.0"?>\n\n<Error><Code>InternalError</Code><Message>Try again</Message></Error>';
    await expect(store.seal('key u&1')).rejects.toThrow('InternalError');
    answers[COMPLETE] = '<Error><Code>QuotaExceeded</Code></Error>';
    await expect(store.seal('key u&1')).rejects.toSatisfy(isStorageFull);
    expect(asked.filter(({ what }) => what.startsWith('DELETE'))).toEqual([]);
  });

  it('are no answers when they are cut', async () => {
    answers[PARTS] = listed(part(1)).slice(0, -20);
    await expect(store.size('key u&1')).rejects.toThrow();
  });
});
