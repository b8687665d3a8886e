/** What a browser may ask for beyond what it was given: older books by role, photos of records in sight, a second person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS, type CollectionName, type Envelope } from '@shared/core/envelope';
import type { Photo } from '@shared/blobs/schema';
import { withEntries, EMPTY_BOOKS, type Books } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { FoundItem } from '@shared/lost-property/schema';
import type { WebReadAnswer, WitnessAnswer } from '@shared/sync/web-contract';
import { Browser, GOOD_PASSWORD, type BrowserAnswer } from '../../helpers/browser';
import {
  Caller,
  demoRecords,
  ENGINES,
  sha256,
  startOn,
  travelling,
  type Endpoint,
} from '../../helpers/endpoint';

const records = demoRecords();
const of = (collection: CollectionName): readonly Envelope[] => records.get(collection) ?? [];
const items = of('lostItems').filter((doc): doc is FoundItem => doc.kind === 'foundItem');
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);

const photoOf = (owner: FoundItem, id: string): Photo => ({
  id,
  kind: 'photo',
  status: 'active',
  day: owner.day,
  dueAt: '9999',
  desk: 'A',
  by: owner.by,
  at: owner.at,
  ver: { A: 1 },
  key: owner.id,
  body: { v: 1, sha: sha256(JPEG), bytes: JPEG.length, type: 'image/jpeg', width: 1, height: 1 },
});

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('asking back on %s', (engine) => {
  let end: () => Promise<void>;
  let endpoint: Endpoint;
  let finance: Browser;
  let hr: Browser;
  let manager: Browser;
  let handler: Browser;
  const atHr = items.find(({ status }) => status === 'handedOver');
  const claimed = items.find(({ status }) => status === 'claimed');
  if (!atHr || !claimed) throw new Error('the demo month has both');

  beforeAll(async () => {
    ({ endpoint, end } = await startOn(engine));
    const a = await Caller.enrol(endpoint, 'A');
    for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const)
      await a.addAll(collection, of(collection));
    const photos = [photoOf(atHr, 'photo-hr'), photoOf(claimed, 'photo-claimed')];
    expect((await a.add('attachments', photos)).body).toEqual({ conflicts: [], rejected: [] });
    await endpoint.store.putBlob(sha256(JPEG), JPEG);
    finance = await Browser.of(endpoint, '2001');
    hr = await Browser.of(endpoint, '3001');
    manager = await Browser.of(endpoint, '4001');
    handler = await Browser.of(endpoint, '5001');
    // Half a year later nothing of the demo month is closed for less than 90 days.
    endpoint.clock.now = '2027-05-21T01:00:00.000Z';
    for (const [browser, staffNo] of [
      [finance, '2001'],
      [hr, '3001'],
      [manager, '4001'],
      [handler, '5001'],
    ] as const)
      expect((await browser.signIn(staffNo, GOOD_PASSWORD)).status).toBe(200);
  });
  afterAll(() => end());

  const range = {
    collection: 'ledger',
    index: 'day',
    from: ['2026-11'],
    to: ['2026-11-99'],
    after: null,
  } as const;

  it('gives finance the books of any age, page by page, without anybody’s phone or signature', async () => {
    const november = of('ledger').filter(({ day }) => day.startsWith('2026-11'));
    const found: string[] = [];
    let raw = '';
    for (let after: WebReadAnswer['after'] = null; ;) {
      const answer: BrowserAnswer<WebReadAnswer> = await finance.post('/web/read/range', { ...range, after });
      expect(answer.status).toBe(200);
      raw += answer.text;
      found.push(...answer.body.documents.map(({ id }) => id));
      ({ after } = answer.body);
      if (!after) break;
    }
    expect(found).toEqual([...new Set(found)]);
    expect([...found].sort()).toEqual(november.map(({ id }) => id).sort());
    expect(JSON.stringify(november)).toMatch(/"phone":"\d/);
    expect(raw).not.toMatch(/"phone":"\d|"strokes":\[\[/);
    const count = await finance.post<{ count: number }>('/web/read/count', {
      collection: 'ledger',
      index: 'day',
      from: range.from,
      to: range.to,
    });
    expect(count.body.count).toBe(november.length);
    const ids = november.slice(0, 3).map(({ id }) => id);
    const some = await finance.post<WebReadAnswer>('/web/read/ids', { collection: 'ledger', ids });
    expect(some.body.documents.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('gives the sums of all entries, to whoever sees the ledger', async () => {
    const { body } = await manager.get<Books>('/web/books');
    expect(body).toEqual(withEntries(EMPTY_BOOKS, of('ledger') as unknown as readonly LedgerEntry[]));
    expect((await hr.get('/web/books')).status).toBe(403);
    expect((await handler.get('/web/books')).status).toBe(403);
  });

  it('gives nobody anything else that is older', async () => {
    for (const collection of COLLECTIONS) {
      const question = { ...range, collection, index: 'day', from: ['2026'], to: ['2027'] };
      for (const browser of [hr, handler]) {
        const { status, body } = await browser.post<Partial<WebReadAnswer>>('/web/read/range', question);
        expect([status === 403 || body.documents?.length === 0, collection]).toEqual([true, collection]);
      }
      if (collection === 'ledger' || collection === 'stockDocuments') continue;
      const { status, body } = await manager.post<Partial<WebReadAnswer>>('/web/read/range', question);
      expect([status === 403 || body.documents?.length === 0, collection]).toEqual([true, collection]);
    }
  });

  it('gives a photo with the record it belongs to, or not at all', async () => {
    const status = async (browser: Browser, id: string): Promise<number> => {
      const response = await fetch(`${endpoint.url}/web/photos/${id}`, {
        headers: { 'x-deskbook-web': '1', cookie: browser.cookie },
      });
      if (response.status === 200) expect(new Uint8Array(await response.arrayBuffer())).toEqual(JPEG);
      return response.status;
    };
    expect(await status(hr, 'photo-hr')).toBe(200);
    // Given back to its owner at the desk: it never was HR's.
    expect(await status(hr, 'photo-claimed')).toBe(404);
    expect(await status(finance, 'photo-hr')).toBe(404);
    expect(await status(handler, 'photo-hr')).toBe(404);
    const ids = ['photo-hr', 'photo-claimed'];
    const found = await hr.post<WebReadAnswer>('/web/read/ids', { collection: 'attachments', ids });
    expect(found.body.documents).toEqual([travelling(photoOf(atHr, 'photo-hr'))]);
    expect((await finance.post('/web/read/ids', { collection: 'attachments', ids })).status).toBe(403);
  });

  it('knows a second person by their own password, and counts wrong ones', async () => {
    const right = await hr.post<WitnessAnswer>('/web/witness', { staffNo: '4001', password: GOOD_PASSWORD });
    expect(right.body).toMatchObject({ name: '陈总', roles: ['manager'] });
    for (let tries = 0; tries < 5; tries += 1)
      expect((await hr.post('/web/witness', { staffNo: '2001', password: `no ${tries}` })).status).toBe(401);
    expect((await hr.post('/web/witness', { staffNo: '2001', password: GOOD_PASSWORD })).status).toBe(429);
    expect(
      (await new Browser(endpoint).post('/web/witness', { staffNo: '4001', password: 'x' })).status,
    ).toBe(401);
  });

  it('refuses a page of somebody else than the session is of', async () => {
    hr.extra = { 'x-deskbook-staff': 'somebody else' };
    expect((await hr.get('/web/pull/lostItems?seq=0&limit=1')).status).toBe(401);
    hr.extra = {};
    expect((await hr.get('/web/pull/lostItems?seq=0&limit=1')).status).toBe(200);
  });
});
