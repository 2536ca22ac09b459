import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import type { TestApi } from './test-api.js';

const PARTS =
  'id kind state name size sha256 category mediaType refusal isHeld received uploadPath canWithdraw expiresAt sender { id }';
const OFFER = `mutation($i: OfferFileInput!) { offerFile(input: $i) { ${PARTS} } }`;
export const LINK =
  'mutation($id: ID!, $p: FileLinkPurpose! = DOWNLOAD) { createFileLink(fileId: $id, purpose: $p) { path expiresAt } }';
export const WITHDRAW = `mutation($id: ID!) { withdrawFile(fileId: $id) { ${PARTS} } }`;
const LIST = `query($id: ID!) { session(id: $id) { files { ${PARTS} } } }`;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Pseudo-random bytes, the same for the same seed. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0, x = seed; i + 4 <= length; i += 4) {
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    bytes.writeUInt32LE(x >>> 0, i);
  }
  return bytes;
}
/** The content of the test virus, in two parts, so that no virus scanner reports this source file. */
export const EICAR = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-' + 'ANTIVIRUS-TEST-FILE!$H+H*');

/** Bytes that start like a PNG. */
export const png = (length: number, seed?: number): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(length - 8, seed)]);

export interface Shown {
  id: string;
  state: string;
  name: string;
  size: number;
  sha256: string | null;
  refusal: string | null;
  category: string | null;
  isHeld: boolean;
  received: number;
  uploadPath: string;
  canWithdraw: boolean;
  expiresAt: string | null;
  sender: { id: string };
}
interface Wanted {
  name?: string;
  type?: string;
  fingerprint?: string;
  replaces?: string;
  kind?: string;
}

/** What one participant does with files. */
export function filePeer(api: TestApi, user: ApiUser, sessionId: string) {
  const tus = (file: { uploadPath: string }, init: RequestInit, fingerprint = 'the same file') =>
    fetch(api.origin + file.uploadPath, {
      ...init,
      headers: {
        'tus-resumable': '1.0.0',
        'tandem-fingerprint': fingerprint,
        ...user.headers,
        ...(init.headers as Record<string, string>),
      },
    });

  const input = (bytes: Uint8Array, { name = 'report.png', fingerprint = 'the same file', ...rest }: Wanted = {}) => ({
    sessionId,
    name,
    size: bytes.length,
    fingerprint,
    ...rest,
  });
  const peer = {
    user,
    offer: async (bytes: Uint8Array, wanted?: Wanted): Promise<Shown> =>
      (await user.ask(OFFER, { i: input(bytes, wanted) })).offerFile,
    refusedOffer: (bytes: Uint8Array, wanted?: Wanted) => user.failure(OFFER, { i: input(bytes, wanted) }),
    /** Sends bytes from an offset on; the connection breaks before `upTo`. */
    async send(file: Shown, bytes: Uint8Array, { from = 0, upTo = bytes.length, fingerprint = 'the same file' } = {}) {
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
      const isCut = upTo < bytes.length;
      const body = isCut ? cutStream(bytes.subarray(from, upTo)) : bytes.subarray(from);
      const init: RequestInit = {
        method: 'PATCH',
        headers,
        body: body as never,
        ...(isCut && { duplex: 'half' as const }),
      };
      const answer = await tus(file, init, fingerprint).catch(() => null);
      const text = answer && (await answer.text());
      const code = text?.startsWith('{')
        ? (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code
        : null;
      return { status: answer?.status ?? null, offset: Number(answer?.headers.get('upload-offset')), code };
    },
    head: (file: Shown, fingerprint?: string) => tus(file, { method: 'HEAD' }, fingerprint),
    offset: async (file: Shown) => Number((await peer.head(file)).headers.get('upload-offset')),
    list: async (): Promise<Shown[]> => (await user.ask(LIST, { id: sessionId })).session.files,
    file: async (id: string): Promise<Shown | null> => (await peer.list()).find((file) => file.id === id) ?? null,
    /** Waits until the file is in one of these states. */
    async until(id: string, ...states: string[]): Promise<Shown> {
      for (let i = 0; i < within(400); i++) {
        const file = await peer.file(id);
        if (file && states.includes(file.state)) return file;
        await sleep(25);
      }
      throw new Error(`the file never was ${states.join(' or ')}: ${JSON.stringify(await peer.file(id))}`);
    },
    /** Uploads the whole file and waits until it is published or refused. */
    async publish(bytes: Uint8Array, wanted?: Wanted): Promise<Shown> {
      const file = await peer.offer(bytes, wanted);
      await peer.send(file, bytes, wanted);
      return peer.until(file.id, 'PUBLISHED', 'REFUSED');
    },
    link: async (id: string, purpose = 'DOWNLOAD'): Promise<string> =>
      api.origin + (await user.ask(LINK, { id, p: purpose })).createFileLink.path,
    /** As a browser follows a link: with cookies, without the headers that only scripts can set. */
    follow: (url: string, headers: Record<string, string> = {}) =>
      fetch(url, { headers: { ...(user.headers.cookie && { cookie: user.headers.cookie }), ...headers } }),
    async download(id: string): Promise<Buffer> {
      return Buffer.from(await (await peer.follow(await peer.link(id))).arrayBuffer());
    },
  };
  return peer;
}
export type FilePeer = ReturnType<typeof filePeer>;

/** A body that breaks off after its bytes. */
function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    async pull(controller) {
      if (isSent) {
        await sleep(150); // the sent bytes are still in transit
        return controller.error(new Error('the line is cut'));
      }
      isSent = true;
      controller.enqueue(bytes);
    },
  });
}

/** A session whose CSR and customer can transfer files. */
export async function filesInSession(api: TestApi) {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  return { id, number, csr: filePeer(api, csr, id), customer: filePeer(api, customer, id) };
}
