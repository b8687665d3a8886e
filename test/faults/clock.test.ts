// A clock set back a day: records are still saved, the person is told, and RxDB's write times keep growing.
import { expect, it } from 'vitest';
import { demoProfile, dropProfile } from '../helpers/app';
import { aheadByADay, compare, registerSome, startSignedIn, storedVisits, WHOLE } from '../helpers/faults';
import { banners, shown } from '../helpers/shown';

it('goes on with growing write times when the clock was set back', async () => {
  const profile = await demoProfile();
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 5);
  await aheadByADay(desk.page);
  await desk.close();
  desk = await startSignedIn(profile);
  await desk.page.getByText('电脑时间比最后一次记录早').waitFor();
  const later = await registerSome(desk.page, 3);
  expect(later).toHaveLength(3);
  const all = [...acknowledged, ...later];
  const found = compare(all, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  const times = await desk.page.evaluate(async () => {
    const { deskbookTest } = window as unknown as {
      deskbookTest: { all: (name: string) => Promise<readonly { id: string; _meta: { lwt: number } }[]> };
    };
    return (await deskbookTest.all('visits')).map(({ id, _meta }) => ({ id, lwt: _meta.lwt }));
  });
  const timeOf = (id: string): number => times.find((time) => time.id === id)?.lwt ?? 0;
  const highestBefore = Math.max(...acknowledged.map(({ id }) => timeOf(id)));
  for (const { id } of later) expect(timeOf(id)).toBeGreaterThan(highestBefore);
  const seen = await banners(desk.page);
  await desk.close();
  dropProfile(profile);
  shown('clock-back-between', { seen, acknowledged: all.length, missing: found.missing });
});
