import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A connection to a server that a test can cut or silence. */
export async function tcpProxy() {
  const sockets = new Set<Socket>();
  let target = { host: '', port: 0 };
  let isSilent = false;
  const server = createServer((socket) => {
    const onward = connect(target);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => void (isSilent || other.write(bytes)));
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const open = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await open(0);
  const { port } = server.address() as AddressInfo;
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    /** The same address, through this connection. */
    by(url: string): string {
      const address = new URL(url);
      target = { host: address.hostname, port: Number(address.port) };
      address.port = String(port);
      return address.href;
    },
    cut: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      drop();
      await closed;
    },
    mend: () => open(port),
    /** Accepts bytes but forwards nothing; open connections stay open. */
    silence: () => void (isSilent = true),
    /** Forwards again, for new connections. */
    speak: () => {
      isSilent = false;
      drop();
    },
    remove: () => {
      server.close();
      drop();
    },
  };
}
