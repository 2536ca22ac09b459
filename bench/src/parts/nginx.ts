import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.js';

/** nginx over a folder: serves its files, and stores what is PUT. */
export async function startNginx(folder: string) {
  const port = await freePort();
  mkdirSync(path.join(folder, 'body'), { recursive: true });
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; worker_processes 2; pid ${folder}/pid; error_log ${folder}/error.log;
     events {}
     http {
       access_log off; sendfile on; client_max_body_size 0; client_body_temp_path ${folder}/body;
       server { listen 127.0.0.1:${port}; root ${folder}; location / { dav_methods PUT; } }
     }
     user root;`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', file], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: 'inherit',
  });
  const failed = new Promise<never>((_resolve, reject) =>
    child.once('error', () => reject(new Error('nginx is not installed: apt-get install nginx-light'))),
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const origin = `http://127.0.0.1:${port}`;
  const answers = async () => {
    while (!(await fetch(origin).then(Boolean, () => false))) await sleep(50);
  };
  await Promise.race([answers(), failed]);
  return { origin, stop: () => void child.kill('SIGTERM') };
}
