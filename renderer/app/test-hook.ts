/** What fault tests and benches call in the real page. Fetched only under test (`--sign-in-as`, unpackaged). */
import { v7 } from 'uuid';
import type { Act } from '@shared/core/command';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import type { DemoClub } from '@shared/demo/club';
import { encodeEntry } from '@shared/journal/codec';
import type { LedgerEntry, MonthLine } from '@shared/ledger/schema';
import { saveSettings } from '@shared/directory/save-settings';
import { emptyFields } from '@shared/visits/fields';
import { standingCloses } from '@shared/month-end/months';
import { reopenMonth } from '@shared/month-end/reopen';
import { registerVisit } from '@shared/visits/register';
import { loadBooks } from '../data/books';
import { recount } from '../data/checkpoint';
import { nowIso } from '../data/clock';
import { actorOf, useDirectory } from '../data/directory';
import { voidVisit } from '@shared/visits/void';
import { runCommand, type Outcome } from '../data/gateway';
import { host } from '../data/host';
import { closeMarks } from '../data/month-closings';
import { loadMonth } from '../data/month-paper';
import { loadProducts, productsNow } from '../data/products';
import { rawWrite } from '../data/raw-write';
import { all, byIds, range, total } from '../data/read';
import { rejournal } from '../data/rejournal';
import { rx } from '../data/rx';
import { search, type Hit } from '../data/search';
import { contextNow, today, useSession } from '../data/session';
import { verifySome, type Verified } from '../data/verify';

export interface TestHook {
  /** Registers a visitor through the real gateway; `id` is the visit's and the act's. */
  readonly register: (name: string, id?: string) => Promise<Outcome>;
  /** Sells two products for cash and by WeChat through the real gateway, opening the till where it is closed. */
  readonly sell: (id?: string) => Promise<Outcome>;
  /** Hands the open till over with the cash it should hold, through the real gateway. */
  readonly handOver: (id?: string) => Promise<Outcome>;
  /** Changes the club's name, an administrator's act. */
  readonly renameClub: (clubName: string) => Promise<Outcome>;
  /** Voids a visit, another lead confirming. */
  readonly voidVisit: (id: string) => Promise<Outcome>;
  readonly all: (collection: CollectionName) => Promise<readonly Envelope[]>;
  readonly total: (collection: CollectionName) => Promise<number>;
  /** An id as a form makes it. */
  readonly newId: () => string;
  readonly open: () => Promise<void>;
  /** Fills years of visits before the demo month, past the journal: for benches only. */
  readonly fillYears: (until: string, days: number, perDay: number) => Promise<void>;
  /** Fills years of answered enquiries. */
  readonly fillTickets: (until: string, days: number, perDay: number) => Promise<void>;
  /** Fills as many found things, each with a photo on disk. */
  readonly fillLost: (until: string, count: number) => Promise<void>;
  /** Reopens every closed month, the last first: what is filled in before them would count as late. */
  readonly reopenMonths: () => Promise<void>;
  /** Fills years of ledger entries over as many products, which end on `until`. */
  readonly fillLedger: (until: string, days: number, entries: number, rows: number) => Promise<void>;
  /** Lines of a month's stock report. */
  readonly monthReport: (month: string) => Promise<readonly MonthLine[]>;
  /** Number of entries in the sums of the ledger, once they are loaded. */
  readonly books: () => Promise<number>;
  /** Hits of the search box, newest first. */
  readonly search: (query: string, limit?: number) => Promise<readonly Hit[]>;
  /** Milliseconds of one raw strict Dexie put of a like record plus one synced journal line, the `save` baseline. */
  readonly rawSave: (doc: Envelope) => Promise<number>;
  /** Milliseconds of RxDB's own bulk insert of documents, the `first-sync` baseline. */
  readonly bulkInsert: (collection: CollectionName, docs: readonly Envelope[]) => Promise<number>;
  /** Closes RxDB under the gateway: its next write fails after the journal line. */
  readonly breakDatabase: () => Promise<void>;
  /** The quiet check and what follows from it, at once. */
  readonly verify: () => Promise<Verified>;
}

declare global {
  interface Window {
    deskbookTest?: TestHook;
  }
}

const myId = (): string => useSession.getState().actor?.id ?? '';

function clubHere(): DemoClub {
  const { staff, departments } = useDirectory.getState();
  return {
    staff: new Map(staff.map((person) => [person.body.staffNo, actorOf(person)])),
    departments: new Map(departments.map(({ id, body }) => [body.name, id])),
  };
}

/** Writes documents of the past: one journal line for many, then the database, as a replay leaves them. */
async function fill(collection: CollectionName, docs: readonly Envelope[]): Promise<void> {
  const act: Act = {
    id: v7(),
    type: 'bench.fill',
    at: nowIso(),
    by: myId(),
    desk: 'A',
    docs: docs.map((doc) => ({ collection, doc })),
  };
  const appended = await host.call('journal.append', encodeEntry({ t: 'act', act }));
  if (!appended.ok) throw new Error(appended.code);
  await rawWrite(collection, docs);
  await recount({ checkpoint: appended.position });
}

