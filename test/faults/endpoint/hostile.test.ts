// What a broken or hostile client sends is refused in words: no fault, no crash, and never a whole batch for one row.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Travelling } from '@shared/sync/contract';
import { Caller, get, post, travelling } from '../../helpers/endpoint';
import { edited, firstDesk, visit } from '../../helpers/endpoint-load';
import { makePlace, type EndpointProcess, type Place } from '../../helpers/endpoint-process';

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe.each<Place['engine']>(['sqlite', 'postgres'])('the endpoint on %s', (engine) => {
  let place: Place;
  let endpoint: EndpointProcess;
  let desk: Caller;

  beforeAll(async () => {
    place = await makePlace(engine);
    endpoint = await place.start();
    desk = await firstDesk(endpoint);
  });
  afterAll(async () => {
    const lives = endpoint.running;
    await place.end();
    expect(lives, endpoint.errors).toBe(true);
  });

  const raw = (
    route: string,
    body: string,
    headers: Record<string, string> = desk.headers(),
  ): Promise<Response> =>
    fetch(`${endpoint.url}${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  const photo = (bytes: number): Promise<Response> =>
    fetch(`${endpoint.url}/blobs/${'0'.repeat(64)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...desk.headers() },
      body: new Uint8Array(bytes),
    });

  it('answers that a body is too large to whoever still sends it, every time', async () => {
    for (let time = 0; time < 20; time += 1) {
      const answer = await photo(9_000_000);
      expect([answer.status, await answer.json()]).toEqual([413, { code: 'tooLarge' }]);
    }
    expect((await desk.pull('visits', 0, 1)).status).toBe(200);
  });

  describe('of a batch with one poisonous document takes the others:', () => {
    const good = travelling(visit('good'));
    const text = JSON.stringify(good);
    const poison: readonly [string, string][] = [
      ['an id with U+0000', JSON.stringify({ ...good, id: 'a\u0000b' })],
      ['an id of half a character', text.replace('"good"', '"\\ud800"')],
      ['an id of a megabyte', JSON.stringify({ ...good, id: 'x'.repeat(1_000_000) })],
      ['an id that is SQL', JSON.stringify({ ...good, id: "x'; DROP TABLE docs; --" })],
      ['an id that is a number', JSON.stringify({ ...good, id: 7 })],
      ['no id', JSON.stringify({ ...good, id: undefined })],
      ['a kind every object has', JSON.stringify({ ...good, id: 'p', kind: 'constructor' })],
      ['a body that is null', JSON.stringify({ ...good, id: 'p', body: null })],
      ['a body that is a list', JSON.stringify({ ...good, id: 'p', body: [] })],
      [
        'a body nested 50,000 deep',
        text.replace('"good"', '"p"').replace('"body":{', `"body":{"x":${deep(50_000)},`),
      ],
      ['a number no text can hold', text.replace('"good"', '"p"').replace('"body":{', '"body":{"x":1e999,')],
      ['a version that is text', JSON.stringify({ ...good, id: 'p', ver: { A: '1' } })],
      ['a log that is text', JSON.stringify({ ...good, id: 'p', body: { ...good.body, log: 'x' } })],
      ['a change log of nulls', JSON.stringify({ ...good, id: 'p', body: { ...good.body, log: [null] } })],
      [
        'three megabytes',
        JSON.stringify({ ...good, id: 'p', body: { ...good.body, x: 'x'.repeat(3_000_000) } }),
      ],
    ];
    it.each(poison)('%s', async (what, state) => {
      const id = `good:${poison.findIndex(([name]) => name === what)}`;
      const rows = `{"newDocumentState":${state}},{"newDocumentState":${JSON.stringify({ ...good, id })}}`;
      const answer = await raw('/sync/visits/push', `{"epoch":"${desk.epoch}","rows":[${rows}]}`);
      expect(answer.status).toBe(200);
      const { rejected, conflicts } = (await answer.json()) as {
        readonly rejected: readonly { readonly reason: string }[];
        readonly conflicts: readonly Travelling[];
      };
      expect(conflicts).toEqual([]);
      expect(rejected).toHaveLength(1);
      const pulled = await desk.pullAll('visits');
      expect(pulled.map((doc) => doc.id)).toContain(id);
      expect(pulled.map((doc) => doc.id)).not.toContain('p');
    });
  });

  it('compares an assumed state nested beyond all reason as one that is not current', async () => {
    const doc = visit('assumed');
    await desk.add('visits', [doc]);
    const row = `{"newDocumentState":${JSON.stringify(travelling(edited(doc, '改')))},"assumedMasterState":${deep(50_000)}}`;
    const answer = await raw('/sync/visits/push', `{"epoch":"${desk.epoch}","rows":[${row}]}`);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { conflicts: [travelling(doc)], rejected: [] },
    ]);
  });

  it.each<[string, () => Promise<{ readonly status: number }>, number]>([
    ['a body that is no JSON', () => raw('/sync/visits/push', '{"epoch":'), 400],
    ['a body that is empty', () => raw('/sync/visits/push', ''), 400],
    ['a body that is null', () => raw('/sync/visits/push', 'null'), 400],
    [
      'a body of lists within lists',
      () => raw('/sync/visits/push', '['.repeat(200_000) + ']'.repeat(200_000)),
      400,
    ],
    ['a prototype in the body', () => raw('/digest', '{"collection":"visits","__proto__":{"x":1}}'), 400],
    ['a body of nine megabytes', () => raw('/digest', JSON.stringify({ x: 'x'.repeat(9_000_000) })), 413],
    ['a photo of nine megabytes', () => photo(9_000_000), 413],
    [
      '1,001 rows',
      () =>
        post(
          endpoint,
          '/sync/visits/push',
          { epoch: desk.epoch, rows: Array(1_001).fill({ newDocumentState: {} }) },
          desk.headers(),
        ),
      400,
    ],
    [
      'rows of the wrong type',
      () => post(endpoint, '/sync/visits/push', { epoch: desk.epoch, rows: [1, null, 'x'] }, desk.headers()),
      400,
    ],
    [
      'another kind of content',
      () =>
        fetch(`${endpoint.url}/digest`, {
          method: 'POST',
          headers: { ...desk.headers(), 'content-type': 'text/csv' },
          body: 'a,b',
        }),
      415,
    ],
    [
      'a path out of the tree',
      () => get(endpoint, '/sync/%2e%2e%2f%2e%2e%2fetc%2fpasswd/pull?epoch=x&seq=0&limit=1', desk.headers()),
      400,
    ],
    ['a path with U+0000', () => get(endpoint, '/blobs/%00', desk.headers()), 400],
    ['a path that is no UTF-8', () => get(endpoint, '/blobs/%ff', desk.headers()), 400],
    [
      'a collection that is SQL',
      () => get(endpoint, `/sync/visits'%20OR%201=1/pull?epoch=${desk.epoch}&seq=0&limit=1`, desk.headers()),
      400,
    ],
    [
      'a position that is SQL',
      () => get(endpoint, `/sync/visits/pull?epoch=${desk.epoch}&seq=0;DROP&limit=1`, desk.headers()),
      400,
    ],
    [
      'two positions',
      () => get(endpoint, `/sync/visits/pull?epoch=${desk.epoch}&seq=0&seq=1&limit=1`, desk.headers()),
      400,
    ],
    [
      'a desk name with U+0000',
      async () => post(endpoint, '/enrol', { code: await endpoint.newCode(), deskName: 'a\u0000b' }),
      400,
    ],
  ])('refuses %s', async (_what, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
  });

  it('closes every door to a revoked desk and to a token that was changed', async () => {
    const thief = await Caller.enrol(endpoint, 'Z');
    const stolen = thief.headers();
    const { body } = await post<{ readonly token: string }>(endpoint, '/desk/token', {}, stolen);
    thief.token = body.token;
    const doors = (headers: Record<string, string>): Promise<readonly [number, unknown][]> =>
      Promise.all(
        [
          get(endpoint, `/sync/visits/pull?epoch=${desk.epoch}&seq=0&limit=1`, headers),
          post(endpoint, '/sync/visits/push', { epoch: desk.epoch, rows: [] }, headers),
          post(endpoint, '/digest', { collection: 'visits' }, headers),
          post(endpoint, '/desk/token', {}, headers),
          get(endpoint, '/sync/stream', headers),
          get(endpoint, `/blobs/${'0'.repeat(64)}`, headers),
        ].map(async (answer) => [(await answer).status, (await answer).body] as const),
      );
    const all = (answer: [number, unknown]): readonly [number, unknown][] =>
      Array<[number, unknown]>(6).fill(answer);
    expect(await doors(stolen)).toEqual(all([401, { code: 'unknownToken' }]));
    expect(await doors({ ...thief.headers(), 'x-schema-version': '2' })).toEqual(
      all([426, { code: 'schemaVersion', needs: 1 }]),
    );
    place.run('revoke', '--desk', 'Z');
    expect(await doors(thief.headers())).toEqual(all([401, { code: 'revoked' }]));
  });
});
