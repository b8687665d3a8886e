// The endpoint comes back from yesterday's backup: it says so by its epoch, and a full push brings back what it lost.
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { PushRow, Travelling } from '@shared/sync/contract';
import { Caller, demoRecords, travelling } from '../../helpers/endpoint';
import {
  edited,
  firstDesk,
  lost,
  pushAcknowledged,
  rowsOf,
  visit,
  type Acknowledged,
} from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';
import { shown } from '../../helpers/shown';

let place: Place;
afterEach(() => place.end());

/** As a desk begins anew: every record with no state assumed; what the endpoint has of before is then replaced. */
async function pushEverything(desk: Caller, own: readonly Travelling[]): Promise<number> {
  const mine = new Map(own.map((doc) => [doc.id, doc]));
  let older = 0;
  for (let at = 0; at < own.length; at += 100) {
    const rows: readonly PushRow[] = own.slice(at, at + 100).map((doc) => ({ newDocumentState: doc }));
    const { status, body } = await desk.push('visits', rows);
    expect([status, body.rejected]).toEqual([200, []]);
    const again = body.conflicts.flatMap((state) => {
      const newDocumentState = mine.get(state.id);
      return newDocumentState ? [{ newDocumentState, assumedMasterState: state }] : [];
    });
    older += again.length;
    expect(await desk.push('visits', again)).toEqual({ status: 200, body: { conflicts: [], rejected: [] } });
  }
  return older;
}

it('gets everything back from its desks after a restore', async () => {
  place = await makePlace('sqlite');
  const before = await place.start();
  const desk = await firstDesk(before);
  const acknowledged: Acknowledged = new Map();
  const days = (['yesterday', 'today'] as const).map((day) =>
    Array.from({ length: 250 }, (_value, at) => visit(`${day}:${at}`)),
  );
  const [yesterday = [], today = []] = days;
  const push = (rows: readonly PushRow[]): Promise<number> => pushAcknowledged(desk, rows, acknowledged);
  expect(await push(rowsOf(yesterday))).toBe(200);
  const copy = path.join(path.dirname(place.data), 'yesterday.sqlite');
  place.run('backup', '--to', copy);
  expect(await push(rowsOf(today))).toBe(200);
  const edits = yesterday.slice(0, 60).map((doc) => ({
    newDocumentState: travelling(edited(doc, '今天改的')),
    assumedMasterState: travelling(doc),
  }));
  expect(await push(edits)).toBe(200);
  const own = await desk.pullAll('visits', 500);
  expect(lost(acknowledged, own)).toEqual([]);
  await before.end('SIGTERM');

  place.run('restore', '--from', copy);
  const endpoint = await place.start();
  const stale = new Caller(endpoint, desk.token, desk.epoch, 'A');
  const pulled = await stale.pull('visits', 510, 100);
  const { epoch } = pulled.body as unknown as { readonly epoch: string };
  expect(epoch).not.toBe(desk.epoch);
  expect([pulled.status, pulled.body]).toEqual([409, { code: 'epoch', epoch }]);
  const pushed = await stale.add('visits', [visit('too-early')]);
  expect([pushed.status, pushed.body]).toEqual([409, { code: 'epoch', epoch }]);

  const anew = new Caller(endpoint, desk.token, epoch, 'A');
  expect(lost(acknowledged, await anew.pullAll('visits', 500))).toHaveLength(today.length + edits.length);
  expect(await pushEverything(anew, own)).toBe(edits.length);
  const back = await anew.pullAll('visits', 500);
  expect(lost(acknowledged, back)).toEqual([]);
  expect(back).toHaveLength(own.length);
  // A second desk that comes now gets all of it, the people included.
  const second = await Caller.enrol(endpoint, 'B');
  const missing = lost(acknowledged, await second.pullAll('visits', 77)).length;
  expect(await second.pullAll('directory', 77)).toHaveLength(demoRecords().get('directory')?.length ?? -1);
  shown('endpoint-restored', { seen: null, acknowledged: acknowledged.size, missing });
});