async function fillInTurn(collection: CollectionName, days: Iterable<readonly Envelope[]>): Promise<void> {
  let waiting: Envelope[] = [];
  for (const docs of days) {
    waiting.push(...docs);
    if (waiting.length < 4_000) continue;
    await fill(collection, waiting);
    waiting = [];
  }
  await fill(collection, waiting);
}

async function fillYears(until: string, days: number, perDay: number): Promise<void> {
  const { demoYears } = await import('@shared/demo/years');
  await fillInTurn('visits', demoYears({ until, days, perDay, club: clubHere() }));
}

async function fillTickets(until: string, days: number, perDay: number): Promise<void> {
  const { demoEnquiryYears } = await import('@shared/demo/enquiries');
  await fillInTurn('tickets', demoEnquiryYears({ until, days, perDay, club: clubHere() }));
}

async function fillLost(until: string, count: number): Promise<void> {
  const [{ demoLostYears }, { PretendDesk }, { Draw }, { DEMO_SETTINGS }] = await Promise.all([
    import('@shared/demo/lost-property'),
    import('@shared/demo/pretend-desk'),
    import('@shared/demo/random'),
    import('@shared/demo/club'),
  ]);
  const photos: { sha: string; bytes: number }[] = [];
  while (photos.length < count) {
    // What stands in a photo does not matter to disk and memory; its size does.
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const stored = await host.call('blob.put', bytes);
    if (!stored.ok) throw new Error(stored.code);
    photos.push({ sha: stored.sha, bytes: bytes.length });
  }
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const perDay = 3;
  const length = Math.ceil(count / perDay);
  const days = Array.from({ length }, (_, index) => addDays(until, index + 1 - length));
  demoLostYears(desk, new Draw(7), { days, perDay, club: clubHere(), photos });
  const records = [...desk.records.values()];
  for (const [collection, kinds] of [
    ['lostItems', ['foundItem', 'handover']],
    ['attachments', ['photo']],
  ] as const) {
    const docs = records.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
    for (let at = 0; at < docs.length; at += 1_000) await fill(collection, docs.slice(at, at + 1_000));
  }
}

