/** No role gets further than its own: each role of the web view tries each command, and each collection of a desk's. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '@shared/core/envelope';
import { WEB_ROLES, type WebRole } from '@shared/sync/scope';
import type { CommitAnswer } from '@shared/sync/web-contract';
import { WEB_COMMANDS } from '../../../server/commands';
import { Browser } from '../../helpers/browser';
import { Caller, demoRecords, ENGINES, listen, type Endpoint } from '../../helpers/endpoint';
import { MAY, sample, STAFF } from '../../helpers/web-roles';

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])(
  'the roles of the web view on %s',
  (engine) => {
    let endpoint: Endpoint;
    let end: () => Promise<void>;
    const browsers = new Map<WebRole, Browser>();

    beforeAll(async () => {
      const made = await ENGINES[engine]();
      endpoint = await listen(await made.open());
      end = async () => {
        await endpoint.stop();
        await endpoint.store.close();
        await made.end();
      };
      const records = demoRecords();
      const desk = await Caller.enrol(endpoint, 'A');
      for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const)
        await desk.addAll(collection, records.get(collection) ?? []);
      for (const role of WEB_ROLES) browsers.set(role, await Browser.of(endpoint, STAFF[role]));
    });
    afterAll(() => end());

    const newest = (): Promise<readonly number[]> =>
      Promise.all(COLLECTIONS.map((collection) => endpoint.store.newest(collection)));

    it('are written out here for every command there is', () => {
      expect(WEB_COMMANDS.map(({ command }) => command.type).sort()).toEqual(Object.keys(MAY).sort());
    });

    it.each(WEB_ROLES)('let %s do nothing that is another’s', async (role) => {
      const before = await newest();
      for (const { command, input } of WEB_COMMANDS) {
        if (MAY[command.type]?.includes(role)) continue;
        const answer = await browsers.get(role)!.post<CommitAnswer>('/commit', {
          command: command.type,
          input: sample(input),
          actId: randomUUID(),
        });
        expect([command.type, answer.status, answer.body]).toEqual([
          command.type,
          200,
          { ok: false, refusals: [{ code: 'notAllowed' }] },
        ]);
      }
      expect(await newest()).toEqual(before);
    });

    it.each(WEB_ROLES)('answer %s in words where what they may do is nonsense', async (role) => {
      for (const { command, input } of WEB_COMMANDS) {
        if (!MAY[command.type]?.includes(role)) continue;
        for (const nonsense of [
          sample(input),
          {},
          null,
          [],
          'x',
          { ...(sample(input) as object), more: 1 },
        ]) {
          const { status } = await browsers
            .get(role)!
            .post<CommitAnswer>('/commit', { command: command.type, input: nonsense, actId: randomUUID() });
          expect([command.type, status < 500]).toEqual([command.type, true]);
        }
      }
    });

    it.each(WEB_ROLES)('open to %s nothing of what desks alone may call', async (role) => {
      const browser = browsers.get(role)!;
      const before = await newest();
      for (const collection of COLLECTIONS) {
        expect((await browser.get(`/sync/${collection}/pull?epoch=x&seq=0&limit=1`)).status).toBe(401);
        expect((await browser.post(`/sync/${collection}/push`, { epoch: 'x', rows: [] })).status).toBe(401);
      }
      expect((await browser.get('/desks')).status).toBe(401);
      expect(await newest()).toEqual(before);
    });
  },
);
