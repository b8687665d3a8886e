// The endpoint comes back from an older backup and meets a desk that knows more than it, one that knows less, and what
// the web view and a desk that is no more had written since: in the end all have everything.
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { canonical } from '@shared/sync/canonical';
import type { Envelope } from '@shared/core/envelope';
import { writeRow } from '../../../server/store/write-row';
import { Caller } from '../../helpers/endpoint';
import { firstDesk, visit } from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';
import { HttpDesk } from '../../helpers/http-desk';

let place: Place;
afterEach(() => place.end());

it('gets back what only its desks still have, whoever wrote it', async () => {
  place = await makePlace('sqlite');
  const before = await place.start();
  const newer = new HttpDesk(await firstDesk(before));
  const older = new HttpDesk(await Caller.enrol(before, 'B'));
  const gone = new HttpDesk(await Caller.enrol(before, 'C'));
  const desks = [newer, older, gone];
  for (const desk of desks) {
    await desk.join();
    await desk.round();
  }
  const act = (desk: HttpDesk, id: string): void =>
    desk.act('visits', { ...visit(id), desk: desk.desk, ver: {} });
  for (const desk of desks) act(desk, `early-${desk.desk}`);
  for (const desk of [...desks, ...desks]) await desk.round();
  const copy = path.join(path.dirname(place.data), 'yesterday.sqlite');
  place.run('backup', '--to', copy);
  for (const desk of desks) act(desk, `late-${desk.desk}`);
  newer.act('visits', {
    ...(newer.of('visits').get('early-B') as Envelope),
    body: { ...visit('early-B').body, remark: '甲台改了乙台的' } as Envelope['body'],
  });
  await gone.round();
  const web = { ...visit('late-W'), desk: 'W', ver: { W: 1 } };
  const store = await place.open();
  await store.write('visits', [writeRow(web, canonical({ ...web, _deleted: false }))], 'W', web.at);
  await store.close();
  await newer.round();
  await newer.round();
  await before.end('SIGTERM');

  place.run('restore', '--from', copy);
  const endpoint = await place.start();
  const moved = (desk: HttpDesk): void => void (desk.base = endpoint.url);
  for (const desk of [newer, older]) moved(desk);
  for (const desk of [older, newer, older, newer]) await desk.round();
  expect(await newer.compare('visits')).not.toEqual([]);
  for (const desk of [newer, older]) await desk.round();
  expect(await newer.compare('visits')).toEqual([]);
  const texts = (desk: HttpDesk): readonly string[] => [...desk.of('visits').values()].map(canonical).sort();
  expect([...older.of('visits').keys()].sort()).toEqual([
    'early-A',
    'early-B',
    'early-C',
    'late-A',
    'late-B',
    'late-C',
    'late-W',
  ]);
  expect(texts(older)).toEqual(texts(newer));
  expect(older.of('visits').get('early-B')?.body).toMatchObject({ remark: '甲台改了乙台的' });
  const after = await place.open();
  expect((await after.flags('visits')).filter(({ flag }) => flag.startsWith('broughtBy'))).toEqual([
    { id: 'late-C', flag: 'broughtBy:A' },
    { id: 'late-W', flag: 'broughtBy:A' },
  ]);
  await after.close();
});

it('meets a desk under a new code that has what only its old code had recorded', async () => {
  place = await makePlace('sqlite');
  const endpoint = await place.start();
  await firstDesk(endpoint);
  const old = new HttpDesk(await Caller.enrol(endpoint, 'B'));
  await old.join();
  await old.round();
  old.act('visits', { ...visit('never-sent'), desk: 'B', ver: {} });
  const anew = new HttpDesk(await Caller.enrol(endpoint, 'C'));
  for (const [name, docs] of old.records) anew.records.set(name, new Map(docs));
  await anew.join();
  await anew.round();
  // The old code could still come back and send it itself.
  expect(await anew.compare('visits')).toEqual([visit('').day.slice(0, 7)]);
  await anew.round();
  expect(anew.waiting.get('visits/never-sent')?.refused?.reason).toBe('foreignDesk');
  place.run('revoke', '--desk', 'B');
  await anew.putOutgoing([{ collection: 'visits', id: 'never-sent', base: null, refused: null }]);
  await anew.round();
  expect([...anew.waiting.values()]).toEqual([]);
  expect((await anew.caller.pullAll('visits')).map(({ id }) => id)).toEqual(['never-sent']);
});
