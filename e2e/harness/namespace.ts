import { execFile } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NAME = /^tandem-(\d+)-\d+/;
/** An address that nobody has: packets to it are dropped on arrival, without an error to the sender. */
const NOBODY = '02:00:00:00:00:01';

/** Another machine, as far as the network is concerned: it reaches this one by one address that is not loopback. */
export interface Namespace {
  name: string;
  /** This machine's address, seen from inside. */
  host: string;
  /** Silently drops all packets in both directions, as a lost radio link does. */
  cut(): Promise<void>;
  /** Unplugs the cable: the machine inside notices immediately. */
  unplug(): Promise<void>;
  /** Blocks UDP, as many office networks do, so that media must use another transport. */
  blockUdp(): Promise<void>;
  /** Limits the bandwidth in each direction; a packet that would wait longer than 0.3 s is dropped. */
  narrow(megabits: number): Promise<void>;
  /** Undoes cutting and unplugging. */
  restore(): Promise<void>;
  remove(): Promise<void>;
}

/** Why no namespace can be created here, or null. */
export const namespaceObstacle = (): string | null =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'a network namespace of its own wants root on Linux (ip netns): run the tests as root';

let made = 0;

/** Connected to this machine by a pair of virtual interfaces, and to nothing else. */
export async function makeNamespace(): Promise<Namespace> {
  await removeOrphans();
  const name = `tandem-${process.pid}-${++made}`;
  const [outer, inner] = [`tj${process.pid}-${made}`, 'link0']; // interface names have at most 15 characters
  const net = freeNetwork();
  const [host, guest] = [`${net}.1`, `${net}.2`];
  const inside = (...args: string[]) => ip('-n', name, ...args);

  const blockUdp = async () => void (await inside('rule', 'add', 'ipproto', 'udp', 'prohibit'));
  const restore = async () => {
    await inside('link', 'set', inner, 'up');
    await ip('neigh', 'flush', 'dev', outer, 'nud', 'permanent');
    await inside('neigh', 'flush', 'dev', inner, 'nud', 'permanent');
  };
  const remove = async () => {
    await ip('link', 'del', outer).catch(() => undefined);
    await removeNamespace(name);
  };

  try {
    await ip('netns', 'add', name);
    await ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', name);
    await ip('addr', 'add', `${host}/30`, 'dev', outer);
    await inside('addr', 'add', `${guest}/30`, 'dev', inner);
    await inside('link', 'set', 'lo', 'up');
    await inside('link', 'set', inner, 'up');
    await ip('link', 'set', outer, 'up');
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    name,
    host,
    cut: async () => {
      await ip('neigh', 'replace', guest, 'lladdr', NOBODY, 'nud', 'permanent', 'dev', outer);
      await inside('neigh', 'replace', host, 'lladdr', NOBODY, 'nud', 'permanent', 'dev', inner);
    },
    unplug: async () => void (await inside('link', 'set', inner, 'down')),
    blockUdp,
    narrow: async (megabits) => {
      const shape = ['root', 'tbf', 'rate', `${megabits}mbit`, 'burst', '16kb', 'latency', '300ms'];
      await run('tc', ['qdisc', 'replace', 'dev', outer, ...shape]);
      await run('tc', ['-n', name, 'qdisc', 'replace', 'dev', inner, ...shape]);
    },
    restore,
    remove,
  };
}

async function ip(...args: string[]): Promise<string> {
  const { stdout } = await run('ip', args);
  return stdout;
}

/** The first three numbers of a subnet that no interface of this machine uses. */
function freeNetwork(): string {
  const taken = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  const nets = Array.from({ length: 100 }, (_, i) => `10.231.${(process.pid + i) % 250}`);
  return nets.find((net) => !taken.some((address) => address.startsWith(`${net}.`)))!;
}

/** Also ends everything that still runs in it. */
async function removeNamespace(name: string): Promise<void> {
  const pids = await ip('netns', 'pids', name).catch(() => '');
  for (const pid of pids.split(/\s+/).filter(Boolean)) kill(Number(pid));
  await ip('netns', 'del', name).catch(() => undefined);
}

/** Removes namespaces of runs that were killed; a namespace's name contains the process id of its run. */
async function removeOrphans(): Promise<void> {
  for (const line of (await ip('netns', 'list')).split('\n')) {
    const [name, pid] = NAME.exec(line) ?? [];
    if (name && pid && !isAlive(Number(pid))) await removeNamespace(name);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended by itself in the meantime
  }
}
