// Issue 5: a desk whose clock is a day ahead, then set a day back before a restart: whatever it recorded is pushed all the
// same, and the club's other desk has it as it stands there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite-store';
import { demoProfile, dropProfile } from '../helpers/app';
import { Caller, listen } from '../helpers/endpoint';
import { aheadByADay, registerSome, startSignedIn, storedVisits, type Acknowledged } from '../helpers/faults';
import { HttpDesk } from '../helpers/http-desk';
import { banners, shown, words } from '../helpers/shown';
import { joinBy, pill, SOON } from '../helpers/sync';

const DAY_MS = 86_400_000;
const clock = (days: number): string => `--clock=${new Date(Date.now() + days * DAY_MS).toISOString()}`;

it('pushes what a desk records a day ahead and a day behind', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-endpoint-'));
  const store = openSqlite(folder);
  const endpoint = await listen(store);
  const profile = await demoProfile();
  const acknowledged: Acknowledged[] = [];
  const central = async (): Promise<readonly string[]> =>
    (await store.pull('visits', 0, 10_000)).map(({ id }) => id);
  const allThere = (): Promise<void> =>
    expect
      .poll(async () => {
        const there = new Set(await central());
        return acknowledged.filter(({ id }) => !there.has(id));
      }, SOON)
      .toEqual([]);

  let desk = await startSignedIn(profile, [clock(1)]);
  await desk.page.goto('app://deskbook/#/sync');
  await joinBy(desk.page, endpoint, '大堂前台');
  await pill(desk.page, '已同步');
  acknowledged.push(...(await registerSome(desk.page, 4)));
  await allThere();
  await aheadByADay(desk.page);
  await desk.close();

  const other = new HttpDesk(await Caller.enrol(endpoint, 'B'));
  await other.join();
  await other.round();
  desk = await startSignedIn(profile, [clock(-1)]);
  acknowledged.push(...(await registerSome(desk.page, 4)));
  expect(acknowledged).toHaveLength(8);
  await allThere();
  // What the other desk writes meanwhile comes in too.
  const [known] = [...other.of('visits').values()].filter(({ kind }) => kind === 'visit');
  if (!known) throw new Error('no visit');
  other.act('visits', { ...known, body: { ...known.body, remark: '乙台补记' } as typeof known.body });
  await other.round();
  await other.round();
  await expect
    .poll(
      () =>
        desk.page.evaluate(async (id) => {
          const { deskbookTest } = window as unknown as {
            deskbookTest: {
              all: (name: string) => Promise<readonly { id: string; body: { remark?: string } }[]>;
            };
          };
          return (await deskbookTest.all('visits')).find((doc) => doc.id === id)?.body.remark;
        }, known.id),
      SOON,
    )
    .toBe('乙台补记');
  const here = (await storedVisits(desk.page)).map(({ id }) => id);
  const elsewhere = [...other.of('visits').values()]
    .filter(({ kind }) => kind === 'visit')
    .map(({ id }) => id);
  expect([...elsewhere].sort()).toEqual([...here].sort());
  expect([...other.of('tickets').values()].filter(({ kind }) => kind === 'syncConflict')).toEqual([]);
  const seen = [await words(desk.page, '.state-pill'), ...(await banners(desk.page))];
  const there = new Set(await central());
  await desk.close();
  dropProfile(profile);
  await endpoint.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const missing = acknowledged.filter(({ id }) => !there.has(id)).length;
  shown('desk-clock', { seen, acknowledged: acknowledged.length, missing });
});
