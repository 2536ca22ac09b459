import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePeer, filesInSession, LINK, png } from './file-peer.js';
import { assist, tick } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const MIB = 1024 * 1024;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('a download link', () => {
  it('is valid for one person: not for the CSR, another customer or a stranger', async () => {
    const { csr, customer } = await filesInSession(api);
    const other = await filesInSession(api);
    const { id } = await csr.publish(png(1000));
    const url = await customer.link(id);
    const stranger = filePeer(api, api.stranger(), 'none');
    for (const somebody of [csr, other.customer, other.csr, stranger])
      expect([401, 403]).toContain((await somebody.follow(url)).status);
    expect((await customer.follow(url)).status).toBe(200);
    const ofCsr = await csr.link(id);
    expect([401, 403]).toContain((await customer.follow(ofCsr)).status);
    expect(await other.csr.user.refusal(LINK, { id })).toBe('NOT_FOUND');
    expect(await other.customer.user.refusal(LINK, { id })).toBe('NOT_FOUND');
  });

  it('is valid for one person: a colleague who may read the file cannot use it either', async () => {
    const { id, number, csr } = await filesInSession(api);
    const colleague = await assist(api, number);
    await tick(csr.user, colleague.participantId, ['VIEW', 'FILES']);
    const { id: fileId } = await csr.publish(png(1000));
    const helper = filePeer(api, colleague, id);
    expect((await helper.follow(await helper.link(fileId))).status).toBe(200);
    expect((await helper.follow(await csr.link(fileId))).status).toBe(403);
  });

  it('is valid for ten minutes', async () => {
    const { csr, customer } = await filesInSession(api);
    const { id } = await csr.publish(png(1000));
    const url = await customer.link(id);
    api.clock.turn(9 * 60_000);
    expect((await customer.follow(url)).status).toBe(200);
    api.clock.turn(61_000);
    expect((await customer.follow(url)).status).toBe(410);
  });

  it('is invalid after the customer has left, and so is an unfinished upload', async () => {
    const { id, csr, customer } = await filesInSession(api);
    const file = await csr.publish(png(1000));
    const url = await customer.link(file.id);
    const bytes = png(MIB);
    const upload = await customer.offer(bytes);
    await customer.send(upload, bytes, { upTo: 600_000 });
    await customer.user.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id });
    expect((await customer.follow(url)).status).toBe(403);
    expect((await customer.head(upload)).status).toBe(403);
    expect(await customer.send(upload, bytes, { from: 524_288 })).toMatchObject({ code: 'SEAT_CLOSED' });
    expect(await csr.file(upload.id)).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('stays valid for staff after the end of the session, but not for customers', async () => {
    const { id, csr, customer } = await filesInSession(api);
    const bytes = png(5000);
    const file = await csr.publish(bytes);
    const url = await customer.link(file.id);
    await csr.user.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    expect((await customer.follow(url)).status).toBe(403);
    expect(await csr.download(file.id)).toEqual(bytes);
  });
});

describe('a colleague who gets the right to files during a session', () => {
  it('immediately sees existing files and new ones, and nothing after the right is withdrawn', async () => {
    const { id, number, csr } = await filesInSession(api);
    const colleague = await assist(api, number);
    const helper = filePeer(api, colleague, id);
    const { id: fileId } = await csr.publish(png(3000), { name: 'before.png' });
    const { events, cut } = colleague.follow(id);
    const kinds = () => events.map(({ __typename }) => __typename);
    await csr.user.ask('mutation($id: ID!) { setCamera(sessionId: $id, isOn: true) { id } }', { id });
    await expect.poll(kinds).toContain('CameraChanged'); // all earlier events have arrived
    expect(await helper.list()).toEqual([]);
    expect(await colleague.refusal(LINK, { id: fileId })).toBe('FORBIDDEN');

    await tick(csr.user, colleague.participantId, ['VIEW', 'FILES']);
    await expect.poll(kinds).toContain('ParticipantRightsChanged');
    expect((await helper.list()).map(({ name }) => name)).toEqual(['before.png']);
    expect(await helper.download(fileId)).toEqual(png(3000));
    await csr.publish(png(4000), { name: 'after.png' });
    await expect.poll(() => kinds().filter((kind) => kind === 'FilePublished')).toHaveLength(1);

    await tick(csr.user, colleague.participantId, ['VIEW']);
    expect(await helper.list()).toEqual([]);
    await csr.publish(png(5000), { name: 'later.png' });
    await csr.user.ask('mutation($id: ID!) { setMicrophone(sessionId: $id, isOn: true) { id } }', { id });
    await expect.poll(kinds).toContain('MicrophoneChanged');
    expect(kinds().filter((kind) => kind === 'FilePublished')).toHaveLength(1);
    cut();
  });
});
