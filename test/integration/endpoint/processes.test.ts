/** PostgreSQL serves several processes: what one takes, the other gives and tells. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Caller, demoRecords, ENGINES, listen, type Endpoint } from '../../helpers/endpoint';

let first: Endpoint;
let second: Endpoint;
let end: () => Promise<void>;

beforeAll(async () => {
  const made = await ENGINES.postgres();
  [first, second] = await Promise.all([made.open().then(listen), made.open().then(listen)]);
  end = async () => {
    for (const one of [first, second]) {
      await one.stop();
      await one.store.close();
    }
    await made.end();
  };
});
afterAll(() => end());

it('has one order of documents whichever process took them', async () => {
  const a = await Caller.enrol(first, 'A');
  const beside = new Caller(second, a.token, a.epoch, 'A');
  await a.addAll('directory', demoRecords().get('directory') ?? []);
  const visits = (demoRecords().get('visits') ?? []).slice(0, 400);
  const heard: string[] = [];
  const told = new Promise<void>((resolve) => {
    second.store.onChanged((collection) => {
      heard.push(collection);
      resolve();
    });
  });
  await Promise.all([a.addAll('visits', visits.slice(0, 200)), beside.addAll('visits', visits.slice(200))]);
  await told;
  expect(heard).toContain('visits');
  const [here, there] = await Promise.all([a.pullAll('visits'), beside.pullAll('visits')]);
  expect(here).toEqual(there);
  expect(new Set(here.map(({ id }) => id)).size).toBe(400);
});
