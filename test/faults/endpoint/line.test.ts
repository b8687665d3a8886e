// A bad line between a desk and the endpoint, and an endpoint that says no: sync stops in time, loses nothing, holds up
// no other record, and goes on where it was.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { seeded } from '@shared/demo/random';
import { canonical } from '@shared/sync/canonical';
import { sync } from '@shared/messages/zh-CN/sync';
import { LinkError } from '@shared/sync/desk/ports';
import type { Envelope } from '@shared/core/envelope';
import { Caller, travelling } from '../../helpers/endpoint';
import { firstDesk, visit } from '../../helpers/endpoint-load';
import { makePlace, type EndpointProcess, type Place } from '../../helpers/endpoint-process';
import { startFaultProxy, type FaultProxy } from '../../helpers/fault-proxy';
import { HttpDesk } from '../../helpers/http-desk';

let place: Place;
let endpoint: EndpointProcess;
let line: FaultProxy;
let desk: HttpDesk;

const overLine = (caller: Caller): HttpDesk =>
  new HttpDesk(caller, caller.endpoint.url.replace(/:\d+/, `:${line.port}`));

beforeEach(async () => {
  place = await makePlace('sqlite');
  endpoint = await place.start();
  line = await startFaultProxy(Number(new URL(endpoint.url).port));
  desk = overLine(await firstDesk(endpoint));
  await desk.join();
  await desk.round();
});
afterEach(async () => {
  await line.stop();
  await place.end();
});

const add = (count: number, name: string, remark = ''): void => {
  for (let at = 0; at < count; at += 1) desk.act('visits', { ...visit(`${name}:${at}`, remark), ver: {} });
};
/** Ids whose state at the endpoint is not the desk's, or that it does not have. */
async function differing(): Promise<readonly string[]> {
  const there = new Map((await desk.caller.pullAll('visits', 500)).map((doc) => [doc.id, canonical(doc)]));
  const own = [...desk.of('visits').values()];
  expect(there.size).toBe(own.length);
  return own.filter((doc) => there.get(doc.id) !== canonical(travelling(doc))).map(({ id }) => id);
}
const fault = async (): Promise<string> => {
  try {
    await desk.round();
    return 'none';
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return error.fault;
  }
};

it('a line that is cut again and again, at any byte', async () => {
  const seed = Number(process.env.DESKBOOK_SEED ?? Date.now());
  console.log(`seed ${seed}`);
  const random = seeded(seed);
  const faults = new Map<string, number>();
  for (let round = 0; round < 40; round += 1) {
    add(7, `cut:${round}`);
    line.fault = round % 5 === 0 ? { kind: 'refuse' } : { kind: 'cut', after: Math.floor(random() * 4_000) };
    const met = await fault();
    faults.set(met, (faults.get(met) ?? 0) + 1);
  }
  expect([...faults.keys()].filter((name) => !['offline', 'none'].includes(name))).toEqual([]);
  expect(faults.get('offline')).toBeGreaterThan(8);
  line.fault = { kind: 'none' };
  expect(await fault()).toBe('none');
  expect(await differing()).toEqual([]);
  expect(desk.of('visits').size).toBe(280);
  expect(desk.of('tickets').size).toBe(0);
});

it('a slow line', async () => {
  add(150, 'slow');
  line.fault = { kind: 'slow', bytes: 400, everyMs: 2 };
  expect(await fault()).toBe('none');
  expect(line.met).toBeGreaterThan(0);
  expect(await differing()).toEqual([]);
});

it.each([0, 30, 200])('a line that is up and says nothing after %i bytes', async (after) => {
  add(3, 'silent');
  line.fault = { kind: 'silent', after };
  // The desk's own limit of waiting; the network keeps its own time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const over = fault();
    let ended = false;
    void over.then(() => (ended = true));
    while (!ended) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await over).toBe('offline');
  } finally {
    vi.useRealTimers();
  }
  line.fault = { kind: 'none' };
  expect(await fault()).toBe('none');
  expect(await differing()).toEqual([]);
});

it('a line that brings everything twice', async () => {
  add(60, 'twice');
  line.fault = { kind: 'twice' };
  expect(await fault()).toBe('none');
  for (const doc of [...desk.of('visits').values()])
    desk.act('visits', { ...doc, body: { ...doc.body, remark: '改' } as Envelope['body'] });
  expect(await fault()).toBe('none');
  // Whichever of the two came first, the other found its own state there.
  line.fault = { kind: 'none' };
  expect(await fault()).toBe('none');
  expect(await differing()).toEqual([]);
  expect(desk.of('tickets').size).toBe(0);
  const store = await place.open();
  for (const { id } of desk.of('visits').values()) expect(await store.history('visits', id)).toHaveLength(2);
  await store.close();
});

it('records are sent in as many pushes as they need; one too large waits and holds up none', async () => {
  add(90, 'large');
  const heavy = (id: string, size: number): void =>
    desk.act('visits', {
      ...visit(id),
      ver: {},
      body: { ...visit(id).body, extra: 'x'.repeat(size) } as unknown as Envelope['body'],
    });
  for (let at = 0; at < 20; at += 1) heavy(`heavy:${at}`, 900_000);
  heavy('over-document', 2_500_000);
  heavy('over-body', 9_000_000);
  expect(await fault()).toBe('none');
  const refused = [...desk.waiting.values()].map(({ id, refused: why }) => [id, why?.reason]).sort();
  expect(refused).toEqual([
    ['over-body', 'tooLarge'],
    ['over-document', 'tooLarge'],
  ]);
  expect(await desk.caller.pullAll('visits', 20)).toHaveLength(110);
});

