import { connect, type Socket } from 'node:net';

/** The verdict. TOO_LARGE: the scanner accepts no file of this size. */
export type Verdict = 'CLEAN' | 'MALWARE' | 'TOO_LARGE';
/** Unavailable, or its answer was no verdict. */
export class ScannerError extends Error {}

const SCAN_TIMEOUT_MS = 60_000;

/** Scans content with clamd's INSTREAM command: length-prefixed chunks, a terminator, one line of answer. */
export async function scan(address: string, bytes: AsyncIterable<Uint8Array>): Promise<Verdict> {
  const socket = address.startsWith('unix:') ? connect({ path: address.slice(5) }) : connect(hostAndPort(address));
  socket.setTimeout(SCAN_TIMEOUT_MS, () => socket.destroy(new Error('no answer')));
  const answer = readAnswer(socket);
  answer.catch(() => undefined); // awaited below, unless sending fails first
  try {
    // a scanner may answer early and close the connection during the transfer
    await Promise.race([send(socket, bytes), answer.then(() => undefined)]);
    return verdictOf(await answer);
  } catch (error) {
    throw error instanceof ScannerError ? error : new ScannerError((error as Error).message, { cause: error });
  } finally {
    socket.destroy();
  }
}

function hostAndPort(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) };
}

async function send(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, data: Buffer): Promise<void> =>
  new Promise((resolve, reject) => socket.write(data, (error) => (error ? reject(error) : resolve())));

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (data: Buffer) => {
      text += data.toString();
      if (/[\0\n]/.test(text)) resolve(text);
    });
    socket.on('end', () => (text ? resolve(text) : reject(new Error('it hung up without an answer'))));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('it hung up')));
  });
}

function verdictOf(answer: string): Verdict {
  if (/: OK[\0\n]*$/.test(answer)) return 'CLEAN';
  if (/ FOUND[\0\n]*$/.test(answer)) return 'MALWARE';
  if (answer.includes('size limit exceeded')) return 'TOO_LARGE';
  throw new ScannerError(`it answered ${JSON.stringify(answer.slice(0, 100))}`);
}
