import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A lock that dies with its process: a listening local socket named after the folder. On Linux it lives in the abstract
 * namespace, on Windows it is a named pipe: neither leaves a file behind. Elsewhere the file of a dead process is
 * recognised because nobody answers on it.
 * @returns how to let go, or null when another process holds the folder
 */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const name = `tandem-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32)}`;
  const address = addressOf(name);
  const server = (await listen(address)) ?? (await replaceDead(address));
  if (!server) return null;
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return path.join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen({ path: address }, () => resolve(server));
  });
}

async function replaceDead(address: string): Promise<Server | null> {
  const isFile = process.platform !== 'linux' && process.platform !== 'win32';
  if (!isFile || (await isAnswered(address))) return null;
  await rm(address, { force: true });
  return listen(address);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
