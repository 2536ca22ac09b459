import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { apiEnvironment, readWord } from './api.mjs';
import { keepUp } from './keep-up.mjs';
import { readOptions } from './options.mjs';
import { checkPorts } from './ports.mjs';
import { Problem } from './say.mjs';
import { createServices } from './services.mjs';

/** A service that a test lets die. */
function fakeService(problem) {
  const service = { stop: vi.fn(async () => service.die('stopped')) };
  service.exited = new Promise((resolve) => (service.die = resolve));
  service.ready = problem ? Promise.reject(problem) : Promise.resolve('ready');
  service.ready.catch(() => service.die('code 1'));
  return service;
}

function keepFakes(...problems) {
  const started = [];
  const onGiveUp = vi.fn();
  const start = (attempt) => {
    started.push(fakeService(problems[attempt]));
    return started[attempt];
  };
  return { started, onGiveUp, kept: keepUp('It', start, { onGiveUp, firstWaitMs: 1 }) };
}

describe('services', () => {
  it('end in the opposite order: what they need ends after them', async () => {
    const ended = [];
    const services = createServices({ onGiveUp: vi.fn() });
    for (const name of ['The database', 'The LiveKit server', 'The API']) {
      const service = fakeService();
      service.exited.then(() => ended.push(name));
      await services.run(name, () => service);
    }
    await services.stopAll();
    expect(ended).toEqual(['The API', 'The LiveKit server', 'The database']);
  });
});

describe('a service that is kept up', () => {
  it('comes back each time it dies', async () => {
    const { started, kept } = keepFakes();
    expect(await kept.ready).toBe('ready');
    for (const count of [2, 3]) {
      started.at(-1).die('SIGKILL');
      await vi.waitFor(() => expect(started).toHaveLength(count));
    }
    await kept.stop();
  });

  it('is tried again when what hinders it may pass', async () => {
    const { started, onGiveUp, kept } = keepFakes(undefined, new Problem('not yet', { mayPass: true }));
    await kept.ready;
    started[0].die('code 1');
    await vi.waitFor(() => expect(started).toHaveLength(3));
    expect(onGiveUp).not.toHaveBeenCalled();
    await kept.stop();
  });

  it('is given up when it says why it cannot come back', async () => {
    const problem = new Problem('The database is damaged: restore a backup.');
    const { started, onGiveUp, kept } = keepFakes(undefined, problem);
    await kept.ready;
    started[0].die('code 1');
    await vi.waitFor(() => expect(onGiveUp).toHaveBeenCalledWith(problem));
    expect(started).toHaveLength(2);
  });

  it('is not tried again when its first start fails', async () => {
    const { started, onGiveUp, kept } = keepFakes(new Problem('no', { mayPass: true }));
    await expect(kept.ready).rejects.toThrow('no');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started).toHaveLength(1);
    expect(onGiveUp).not.toHaveBeenCalled();
  });

  it('stays away once it is stopped', async () => {
    const { started, kept } = keepFakes();
    await kept.ready;
    await kept.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started).toHaveLength(1);
  });
});

const hosts = Object.values(networkInterfaces()).some((list) => list.some(({ address }) => address === '::1'))
  ? ['127.0.0.1', '::1']
  : ['127.0.0.1'];

describe('the API', () => {
  const livekit = { url: 'http://127.0.0.1:4101', apiKey: 'k', apiSecret: 's' };
  const environment = (args, env = {}, attempt = 0) =>
    apiEnvironment({ settings: readOptions(args, env), livekit, attempt });

  it('speaks to us in lines of its own', () => {
    expect(readWord('tandem:{"ready":{"port":4100}}')).toEqual({ ready: { port: 4100 } });
    expect(readWord('{"level":30}')).toBeUndefined();
    expect(readWord('tandem:{"half')).toBeUndefined();
  });

  it('listens on loopback without a certificate, to others with one', () => {
    expect(environment([])).toMatchObject({ LISTEN: 'loopback', TLS: '', PORT: '4100', HOOK_PORT: '4104' });
    expect(environment(['--lan=10.0.0.7'])).toMatchObject({ LISTEN: 'all', TLS: 'own-ca', LAN_ADDRESS: '10.0.0.7' });
    expect(environment(['--lan=10.0.0.7'], { TLS_CERT_FILE: 'a.crt' })).toMatchObject({ LISTEN: 'all', TLS: '' });
  });

  it('resets a password at its first start alone', () => {
    const args = ['--reset-password', 'kim@example.com'];
    expect(environment(args).RESET_PASSWORD).toBe('kim@example.com');
    expect(environment(args, {}, 1).RESET_PASSWORD).toBe('');
  });
});

describe('the ports', () => {
  it.each(hosts)('are refused by the name of the one that is taken at %s', async (host) => {
    const holder = createServer();
    await new Promise((resolve) => holder.listen({ port: 0, host }, resolve));
    const { port } = holder.address();
    const check = checkPorts(readOptions(['--port', String(port)], {}), { timeoutMs: 0 });
    await expect(check).rejects.toThrow(`Port ${port} (the pages and the API) is taken`);
    holder.close();
  });
});
