// Requests at random, each wrong in at least one thing: no crash, no fault, nothing changed, nothing kept in memory.
import { afterEach, expect, it } from 'vitest';
import { seeded } from '@shared/demo/random';
import { COLLECTIONS } from '@shared/core/envelope';
import { travelling, type Caller } from '../../helpers/endpoint';
import { firstDesk, pushAcknowledged, rowsOf, visit } from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';
import { Wire, type Ask } from '../../helpers/wire';

const REQUESTS = Number(process.env.DESKBOOK_FUZZ ?? 1_000);
const AT_ONCE = 16;
/** After so many it is looked whether anything has changed. */
const LOOK_EVERY = 1_000;
const MEGABYTE = 1_048_576;
const NONSENSE = [
  null,
  true,
  -1,
  1.5,
  '',
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '../../etc/passwd',
  [],
  {},
  [[[]]],
];

let place: Place;
afterEach(() => place.end());

/** A request that must be refused, drawn by `random`. */
function draw(random: () => number, desk: Caller): [string, Ask] {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const headers = { ...desk.headers(), 'content-type': 'application/json' };
  const post = (body: unknown, more: object = {}): Ask => ({
    method: 'POST',
    headers: { ...headers, ...more },
    body: JSON.stringify(body),
  });
  // Any text may stand in `key` and `by`: a visit by somebody unknown is taken and flagged.
  const doc: Record<string, unknown> = { ...travelling(visit('fuzz')) };
  doc[one(Object.keys(doc).filter((key) => !['key', 'by'].includes(key)))] = one([
    null,
    true,
    -1,
    1.5,
    '',
    '\u0000',
    [[[]]],
  ]);
  const collection = one(COLLECTIONS);
  const push = `/sync/${collection}/push`;
  const odd = encodeURIComponent(one(['', '-1', '1.5', '\u0000', "' OR 1=1 --", '../../etc/passwd', '[[]]']));
  return one<() => [string, Ask]>([
    () => [push, post({ epoch: desk.epoch, rows: [{ newDocumentState: doc }] })],
    () => [push, post({ epoch: one(NONSENSE), rows: one(NONSENSE) })],
    () => [push, post({ epoch: desk.epoch, rows: [{ newDocumentState: one(NONSENSE) }] })],
    () => [push, post(one(NONSENSE))],
    () => [push, post({}, { authorization: one(['', 'Bearer', `Bearer ${'x'.repeat(43)}`, 'Basic eDp4']) })],
    () => [push, post({}, { 'x-schema-version': one(['', '0', '2', '1, 1', 'x'.repeat(500)]) })],
    () => [`/sync/${collection}/pull?epoch=${desk.epoch}&seq=${odd}&limit=${odd}`, { headers }],
    () => [`/sync/${odd}/pull?epoch=${desk.epoch}&seq=0&limit=1`, { headers }],
    () => [`/blobs/${odd}`, { method: one(['GET', 'PUT', 'DELETE']), headers: desk.headers() }],
    () => ['/digest', post({ collection: one(NONSENSE) })],
    () => ['/enrol', post({ code: one(NONSENSE), deskName: one(NONSENSE) })],
    () => [`/${odd}`, { method: one(['GET', 'POST', 'PATCH', 'DELETE']) }],
  ])();
}

it.each<Place['engine']>(['sqlite', 'postgres'])(
  `on %s stands ${REQUESTS} requests at random`,
  async (engine) => {
    const seed = Number(process.env.DESKBOOK_SEED ?? Date.now());
    console.log(`${engine}, seed ${seed}`);
    const random = seeded(seed);
    place = await makePlace(engine);
    const endpoint = await place.start();
    const desk = await firstDesk(endpoint);
    expect(await pushAcknowledged(desk, rowsOf([visit('stands')]), new Map())).toBe(200);
    const store = await place.open();
    const everything = async (): Promise<unknown> => [
      await store.desks(),
      await Promise.all(COLLECTIONS.map((name) => store.digests(name))),
    ];
    const before = await everything();
    const faults: string[] = [];
    const wire = new Wire(endpoint.url, AT_ONCE);
    const run = async (count: number): Promise<void> => {
      for (let done = 0; done < count; done += LOOK_EVERY) {
        await wire.times(Math.min(LOOK_EVERY, count - done), async () => {
          const [route, ask] = draw(random, desk);
          const { status } = await wire.send(route, ask);
          if (status >= 500) faults.push(`${status} ${route} ${ask.body ?? ''}`);
        });
        expect(await everything()).toEqual(before);
      }
    };
    await run(REQUESTS / 2);
    const warm = await endpoint.memory();
    await run(REQUESTS / 2);
    const grown = (await endpoint.memory()).held - warm.held;
    wire.close();
    console.log(`${engine}: ${(grown / MEGABYTE).toFixed(2)} MB more held after the second half`);
    expect(faults).toEqual([]);
    expect(endpoint.running, endpoint.errors).toBe(true);
    expect(grown / MEGABYTE).toBeLessThan(5);
    await store.close();
  },
  Math.max(600_000, REQUESTS * 20),
);
