import { createServer, type Server, type Socket } from 'node:net';
import { freePort } from './free-port.js';

/** A small server with clamd's INSTREAM protocol on a real socket, which knows one virus. */
export async function fakeClamd() {
  const port = await freePort();
  let server: Server | null = null;
  let last: Buffer = Buffer.alloc(0);
  let said: string | null = null;

  function serve(socket: Socket): void {
    let unread: Buffer = Buffer.alloc(0);
    let isOpened = false;
    const chunks: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      unread = Buffer.concat([unread, data]);
      if (!isOpened) {
        const command = 'zINSTREAM\0';
        if (unread.length < command.length) return;
        if (unread.subarray(0, command.length).toString() !== command) return void socket.end('UNKNOWN COMMAND\0');
        unread = unread.subarray(command.length);
        isOpened = true;
      }
      while (unread.length >= 4) {
        const length = unread.readUInt32BE(0);
        if (length === 0) return answer();
        if (unread.length < 4 + length) return;
        chunks.push(unread.subarray(4, 4 + length));
        unread = unread.subarray(4 + length);
      }
    });
    function answer(): void {
      last = Buffer.concat(chunks);
      const found = last.includes('EICAR-STANDARD-');
      socket.end(`${said ?? (found ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK')}\0`);
    }
  }

  const fake = {
    address: `127.0.0.1:${port}`,
    /** The last scanned content. */
    last: () => last,
    /** An answer to give instead of a verdict; null gives true verdicts. */
    answer: (text: string | null) => void (said = text),
    start: () =>
      new Promise<void>((resolve) => {
        server = createServer(serve).listen(port, '127.0.0.1', () => resolve());
      }),
    stop: () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())),
  };
  await fake.start();
  return fake;
}
export type FakeClamd = Awaited<ReturnType<typeof fakeClamd>>;
