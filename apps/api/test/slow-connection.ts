import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One direction of a connection: bytes are sent one after the other, and arrive after a delay. */
function direction(bytesPerSecond: number, delay: number) {
  let freeAt = 0;
  return (from: Socket, to: Socket) => {
    from.on('data', (chunk: Buffer) => {
      from.pause();
      freeAt = Math.max(freeAt, performance.now()) + (chunk.length / bytesPerSecond) * 1000;
      const leaves = freeAt - performance.now();
      setTimeout(() => from.resume(), leaves);
      setTimeout(() => to.write(chunk), leaves + delay);
    });
    from.on('close', () => setTimeout(() => to.destroy(), delay));
    from.on('error', () => from.destroy());
  };
}

/** A proxy that simulates a slow connection to a server, shared by all sockets. */
export async function slowConnection(port: number, { kilobits = 64, roundTrip = 3000 } = {}) {
  const rate = (kilobits * 1000) / 8;
  const [up, down] = [direction(rate, roundTrip / 2), direction(rate, roundTrip / 2)];
  const ends = new Set<Socket>();
  let upgrades = 0;
  const server = createServer((near) => {
    ends.add(near);
    near.pause();
    near.once('data', (head: Buffer) => {
      if (/^Upgrade: websocket/im.test(head.toString('latin1'))) upgrades++;
    });
    // a connection takes a round trip before its first byte
    setTimeout(() => {
      const far = connect(port, '127.0.0.1');
      ends.add(far);
      up(near, far);
      down(far, near);
      near.resume();
    }, roundTrip);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    upgrades: () => upgrades,
    close: () => {
      ends.forEach((end) => end.destroy());
      server.close();
    },
  };
}
