/** What is done in a browser: by the shared commands, numbered by W, once, and only by whom it is allowed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '@shared/core/command';
import { COLLECTIONS, type Envelope } from '@shared/core/envelope';
import type { Staff } from '@shared/directory/schema';
import { EMPTY_BOOKS, withEntries } from '@shared/ledger/books';
import { emptyClaim } from '@shared/lost-property/claim-fields';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { FoundItem } from '@shared/lost-property/schema';
import { reportLoss } from '@shared/lost-property/report-loss';
import type { CommitAnswer } from '@shared/sync/web-contract';
import type { Visit } from '@shared/visits/schema';
import { commitAct } from '../../../server/web/commit';
import { ledgerSums } from '../../../server/web/ledger-sums';
import { Browser, GOOD_PASSWORD, type BrowserAnswer } from '../../helpers/browser';
import { Caller, demoRecords, ENGINES, listen, type Endpoint } from '../../helpers/endpoint';

const records = demoRecords();
const staffOf = (staffNo: string): Staff =>
  records.get('directory')!.find((doc): doc is Staff => (doc as Staff).body.staffNo === staffNo)!;
const atHr = records
  .get('lostItems')!
  .filter((doc): doc is FoundItem => doc.kind === 'foundItem' && doc.status === 'handedOver');
const atDesk = records
  .get('lostItems')!
  .find(({ kind, status }) => kind === 'foundItem' && status === 'held')!;
const plainSales = records
  .get('ledger')!
  .filter(({ kind, body }) => kind === 'sale' && JSON.stringify(body).includes('"invoice":{"state":"none"'));

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('committing on %s', (engine) => {
  let end: () => Promise<void>;
  let endpoint: Endpoint;
  let beside: Endpoint;
  let a: Caller;
  let finance: Browser;
  let hr: Browser;
  let handler: Browser;

  beforeAll(async () => {
    const made = await ENGINES[engine]();
    endpoint = await listen(await made.open());
    // A second process on the same database.
    beside = await listen(await made.open());
    end = async () => {
      for (const one of [endpoint, beside]) {
        await one.stop();
        await one.store.close();
      }
      await made.end();
    };
    a = await Caller.enrol(endpoint, 'A');
    for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const)
      await a.addAll(collection, records.get(collection) ?? []);
    finance = await Browser.of(endpoint, '2001');
    hr = await Browser.of(endpoint, '3001');
    await Browser.of(endpoint, '4001');
    handler = await Browser.of(endpoint, '5001');
  });
  afterAll(() => end());

  const commit = (
    browser: Browser,
    command: string,
    input: object,
    more: object = {},
  ): Promise<BrowserAnswer<CommitAnswer>> =>
    browser.post('/commit', { command, input, actId: randomUUID(), ...more });
  const invoice = (of: string, no: string): object => ({
    of,
    step: 'issued',
    invoiceTitle: '青岛海信贸易有限公司',
    invoiceTaxNo: '91370200MA3C000000',
    invoiceNo: no,
  });
  const byW = async (): Promise<readonly LedgerEntry[]> =>
    ((await a.pullAll('ledger', 1_000)) as readonly Envelope[]).filter(
      ({ desk }) => desk === 'W',
    ) as unknown as readonly LedgerEntry[];

  it('stores an item with HR; the desk pulls it, and its history says W', async () => {
    const { status, body } = await commit(hr, 'lostItem.store', {
      id: atHr[0]!.id,
      place: '人事柜 2',
      note: '',
    });
    expect([status, body.ok]).toEqual([200, true]);
    const stored = (await a.pullAll('lostItems')).find(
      ({ id }) => id === atHr[0]!.id,
    ) as unknown as FoundItem;
    expect(stored.ver.W).toBe(1);
    expect(stored.body.events.at(-1)).toMatchObject({ type: 'stored', place: '人事柜 2', desk: 'W' });
    expect(stored.body.log?.at(-1)).toMatchObject({
      act: 'lostItem.store',
      by: staffOf('3001').id,
      desk: 'W',
    });
  });

  it('says as data why not', async () => {
    const empty = await commit(hr, 'lostItem.store', { id: atHr[0]!.id, place: '', note: '' });
    expect([empty.status, empty.body]).toEqual([
      200,
      { ok: false, refusals: [{ field: 'place', code: 'required' }] },
    ]);
    const desk = await commit(hr, 'lostItem.store', { id: atDesk.id, place: '柜', note: '' });
    expect(desk.body).toEqual({ ok: false, refusals: [{ code: 'nothingAtHr' }] });
  });

  it('does an act once, however often it is sent, and gives nobody else what it wrote', async () => {
    const actId = randomUUID();
    const input = { id: atHr[1]!.id, place: '一次', note: '' };
    const [first, second] = await Promise.all([
      commit(hr, 'lostItem.store', input, { actId }),
      commit(hr, 'lostItem.store', input, { actId }),
    ]);
    expect(first.body).toEqual(second.body);
    expect(first.body.ok).toBe(true);
    const stored = (await endpoint.store.get('lostItems', [atHr[1]!.id])).get(atHr[1]!.id) ?? '';
    expect(stored.split('"一次"')).toHaveLength(2);
    const other = await commit(finance, 'invoice.step', invoice(plainSales[0]!.id, '1'), { actId });
    expect(other.body).toEqual({ ok: false, refusals: [{ code: 'actIdTaken' }] });
    const desks = atHr[1]!.body.events[0]!.id;
    const taken = await commit(hr, 'lostItem.store', input, { actId: desks });
    expect(taken.body).toEqual({ ok: false, refusals: [{ code: 'actIdTaken' }] });
  });

  it('lets no role do what is another’s, and no command in that is not listed', async () => {
    const wrong = await commit(finance, 'lostItem.store', { id: atHr[0]!.id, place: '柜', note: '' });
    expect(wrong.body).toEqual({ ok: false, refusals: [{ code: 'notAllowed' }] });
    expect((await commit(finance, 'directory.saveStaff', {})).status).toBe(400);
    expect((await commit(finance, 'constructor', {})).status).toBe(400);
    expect((await commit(hr, 'lostItem.store', { id: 7, place: '柜', note: '' })).status).toBe(400);
    expect((await commit(hr, 'lostItem.store', { id: atHr[0]!.id, place: '柜' })).status).toBe(400);
    expect((await commit(hr, 'lostItem.store', {}, { actId: 'x' })).status).toBe(400);
    const stranger = new Browser(endpoint);
    expect((await commit(stranger, 'month.declare', { month: '2026-10' })).status).toBe(401);
    const site = new Browser(endpoint);
    site.cookie = finance.cookie;
    site.extra = { origin: 'https://evil.example' };
    expect((await commit(site, 'month.declare', { month: '2026-10' })).status).toBe(403);
  });

  it('lets a handler answer for their own department, and shows them no more than they may see', async () => {
    const department = staffOf('5001').body.departments[0]!;
    const sample = records
      .get('visits')!
      .find((doc): doc is Visit => doc.kind === 'visit' && (doc as Visit).body.transfer !== null)!;
    const visit = (id: string, to: string): Visit => {
      const { no: _, ...body } = sample.body;
      const transfer = {
        ...sample.body.transfer!,
        department: to,
        answeredAt: '',
        answeredBy: '',
        answer: '',
      };
      return {
        ...sample,
        id,
        key: '13800001193',
        body: { ...body, phone: '13800001193', plate: '鲁B12345', transfer },
      };
    };
    await a.addAll('visits', [visit('visit:own', department), visit('visit:other', 'another')]);
    const input = { id: 'visit:own', answer: '已安排', answeredBy: '高教练' };
    const { body, text } = await commit(handler, 'visit.answerTransfer', input);
    expect(body.ok).toBe(true);
    expect(text).not.toMatch(/13800001193|鲁B12345/);
    expect((await endpoint.store.get('visits', ['visit:own'])).get('visit:own')).toContain('13800001193');
    const other = await commit(handler, 'visit.answerTransfer', { ...input, id: 'visit:other' });
    expect(other.body).toEqual({ ok: false, refusals: [{ code: 'notYourDepartment' }] });
  });

  it('asks the manager’s own password to reopen a month, and keeps the witness', async () => {
    const input = { month: '2026-10', round: 1, reason: '漏记进货' };
    const alone = await commit(finance, 'month.reopen', input);
    expect(alone.body).toMatchObject({
      ok: false,
      refusals: [{ field: 'approval', code: 'secondStaffMissing' }],
    });
    const self = [{ staffNo: '2001', password: GOOD_PASSWORD }];
    expect((await commit(finance, 'month.reopen', input, { witnesses: self })).body).toMatchObject({
      refusals: [{ code: 'sameStaff' }],
    });
    const wrong = [{ staffNo: '4001', password: 'not this one' }];
    expect((await commit(finance, 'month.reopen', input, { witnesses: wrong })).body).toEqual({
      ok: false,
      refusals: [{ field: 'witnesses', code: 'wrongPassword' }],
    });
    const manager = [{ staffNo: '4001', password: GOOD_PASSWORD }];
    expect((await commit(finance, 'month.reopen', input, { witnesses: manager })).body.ok).toBe(true);
    const [entry] = (await byW()).filter(({ kind }) => kind === 'monthReopen');
    expect(entry?.body).toMatchObject({ approval: { staff: staffOf('4001').id } });
    const close = {
      month: '2026-10',
      round: 2,
      previous: null,
      desks: ['A', 'W'],
      count: '',
      silent: ['A'],
      note: '补记后重结',
    };
    expect((await commit(finance, 'month.close', close)).body).toMatchObject({ ok: true });
    expect((await byW()).find(({ kind }) => kind === 'monthClose')?.id).toBe('close:2026-10:2');
  });

  it('places ledger entries densely while two processes and a desk write at once', async () => {
    const second = new Browser(beside);
    second.cookie = finance.cookie;
    beside.clock.now = endpoint.clock.now;
    const before = (await byW()).length;
    const sales = plainSales.slice(1, 13);
    const base = records.get('ledger')!.find(({ kind }) => kind === 'tipTaken')!;
    const { no: _no, ...body } = base.body;
    const [answers] = await Promise.all([
      Promise.all(
        sales.map(({ id }, at) =>
          commit(at % 2 ? second : finance, 'invoice.step', invoice(id, `2026${at}`)),
        ),
      ),
      ...Array.from({ length: 5 }, (_, at) =>
        a.add('ledger', [
          {
            ...base,
            id: `tip:${at}`,
            status: `A-00009999${at}`,
            body: { ...body, n: 99_990 + at } as Envelope['body'],
          },
        ]),
      ),
    ]);
    expect(answers.filter(({ body: { ok } }) => ok)).toHaveLength(sales.length);
    const places = (await byW()).map(({ body: { n } }) => n).sort((one, other) => one - other);
    expect(places).toEqual(Array.from({ length: before + sales.length }, (_, at) => at + 1));
  });

  it('sums the ledger as the desks do, however the entries came', async () => {
    const entries = (await a.pullAll('ledger', 1_000)) as unknown as readonly LedgerEntry[];
    const expected = withEntries(EMPTY_BOOKS, entries);
    for (const { store } of [endpoint, beside]) expect((await ledgerSums(store)).books).toEqual(expected);
  });

  it('gives an item that HR holds back to its owner, signed on paper', async () => {
    const item = atHr.find(
      ({ id, body }) => id !== atHr[0]!.id && id !== atHr[1]!.id && body.valueKind === 'ordinary',
    )!;
    const input = {
      id: item.id,
      report: '',
      fields: {
        ...emptyClaim(item.body.features.length, item.body.quantity),
        features: item.body.features.map(() => true),
        counted: true,
        identity: 'document',
        name: '于桂英',
        phone: '13900003835',
        last4: '1234',
      },
      signature: { mode: 'paper', archiveNo: 'DA-7' },
    };
    const { body, text } = await commit(hr, 'lostItem.returnLater', input);
    expect(body.ok, text).toBe(true);
    const [pulled] = (await a.pullAll('lostItems')).filter(({ id }) => id === item.id);
    expect(pulled?.status).toBe('claimed');
    expect((await commit(hr, 'lostItem.returnLater', { ...input, signature: { mode: 'ink' } })).status).toBe(
      400,
    );
  });

  it('gives register numbers densely over two processes', async () => {
    const order = (at: number, store: Endpoint): ReturnType<typeof commitAct> =>
      commitAct(
        { store: store.store, now: () => endpoint.clock.now, version: '', club: '' },
        {
          command: { ...reportLoss, roles: ['hr'] } as unknown as Command<unknown>,
          input: {
            id: `loss:${at}`,
            fields: {
              ownerName: '于桂英',
              ownerPhone: '13900003835',
              under14: false,
              consent: false,
              category: '雨伞',
              name: '雨伞',
              features: [],
              quantity: 1,
              lostFrom: '2026-11-20',
              lostTo: '2026-11-20',
              place: '大堂',
              remark: '',
            },
          },
          actId: randomUUID(),
          staff: staffOf('3001'),
          witnesses: [],
        },
      );
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, at) => order(at, at % 2 ? beside : endpoint)),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    const numbers = (await a.pullAll('lostItems'))
      .filter(({ desk }) => desk === 'W')
      .map(({ body }) => body.no);
    expect(numbers.sort()).toEqual(Array.from({ length: 8 }, (_, at) => `BS-W-20261121-000${at + 1}`));
  });
});