async function reopenMonths(): Promise<void> {
  const { staff } = useDirectory.getState();
  const [finance, manager] = (['finance', 'manager'] as const).map((role) =>
    staff.find(({ body }) => body.roles.includes(role)),
  );
  if (!finance || !manager) throw new Error('the demo club has its finance and manager');
  const standing = [...standingCloses(await closeMarks()).values()];
  for (const { body } of standing.sort((a, b) => b.body.month.localeCompare(a.body.month))) {
    const by = { staff: manager.id, name: manager.body.name, roles: manager.body.roles, at: nowIso() };
    const context = { ...contextNow(v7(), [by]), actor: actorOf(finance) };
    const outcome = await runCommand(
      reopenMonth,
      { month: body.month, round: body.round, reason: '计时用' },
      { context },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  }
}

/** Products of the five-year shop. */
const PRODUCTS = 500;

async function fillLedger(until: string, days: number, entries: number, rows: number): Promise<void> {
  const { demoLedgerYears, manyProducts } = await import('@shared/demo/ledger-years');
  const products = manyProducts(PRODUCTS, addDays(until, -days), myId());
  await fill('products', products);
  let waiting: Envelope[] = [];
  // A desk of its own, so that the demo month's numbers go on undisturbed.
  for (const docs of demoLedgerYears({ until, days, entries, rows, products, club: clubHere(), desk: 'B' })) {
    waiting.push(...docs);
    if (waiting.length < 1_000) continue;
    await fill('ledger', waiting);
    waiting = [];
  }
  await fill('ledger', waiting);
}

let rawTable: Promise<{ readonly put: (doc: object) => Promise<unknown> }> | null = null;

async function rawSave(doc: Envelope): Promise<number> {
  rawTable ??= import('dexie').then(async ({ Dexie }) => {
    const database = new Dexie('bench-raw', { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ docs: 'id, [day+id], [status+day], [kind+day], [dueAt+id], [key+day]' });
    await database.open();
    return database.table('docs');
  });
  const table = await rawTable;
  const line = JSON.stringify(doc);
  const begun = performance.now();
  await host.call('journal.append', line);
  await table.put(doc);
  return performance.now() - begun;
}

async function sell(id = v7()): Promise<Outcome> {
  const [{ makeSale }, { priceSale }, { NO_INVOICE }, { NO_SIGNATORY }, { EMPTY_PAYMENT }, { asTyped }] =
    await Promise.all([
      import('@shared/sales/sell'),
      import('@shared/sales/price-sale'),
      import('@shared/ledger/invoice'),
      import('@shared/ledger/signatory'),
      import('@shared/ledger/payments'),
      import('../ui/payments/sums'),
    ]);
  await loadProducts();
  const sold = productsNow()
    .filter(({ status }) => status === 'onSale')
    .slice(0, 2);
  const lines = sold.map(({ id: product }) => ({ product, packed: false, quantity: 3, gift: false }));
  const { total } = priceSale(
    { lines: lines.map((line) => ({ ...line, discount: 0 })), member: false, discount: 0, rounding: 0 },
    new Map(sold.map((product) => [product.id, product])),
    '',
    today(),
  );
  const fields = {
    ...NO_INVOICE,
    ...NO_SIGNATORY,
    lines: lines.map((line) => ({ ...line, quantity: String(line.quantity), discount: '' })),
    member: '',
    discount: '',
    rounding: '',
    reason: '',
    customerName: '',
    customerPhone: '',
    payments: [
      { ...EMPTY_PAYMENT, amount: '1.00' },
      { ...EMPTY_PAYMENT, tender: 'wechat' as const, amount: asTyped(total - 100), confirmed: true },
    ],
    remark: '',
  };
  const run = (): Promise<Outcome> => runCommand(makeSale, { id, fields }, { actId: id });
  const outcome = await run();
  if (outcome.ok || !outcome.refusals.some(({ code }) => code === 'noSession')) return outcome;
  const { openTill } = await import('@shared/tills/open-till');
  await runCommand(openTill, { id: v7(), pieces: { '10000': '5' }, reason: '开箱', shift: '' });
  return run();
}

/** Sales go on while it counts: a difference has its reason and another lead. */
async function handOver(actId = v7()): Promise<Outcome> {
  const [{ handOverTill }, { EMPTY_CLOSE }, { expectedOf, holderOf, tillOf }, { openSession }] =
    await Promise.all([
      import('@shared/tills/close'),
      import('@shared/tills/close-fields'),
      import('@shared/tills/till'),
      import('@shared/ledger/sessions'),
    ]);
  const session = openSession(await loadBooks(), useSession.getState().desk)?.id ?? '';
  const [opening, moved] = await Promise.all([
    byIds<LedgerEntry>('ledger', [session]),
    range<LedgerEntry>('ledger', 'key', [session], [session]),
  ]);
  const till = tillOf(session, [...opening, ...moved]);
  const { cash = 0, ...others } = till ? expectedOf(till) : {};
  const taking = till && holderOf(till).staff === 'colleague' ? 'other' : 'colleague';
  const input = {
    ...EMPTY_CLOSE,
    session,
    pieces: { '10': String(Math.round(Math.max(0, cash) / 10)) },
    totals: Object.fromEntries(Object.entries(others).map(([tender, fen]) => [tender, String(fen / 100)])),
    batchNos: { card: '1' },
    reason: '清点时仍有收付',
    approver: 'lead',
    taking,
    shift: '',
  };
  const at = nowIso();
  const witnesses = [
    { staff: taking, name: '接班人', roles: ['clerk'] as const, at },
    { staff: 'lead', name: '另一位主管', roles: ['lead'] as const, at },
  ];
  return runCommand(handOverTill, input, { actId, witnesses });
}

/** Puts the hook on the window. */
export function installTestHook(): void {
  window.deskbookTest = {
    register: (name, id = v7()) =>
      runCommand(registerVisit, { id, fields: { ...emptyFields(myId(), '咨询'), name } }, { actId: id }),
    sell,
    handOver,
    renameClub: (clubName) => runCommand(saveSettings, { clubName }),
    voidVisit: (id) => {
      const lead = {
        staff: 'another',
        name: '另一位主管',
        roles: ['lead'] as const,
        at: new Date().toISOString(),
      };
      return runCommand(voidVisit, { id, reason: '登记错了' }, { witnesses: [lead] });
    },
    all,
    total,
    newId: v7,
    open: async () => {
      await rx();
    },
    fillYears,
    fillTickets,
    fillLost,
    reopenMonths,
    fillLedger,
    monthReport: async (month) => (await loadMonth(month)).paper.lines,
    books: async () => (await loadBooks()).entries,
    search: (query, limit = 20) => search(query, { limit }),
    rawSave,
    bulkInsert: async (collection, docs) => {
      const target = (await rx())[collection];
      const begun = performance.now();
      const { error } = await target.bulkInsert([...docs]);
      if (error.length > 0) throw new Error(`${error.length} were not inserted`);
      return performance.now() - begun;
    },
    breakDatabase: async () => {
      await (await rx()).close();
    },
    verify: async () => {
      const found = await verifySome();
      await rejournal();
      return found;
    },
  };
}