it('a batch that something on the way finds too large is halved', async () => {
  const sizes: number[] = [];
  // A proxy that takes 300 KB, as some do by default.
  const narrow = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (body.length > 300_000) {
        sizes.push(body.length);
        response.writeHead(413).end('<html>Request Entity Too Large</html>');
        return;
      }
      const { host: _, connection: __, ...headers } = request.headers;
      const onwards = http.request(
        `${new URL(endpoint.url).origin}${request.url ?? ''}`,
        { method: request.method ?? 'GET', headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onwards.end(body);
    });
  });
  await new Promise<void>((resolve) => narrow.listen(0, '127.0.0.1', resolve));
  desk.base = `http://127.0.0.1:${(narrow.address() as AddressInfo).port}/api/v1`;
  add(100, 'halved', '长'.repeat(400));
  for (let at = 0; at < 100; at += 1) {
    const doc = desk.of('visits').get(`halved:${at}`) as Envelope;
    desk.act('visits', { ...doc, body: { ...doc.body, extra: 'x'.repeat(9_000) } as Envelope['body'] });
  }
  expect(await fault()).toBe('none');
  expect(sizes.length).toBeGreaterThan(0);
  narrow.close();
  narrow.closeAllConnections();
  desk.base = endpoint.url;
  expect(await differing()).toEqual([]);
});

it('a record that is refused stays as it is over later pulls, and goes once it is mended', async () => {
  const other = new HttpDesk(await Caller.enrol(endpoint, 'B'));
  await other.join();
  await other.round();
  const wrong = visit('wrong');
  desk.act('visits', {
    ...wrong,
    ver: {},
    body: { ...wrong.body, no: 'LF-Z-20261121-0001' },
  });
  add(3, 'right');
  expect(await fault()).toBe('none');
  expect(desk.waiting.get('visits/wrong')?.refused?.reason).toBe('foreignNumber');
  other.act('visits', { ...visit('of-b'), desk: 'B', ver: {} });
  await other.round();
  expect(await fault()).toBe('none');
  expect(desk.of('visits').get('of-b')).toBeDefined();
  expect(desk.of('visits').get('wrong')?.body.no).toBe('LF-Z-20261121-0001');
  expect(desk.waiting.get('visits/wrong')?.refused?.reason).toBe('foreignNumber');
  // Its month differs by it alone, and is not compared; others are.
  expect(await desk.compare('visits')).toEqual([]);
  const { no: _, ...body } = wrong.body;
  desk.act('visits', {
    ...(desk.of('visits').get('wrong') as Envelope),
    body: { ...body, no: 'LF-A-20261121-0901' },
  });
  expect(await fault()).toBe('none');
  expect([...desk.waiting.values()]).toEqual([]);
  expect(await differing()).toEqual([]);
});

it('a page that cannot be stored is asked for again', async () => {
  const other = new HttpDesk(await Caller.enrol(endpoint, 'B'));
  await other.join();
  await other.round();
  add(700, 'page');
  expect(await fault()).toBe('none');
  const take = other.take;
  let full = 3;
  other.take = async (collection, docs) => {
    if (collection === 'visits' && full > 0) {
      full -= 1;
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    }
    return take(collection, docs);
  };
  for (let time = 0; time < 3; time += 1) await expect(other.round()).rejects.toThrow('quota');
  expect(other.of('visits').size).toBe(0);
  await other.round();
  expect(other.of('visits').size).toBe(700);
  expect([...other.waiting.values()]).toEqual([]);
});

it.each(['-1', '0', '2'])(
  'a desk of version %s stops in plain words, and nothing of it is taken',
  async (version) => {
    add(2, 'version');
    desk.version = version;
    expect(await fault()).toBe('schemaVersion');
    expect(sync.fault.schemaVersion).toContain('请先升级本台程序；本机登记不受影响');
    expect(await desk.caller.pullAll('visits')).toEqual([]);
    desk.version = '1';
    expect(await fault()).toBe('none');
    expect(await differing()).toEqual([]);
  },
);

it('a stolen token gets its thief nothing but its own desk’s records, and nothing once it was changed', async () => {
  const thief = new Caller(endpoint, (await Caller.enrol(endpoint, 'B')).token, desk.caller.epoch, 'B');
  add(2, 'mine');
  await desk.round();
  const [mine] = [...desk.of('visits').values()];
  if (!mine) throw new Error('no visit');
  const { body } = await thief.push('visits', [
    { newDocumentState: travelling({ ...visit('as-a'), desk: 'A' }) },
    { newDocumentState: travelling({ ...mine, desk: 'B' }), assumedMasterState: travelling(mine) },
  ]);
  expect(body.rejected.map(({ id, reason }) => [id, reason])).toEqual([
    ['as-a', 'foreignDesk'],
    [mine.id, 'foreignDesk'],
  ]);
  expect(await differing()).toEqual([]);
  const stolen = new Caller(endpoint, desk.caller.token, desk.caller.epoch, 'A');
  const answer = await fetch(`${endpoint.url}/desk/token`, {
    method: 'POST',
    headers: { ...desk.caller.headers(), 'content-type': 'application/json' },
    body: '{}',
  });
  desk.caller.token = ((await answer.json()) as { readonly token: string }).token;
  expect((await stolen.pull('visits', 0, 1)).status).toBe(401);
  expect((await stolen.push('visits', [])).status).toBe(401);
  add(1, 'after');
  expect(await fault()).toBe('none');
  expect(await differing()).toEqual([]);
});
