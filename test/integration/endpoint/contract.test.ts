/** The HTTP contract of DESIGN §4 against both databases, really started. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { canonical, digestOf, digestOfMonth } from '@shared/sync/canonical';
import type { DeskSeen, DigestAnswer, EnrolAnswer, Travelling } from '@shared/sync/contract';
import {
  Caller,
  demoRecords,
  ENGINES,
  get,
  startOn,
  post,
  sha256,
  travelling,
  type Endpoint,
} from '../../helpers/endpoint';

const records = demoRecords();
const of = (collection: CollectionName): readonly Envelope[] => records.get(collection) ?? [];
const visit = (at = 0): Envelope => {
  const found = of('visits').filter(({ kind }) => kind === 'visit')[at];
  if (!found) throw new Error('no visit');
  return found;
};
/** The same visit with another remark, as an edit leaves it. */
const edited = (doc: Envelope, remark: string): Envelope => ({
  ...doc,
  ver: { ...doc.ver, A: (doc.ver.A ?? 0) + 1 },
  body: { ...doc.body, remark } as Envelope['body'],
});

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('the endpoint on %s', (engine) => {
  let end: () => Promise<void>;
  let endpoint: Endpoint;
  let a: Caller;

  beforeAll(async () => {
    ({ endpoint, end } = await startOn(engine));
    a = await Caller.enrol(endpoint, 'A');
    await a.addAll('directory', of('directory'));
  });
  afterAll(() => end());

  it('says how it is', async () => {
    const { status, body } = await get<Record<string, unknown>>(endpoint, '/health');
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', engine, version: 'test', schemaVersion: 1, epoch: a.epoch });
  });

  it('describes itself', async () => {
    const { body } = await get<{ readonly paths: Readonly<Record<string, unknown>> }>(
      endpoint,
      '/openapi.json',
    );
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/v1/blobs/{sha}',
      '/api/v1/commit',
      '/api/v1/desk/token',
      '/api/v1/desks',
      '/api/v1/digest',
      '/api/v1/enrol',
      '/api/v1/health',
      '/api/v1/sync/stream',
      '/api/v1/sync/{collection}/pull',
      '/api/v1/sync/{collection}/push',
      '/api/v1/web/books',
      '/api/v1/web/password',
      '/api/v1/web/photos/{id}',
      '/api/v1/web/pull/{collection}',
      '/api/v1/web/read/count',
      '/api/v1/web/read/ids',
      '/api/v1/web/read/range',
      '/api/v1/web/session',
      '/api/v1/web/sign-in',
      '/api/v1/web/sign-out',
      '/api/v1/web/stream',
      '/api/v1/web/witness',
    ]);
  });

  describe('enrolment', () => {
    it('takes a code once, and only while it holds', async () => {
      const code = await endpoint.newCode();
      const ask = (): Promise<{ status: number; body: EnrolAnswer }> =>
        post<EnrolAnswer>(endpoint, '/enrol', { code, deskName: '练习场' });
      const first = await ask();
      expect(first.status).toBe(201);
      expect(first.body.deskCode).toBe('B');
      expect((await ask()).status).toBe(403);
      const late = await endpoint.newCode();
      endpoint.clock.now = '2026-11-21T01:11:00.000Z';
      expect((await post(endpoint, '/enrol', { code: late, deskName: '练习场' })).status).toBe(403);
    });

    it('refuses a desk code that another desk has, and keeps W for the web view', async () => {
      const code = await endpoint.newCode();
      expect((await post(endpoint, '/enrol', { code, deskName: 'x', deskCode: 'A' })).status).toBe(409);
      expect((await post(endpoint, '/enrol', { code, deskName: 'x', deskCode: 'W' })).status).toBe(400);
    });

    it('lets nobody try codes without end', async () => {
      const tries = await Promise.all(
        Array.from({ length: 12 }, () => post(endpoint, '/enrol', { code: 'AAAAA-AAAAA', deskName: 'x' })),
      );
      expect(tries.some(({ status }) => status === 429)).toBe(true);
    });
  });

  describe('who calls', () => {
    const pull = (headers: Record<string, string>): Promise<{ status: number }> =>
      get(endpoint, `/sync/visits/pull?epoch=${a.epoch}&seq=0&limit=1`, headers);

    it('must have a token it knows', async () => {
      expect((await pull({})).status).toBe(401);
      expect((await pull({ ...a.headers(), authorization: `Bearer ${'x'.repeat(43)}` })).status).toBe(401);
    });
    it('must speak its schema version', async () => {
      const { status, body } = (await pull({ ...a.headers(), 'x-schema-version': '0' })) as {
        status: number;
        body: unknown;
      };
      expect([status, body]).toEqual([426, { code: 'schemaVersion', needs: 1 }]);
    });
    it('may change its token, after which the old one is unknown', async () => {
      const old = a.headers();
      const { body } = await post<{ readonly token: string }>(endpoint, '/desk/token', {}, old);
      a.token = body.token;
      expect((await pull(old)).status).toBe(401);
      expect((await pull(a.headers())).status).toBe(200);
    });
    it('is let in no more once revoked', async () => {
      const desk = (await endpoint.store.desks()).find(({ code }) => code === 'B');
      await endpoint.store.revoke(desk?.id ?? '');
      expect((await endpoint.store.desks()).find(({ code }) => code === 'B')?.revoked).toBe(true);
    });
    it('tells of all desks and when each called last', async () => {
      endpoint.clock.now = '2026-11-21T01:05:00.000Z';
      const { body } = await get<readonly DeskSeen[]>(endpoint, '/desks', a.headers());
      expect(body.map(({ code, revoked, seenAt }) => [code, revoked, seenAt])).toEqual([
        ['A', false, '2026-11-21T01:05:00.000Z'],
        ['B', true, null],
      ]);
    });
  });

  describe('push and pull', () => {
    it('gives every document back as it came, page by page', async () => {
      const sent = of('visits');
      await a.addAll('visits', sent);
      const came = await a.pullAll('visits', 37);
      const byId = new Map(came.map((doc) => [doc.id, doc]));
      expect(came).toHaveLength(sent.length);
      for (const doc of sent) expect(byId.get(doc.id)).toEqual(travelling(doc));
    });

    it('fills a page while more exist', async () => {
      const { body } = await a.pull('visits', 0, 10);
      expect(body.documents).toHaveLength(10);
    });

    it('writes nothing for what it already has', async () => {
      const before = await a.newest('visits');
      expect((await a.add('visits', [visit()])).body.conflicts).toEqual([]);
      expect((await a.pull('visits', before, 10)).body.documents).toEqual([]);
    });

    it('takes an edit of the state it has, and answers any other with that state', async () => {
      const [doc, mine, theirs] = [visit(1), edited(visit(1), '甲'), edited(visit(1), '乙')];
      const edit = (to: Envelope, from: Envelope): ReturnType<Caller['push']> =>
        a.push('visits', [{ newDocumentState: travelling(to), assumedMasterState: travelling(from) }]);
      expect((await edit(mine, doc)).body.conflicts).toEqual([]);
      expect((await edit(theirs, doc)).body.conflicts).toEqual([travelling(mine)]);
      expect((await a.add('visits', [theirs])).body.conflicts).toEqual([travelling(mine)]);
      const history = await endpoint.store.history('visits', doc.id);
      expect(history).toEqual([canonical(travelling(doc)), canonical(travelling(mine))]);
    });

    it('keeps both states of a document that comes twice in one batch', async () => {
      const [doc, next] = [visit(2), edited(visit(2), '再改')];
      const rows = [{ newDocumentState: travelling(next), assumedMasterState: travelling(doc) }];
      const last = {
        newDocumentState: travelling(edited(next, '三改')),
        assumedMasterState: travelling(next),
      };
      await a.push('visits', [...rows, last]);
      expect(await endpoint.store.history('visits', doc.id)).toHaveLength(3);
    });

    it('sends a desk of another epoch back to the beginning', async () => {
      const stale = new Caller(endpoint, a.token, 'another', 'A');
      const pulled = await stale.pull('visits', 0, 10);
      expect([pulled.status, pulled.body]).toEqual([409, { code: 'epoch', epoch: a.epoch }]);
      expect((await stale.add('visits', [visit()])).status).toBe(409);
    });

    it('keeps rare characters, emoji and U+0000', async () => {
      const remark = '𬭚 𫖮 😀 \u0000 end';
      const doc = edited({ ...visit(3), id: 'visit:rare' }, remark);
      const { no: _, ...body } = doc.body;
      expect((await a.add('visits', [{ ...doc, body }])).body.rejected).toEqual([]);
      const found = (await a.pullAll('visits')).find(({ id }) => id === 'visit:rare');
      expect((found?.body as { readonly remark?: string } | undefined)?.remark).toBe(remark);
    });

    it('finds no document of a month altered', async () => {
      const { body } = await post<DigestAnswer>(endpoint, '/digest', { collection: 'visits' }, a.headers());
      const lines = new Map<string, { id: string; digest: string }[]>();
      for (const doc of await a.pullAll('visits')) {
        const month = doc.day.slice(0, 7);
        lines.set(month, [...(lines.get(month) ?? []), { id: doc.id, digest: digestOf(canonical(doc)) }]);
      }
      expect(body.months).toEqual(
        Object.fromEntries(
          [...lines].map(([month, all]) => [month, { count: all.length, digest: digestOfMonth(all) }]),
        ),
      );
    });
  });

  describe('a row is refused, never its batch', () => {
    const whole = travelling({
      ...visit(4),
      id: 'visit:fine',
      body: { ...visit(4).body, no: 'LF-A-20991231-0001' },
    });

    it.each<[string, object]>([
      ['malformed', { ...whole, body: { v: 1 } }],
      ['malformed', { ...whole, at: 'yesterday' }],
      ['deleted', { ...whole, _deleted: true }],
      ['wrongCollection', { ...whole, kind: 'sale' }],
      ['foreignDesk', { ...whole, desk: 'Z' }],
      ['foreignNumber', { ...whole, body: { ...whole.body, no: 'LF-Z-20261121-0001' } }],
    ])('as %s', async (reason, state) => {
      const bad = { ...state, id: 'visit:bad' } as Travelling;
      const { status, body } = await a.push('visits', [
        { newDocumentState: bad },
        { newDocumentState: whole },
      ]);
      expect(status).toBe(200);
      expect(body.rejected).toEqual([{ id: 'visit:bad', reason }]);
      expect(await endpoint.store.get('visits', ['visit:bad', 'visit:fine'])).toHaveProperty('size', 1);
    });

    it('when somebody unknown, or of another role, changes the directory', async () => {
      const department = of('directory').find(({ kind }) => kind === 'department');
      const clerk = of('directory').find(
        ({ kind, body }) => kind === 'staff' && JSON.stringify(body).includes('"1001"'),
      );
      if (!department || !clerk) throw new Error('demo club');
      const log = (by: string): object => ({
        ...department.body,
        log: [{ id: 'x', act: 'department.save', at: department.at, by, desk: 'A' }],
      });
      const row = (id: string, by: string): Envelope => ({
        ...department,
        id,
        by,
        body: log(by) as Envelope['body'],
      });
      const { body } = await a.add('directory', [row('d1', 'nobody'), row('d2', clerk.id)]);
      expect(body.rejected.map(({ reason }) => reason)).toEqual(['unknownStaff', 'roleNotAllowed']);
    });

    it('but a fact that broke a rule is taken and flagged', async () => {
      const odd = {
        ...whole,
        id: 'visit:odd',
        by: 'nobody',
        body: { ...whole.body, no: 'LF-A-20991231-0009', log: [] },
      };
      expect((await a.push('visits', [{ newDocumentState: odd }])).body.rejected).toEqual([]);
      expect(await endpoint.store.flags('visits')).toContainEqual({ id: 'visit:odd', flag: 'unknownStaff' });
    });
  });

  it('answers nonsense in words, not with a fault', async () => {
    const headers = a.headers();
    expect((await post(endpoint, '/sync/visits/push', { rows: 'x' }, headers)).status).toBe(400);
    expect((await post(endpoint, '/sync/secrets/push', { epoch: a.epoch, rows: [] }, headers)).status).toBe(
      400,
    );
    expect((await get(endpoint, `/sync/visits/pull?epoch=${a.epoch}&seq=-1&limit=9`, headers)).status).toBe(
      400,
    );
    expect((await get(endpoint, '/nowhere')).status).toBe(404);
    const huge = await post(
      endpoint,
      '/sync/visits/push',
      { epoch: a.epoch, rows: [], pad: 'x'.repeat(8_100_000) },
      headers,
    );
    expect([huge.status, huge.body]).toEqual([413, { code: 'tooLarge' }]);
  });

  it('keeps a photo under the hash of its bytes', async () => {
    const bytes = new TextEncoder().encode('photo');
    const put = (sha: string): Promise<Response> =>
      fetch(`${endpoint.url}/blobs/${sha}`, {
        method: 'PUT',
        headers: { ...a.headers(), 'content-type': 'application/octet-stream' },
        body: bytes,
      });
    expect((await put(sha256(bytes))).status).toBe(204);
    expect((await put('0'.repeat(64))).status).toBe(400);
    const back = await fetch(`${endpoint.url}/blobs/${sha256(bytes)}`, { headers: a.headers() });
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
    expect((await fetch(`${endpoint.url}/blobs/${'1'.repeat(64)}`, { headers: a.headers() })).status).toBe(
      404,
    );
  });

  it('wakes the others when something came', async () => {
    const response = await fetch(`${endpoint.url}/sync/stream`, { headers: a.headers() });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('no stream');
    let heard = '';
    const until = async (text: string): Promise<void> => {
      while (!heard.includes(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error('stream ended');
        heard += value;
      }
    };
    await until('event: resync');
    await a.push('visits', [
      {
        newDocumentState: {
          ...travelling(visit(5)),
          id: 'visit:new',
          body: { ...visit(5).body, no: 'LF-A-20991231-0007' },
        },
      },
    ]);
    await until('event: changed\ndata: {"collections":["visits"]}');
    await reader.cancel();
  });

  it('misses nothing while many push at once', async () => {
    const base = visit(6);
    const { no: _, ...body } = base.body;
    const makers = Array.from({ length: 20 }, (_value, maker) => maker);
    const perMaker = 25;
    const seen = new Set<string>();
    let seq = await a.newest('visits');
    let pushing = true;
    const puller = (async () => {
      for (;;) {
        const last = !pushing;
        const { body: page } = await a.pull('visits', seq, 50);
        for (const { id } of page.documents) seen.add(id);
        seq = page.checkpoint.seq;
        if (last && page.documents.length === 0) return;
      }
    })();
    await Promise.all(
      makers.map(async (maker) => {
        for (let at = 0; at < perMaker; at += 1)
          await a.add('visits', [{ ...base, id: `many:${maker}:${at}`, body }]);
      }),
    );
    pushing = false;
    await puller;
    const made = makers.flatMap((maker) =>
      Array.from({ length: perMaker }, (_value, at) => `many:${maker}:${at}`),
    );
    expect(made.filter((id) => !seen.has(id))).toEqual([]);
  });
});
