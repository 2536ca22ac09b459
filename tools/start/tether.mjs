// Runs a command that ends with us: when the launcher dies, however it dies, our standard input closes.
// A LiveKit server waits for people to leave at its first SIGTERM, and goes at the second.
import { spawn } from 'node:child_process';

const SECOND_ASK_MS = 300;
const FORCE_MS = 3_000;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
let isEnding = false;

function endChild() {
  if (isEnding) return;
  isEnding = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGTERM'), SECOND_ASK_MS);
  setTimeout(() => child.kill('SIGKILL'), FORCE_MS);
}

process.stdin.resume().once('close', endChild).once('error', endChild);
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, endChild);
// Nobody may be reading our output any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
child.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  if (signal && !isEnding) console.error(`ended by ${signal}`);
  process.exit(code ?? 1);
});
