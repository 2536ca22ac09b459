import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { BlobMissingError, StorageFullError, type BlobStore, type BlobWriter } from './blob-store.js';
import { readAnswer } from './s3-answer.js';

export interface S3Config {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** What a part of an S3 upload must have at least, unless it is the last one. */
const LEAST_PART = 5 * 1024 * 1024;
const PART = 8 * 1024 * 1024;
const PREFIX = 'blobs/';

interface Part {
  number: number;
  etag: string;
  size: number;
}

/**
 * Blobs as objects of a bucket, each a multipart upload until it is whole. Parts have a least size, so what is left when
 * a line is cut lies in an object beside it, named by how many parts came before.
 */
export function createS3Store(config: S3Config): BlobStore {
  const { accessKeyId, secretAccessKey, region, endpoint, bucket } = config;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const base = `${endpoint.replace(/\/$/, '')}/${bucket}/${PREFIX}`;

  async function ask(method: string, at: string, init: RequestInit = {}): Promise<Response> {
    const response = await aws.fetch(base + at, { ...init, method });
    if (response.ok) return response;
    throw failure(method, response.status, await response.text());
  }
  /** What the answer says in its outermost element, and in those in it that hold others. */
  async function read(method: string, at: string, body?: string) {
    const response = await ask(method, at, body ? { body } : {});
    const text = await response.text();
    const inner = readAnswer(text);
    const { name, texts } = inner.pop()!;
    // A store that has to work for long begins to answer before it knows whether it can.
    if (name === 'Error') throw failure(method, response.status, text);
    return { texts, inner };
  }
  const unlessMissing =
    <T>(fallback: T) =>
    (error: unknown) => {
      if (error instanceof BlobMissingError) return fallback;
      throw error;
    };

  const open = (ref: string) => {
    const [key, uploadId] = ref.split(' ') as [string, string];
    const query = `uploadId=${encodeURIComponent(uploadId)}`;
    const tail = (parts: number) => `${key}.tail.${parts}`;

    async function parts(): Promise<Part[]> {
      const found: Part[] = [];
      for (let marker = 0; ; marker = found.at(-1)!.number) {
        const { texts, inner } = await read('GET', `${key}?${query}&part-number-marker=${marker}`);
        const page = inner.filter(({ name }) => name === 'Part').map((part) => readPart(part.texts));
        found.push(...page);
        if (page.length === 0 || texts.IsTruncated !== 'true') return found;
      }
    }
    const putPart = async (number: number, body: Uint8Array): Promise<Part> => {
      const response = await ask('PUT', `${key}?partNumber=${number}&${query}`, {
        body: body as Uint8Array<ArrayBuffer>,
      });
      return { number, etag: response.headers.get('etag') ?? '', size: body.length };
    };
    const readTail = async (count: number): Promise<Buffer> => {
      const response = await ask('GET', tail(count)).catch(unlessMissing(null));
      return response ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0);
    };
    const dropTail = (count: number) => ask('DELETE', tail(count)).catch(unlessMissing(null));
    const tailSize = async (count: number): Promise<number> => {
      const head = await ask('HEAD', tail(count)).catch(unlessMissing(null));
      return head ? Number(head.headers.get('content-length')) : 0;
    };
    return { key, query, tail, parts, putPart, readTail, dropTail, tailSize };
  };

  async function writerOf(ref: string, at: number): Promise<BlobWriter> {
    const { parts, putPart, readTail, dropTail, tail } = open(ref);
    const done = await parts();
    const kept = sum(done);
    if (at < kept) throw new Error('an S3 upload can only be gone on with behind its parts');
    let waiting: Uint8Array[] = [(await readTail(done.length)).subarray(0, at - kept)];
    let length = at - kept;
    let count = done.length;

    async function flush(): Promise<void> {
      const body = Buffer.concat(waiting);
      await putPart(count + 1, body);
      await dropTail(count);
      count += 1;
      waiting = [];
      length = 0;
    }
    return {
      async write(added) {
        for (const part of added) {
          waiting.push(part);
          length += part.length;
        }
        if (length >= PART) await flush();
      },
      async close() {
        if (length >= LEAST_PART) await flush();
        else if (length > 0) await ask('PUT', tail(count), { body: Buffer.concat(waiting) as Uint8Array<ArrayBuffer> });
      },
    };
  }

  return {
    async create(key) {
      const { UploadId } = (await read('POST', `${key}?uploads`)).texts;
      if (!UploadId) throw new Error('the S3 store began no upload');
      return `${key} ${UploadId}`;
    },
    async size(ref) {
      const { parts, tailSize, key } = open(ref);
      const done = await parts().catch(unlessMissing(null));
      if (done) return sum(done) + (await tailSize(done.length));
      return Number((await ask('HEAD', key)).headers.get('content-length'));
    },
    append: writerOf,
    async seal(ref) {
      const { key, query, parts, putPart, readTail, dropTail } = open(ref);
      const done = await parts().catch(unlessMissing(null));
      if (!done) return void (await ask('HEAD', key)); // it was sealed before
      const rest = await readTail(done.length);
      const all = rest.length ? [...done, await putPart(done.length + 1, rest)] : done;
      const list = all.map(({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`);
      await read('POST', `${key}?${query}`, `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`);
      await dropTail(done.length);
    },
    async read(ref, from, to) {
      const response = await ask('GET', open(ref).key, { headers: { range: `bytes=${from}-${to - 1}` } });
      return Readable.fromWeb(response.body as never);
    },
    async remove(ref) {
      const { key, query, parts, dropTail } = open(ref);
      const done = await parts().catch(unlessMissing(null));
      if (done) {
        await dropTail(done.length);
        await ask('DELETE', `${key}?${query}`).catch(unlessMissing(null));
      }
      await ask('DELETE', key).catch(unlessMissing(null));
    },
    room: () => Promise.resolve(Infinity),
  };
}

const sum = (parts: Part[]): number => parts.reduce((total, { size }) => total + size, 0);

const readPart = ({ PartNumber, ETag, Size }: Record<string, string>): Part => ({
  number: Number(PartNumber),
  etag: ETag ?? '',
  size: Number(Size),
});

function failure(method: string, status: number, text: string): Error {
  if (status === 404) return new BlobMissingError();
  // It may not be XML: a proxy in front of the store may have answered.
  if (status === 507 || /<Code>(?:QuotaExceeded|XMinioStorageFull|InsufficientStorage)/.test(text))
    return new StorageFullError();
  return new Error(`the S3 store answered ${status} to ${method}: ${text.slice(0, 300)}`);
}
