/** What leaves the endpoint for a browser: the scope of the person, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS, type CollectionName, type Envelope } from '@shared/core/envelope';
import { scoped } from '@shared/sync/scope';
import type { WebPullAnswer, WebSessionAnswer } from '@shared/sync/web-contract';
import type { Visit } from '@shared/visits/schema';
import { Browser } from '../../helpers/browser';
import { Caller, demoRecords, ENGINES, startOn, travelling, type Endpoint } from '../../helpers/endpoint';

const records = demoRecords();
const TODAY = '2026-11-21';

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('pulling in a browser from %s', (engine) => {
  let end: () => Promise<void>;
  let endpoint: Endpoint;
  let a: Caller;
  const browsers = new Map<string, Browser>();
  const browserOf = (staffNo: string): Browser => {
    const browser = browsers.get(staffNo);
    if (!browser) throw new Error(staffNo);
    return browser;
  };

  beforeAll(async () => {
    ({ endpoint, end } = await startOn(engine));
    a = await Caller.enrol(endpoint, 'A');
    for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const)
      await a.addAll(collection, records.get(collection) ?? []);
    for (const staffNo of ['2001', '3001', '4001', '5001'])
      browsers.set(staffNo, await Browser.of(endpoint, staffNo));
  });
  afterAll(() => end());

  /** Everything of a collection, page by page; also the raw answers. */
  async function pullAll(
    browser: Browser,
    collection: CollectionName,
    limit: number,
  ): Promise<{
    readonly documents: readonly Envelope[];
    readonly raw: string;
    readonly last: WebPullAnswer;
  }> {
    const documents: Envelope[] = [];
    let raw = '';
    for (let query = `seq=0&limit=${limit}`; ;) {
      const { status, body, text } = await browser.get<WebPullAnswer>(`/web/pull/${collection}?${query}`);
      expect(status).toBe(200);
      expect(body.documents.length).toBeLessThanOrEqual(limit);
      raw += text;
      documents.push(...body.documents);
      const { seq, from, scope } = body.checkpoint;
      query = `seq=${seq}&limit=${limit}&from=${from}&scope=${scope}`;
      if (!body.more) return { documents, raw, last: body };
    }
  }

  it.each(['2001', '3001', '4001', '5001'])(
    'gives %s their scope, all of it and nothing else',
    async (staffNo) => {
      const browser = browserOf(staffNo);
      const { staff } = (await browser.get<WebSessionAnswer>('/web/session')).body;
      for (const collection of COLLECTIONS) {
        const { documents, raw } = await pullAll(browser, collection, 173);
        const expected = (records.get(collection) ?? []).flatMap((doc) => {
          const seen = scoped(staff, collection, doc, TODAY);
          return seen ? [travelling(seen)] : [];
        });
        expect(new Map(documents.map((doc) => [doc.id, doc]))).toEqual(
          new Map(expected.map((doc) => [doc.id, doc])),
        );
        expect(documents).toHaveLength(expected.length);
        expect(raw).not.toContain('"credential"');
        // What is none of the person's business is in no answer, whatever field it might hide in.
        if (staffNo === '2001' && collection === 'ledger') expect(raw).not.toMatch(/"phone":"\d/);
        if (staffNo !== '4001' && staffNo !== '5001' && collection === 'visits')
          expect(documents).toEqual([]);
      }
    },
  );

  it('says which records left the scope, to whom they were in', async () => {
    const browser = browserOf('5001');
    const { staff } = (await browser.get<WebSessionAnswer>('/web/session')).body;
    const own = (records.get('visits') ?? []).find((doc) => scoped(staff, 'visits', doc, TODAY)) as Visit;
    const other = (records.get('visits') ?? []).find(
      (doc) => doc.kind === 'visit' && !scoped(staff, 'visits', doc, TODAY),
    ) as Visit;
    const { last } = await pullAll(browser, 'visits', 500);
    const edit = async (doc: Visit, body: Visit['body']): Promise<void> => {
      const next = { ...doc, ver: { ...doc.ver, A: (doc.ver.A ?? 0) + 1 }, body };
      const row = { newDocumentState: travelling(next), assumedMasterState: travelling(doc) };
      expect((await a.push('visits', [row])).body).toEqual({ conflicts: [], rejected: [] });
    };
    await edit(own, { ...own.body, transfer: null, outcome: 'answered' });
    await edit(other, { ...other.body, remark: '改' });
    const { seq, from } = last.checkpoint;
    const { body } = await browser.get<WebPullAnswer>(`/web/pull/visits?seq=${seq}&limit=100&from=${from}`);
    expect([body.documents, body.gone]).toEqual([[], [own.id]]);
  });

  it('sends a browser of another scope back to the beginning', async () => {
    const { status, body } = await browserOf('2001').get('/web/pull/ledger?seq=0&limit=1&scope=another');
    const { scope } = (await browserOf('2001').get<WebSessionAnswer>('/web/session')).body;
    expect([status, body]).toEqual([409, { code: 'scope', scope }]);
  });

  it('gives nothing to strangers, to other sites, to a desk’s token and for nonsense', async () => {
    const route = '/web/pull/ledger?seq=0&limit=1';
    const stranger = new Browser(endpoint);
    expect((await stranger.get(route)).status).toBe(401);
    stranger.extra = a.headers();
    expect((await stranger.get(route)).status).toBe(401);
    const site = new Browser(endpoint);
    site.cookie = browserOf('2001').cookie;
    site.extra = { 'x-deskbook-web': '' };
    expect((await site.get(route)).status).toBe(403);
    for (const bad of [
      '/web/pull/secrets?seq=0&limit=1',
      '/web/pull/ledger?seq=-1&limit=1',
      '/web/pull/ledger?seq=0',
    ])
      expect((await browserOf('2001').get(bad)).status).toBe(400);
  });
});
