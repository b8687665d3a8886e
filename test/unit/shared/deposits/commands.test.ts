// DOMAIN §6: money of closed sessions goes to finance, who signs; finance ticks the days off.
import { beforeEach, describe, expect, it } from 'vitest';
import { checkCash, uncheckCash } from '@shared/deposits/cash-check';
import { makeDeposit, type MakeDeposit } from '@shared/deposits/make-deposit';
import {
  giveDepositBack,
  receiveDeposit,
  receiverOf,
  type ReceiveDeposit,
} from '@shared/deposits/receive-deposit';
import { cashCheckId, type CashCheck } from '@shared/deposits/schema';
import { ageLevel, waitingRows } from '@shared/deposits/waiting';
import type { Envelope } from '@shared/core/envelope';
import type { Deposit } from '@shared/ledger/entries/tills';
import { reverseEntry } from '@shared/ledger/reverse';
import { checkReceipts } from '@shared/sync/rules/receipts';
import { filePaper } from '@shared/ledger/file-paper';
import { payIn } from '@shared/tills/petty-cash';
import { reversePetty } from '@shared/tills/reverse-petty';
import { expectedOf } from '@shared/tills/till';
import { CLERK, Desk, LEAD, pinOf } from '../../../helpers/desk';
import {
  entriesOf,
  FINANCE,
  handOver,
  NEXT,
  opened,
  sealUp,
  sessionOf,
  take,
  till,
} from '../../../helpers/tills';

let desk: Desk;
let session: string;
beforeEach(() => {
  desk = new Desk('2026-11-20T00:05:00.000Z');
  session = opened(desk);
  take(desk, { cash: 12_000, card: 30_000 });
  expect(
    handOver(desk, {
      pieces: { '10000': '6', '1000': '2' },
      totals: { card: '300' },
      batchNos: { card: '118' },
    }),
  ).toEqual([]);
  desk.now = '2026-11-21T01:00:00.000Z';
});

const line = (tender: 'cash' | 'card' | 'member', amount: string, slips = '') => ({
  session,
  tender,
  amount,
  slips,
});

const give = (change: Partial<MakeDeposit> = {}, witnesses = [FINANCE]): readonly string[] =>
  desk.codes(
    makeDeposit,
    {
      id: 'd1',
      lines: [line('cash', '120'), line('card', '300.00', '3')],
      bankSlipNo: 'JK-1',
      reason: '',
      remark: '',
      receiverName: '',
      receiver: { mode: 'pin', staff: FINANCE.id },
      ...change,
    },
    { witnesses: witnesses.map((one) => pinOf(one)) },
  );

describe('a deposit', () => {
  it('takes what waits and says what it was of', () => {
    expect(give()).toEqual([]);
    const [entry] = entriesOf(desk, 'deposit');
    expect(entry?.body).toMatchObject({ total: 42_000, receiver: { mode: 'pin', name: '王会计' } });
    expect(entry?.body.lines[1]).toMatchObject({
      tender: 'card',
      slips: 3,
      left: 0,
      shift: '早班',
      day: '2026-11-20',
    });
    expect(waitingRows(desk.books(), '2026-11-21')).toEqual([]);
  });

  it('may be less with a reason; the rest goes on waiting, and nothing goes twice', () => {
    expect(give({ lines: [line('cash', '100')] })).toEqual(['reason lessNeedsReason']);
    expect(give({ lines: [line('cash', '100')], reason: '留作零钱' })).toEqual([]);
    expect(waitingRows(desk.books(), '2026-11-21').map(({ amount }) => amount)).toEqual([2_000, 30_000]);
    expect(give({ id: 'd2', lines: [line('cash', '120')] })).toEqual([
      `amount.${session}|cash moreThanWaits`,
    ]);
    expect(give({ id: 'd2', lines: [line('cash', '20'), line('cash', '20')] })).toEqual([
      'lines nothingWaits',
    ]);
    expect(give({ id: 'd2', lines: [line('cash', '20'), line('card', '300')] })).toEqual([]);
    expect(give({ id: 'd3' })).toEqual(['lines nothingWaits', 'lines nothingWaits']);
  });

  it.each(['0', '-5', 'x', '120.01', ''])('refuses %j', (amount) => {
    const [refusal] = give({ lines: [line('cash', amount)], reason: 'r' });
    expect(refusal).toMatch(/^amount\..* (badMoney|moreThanWaits)$/);
    expect(entriesOf(desk, 'deposit')).toEqual([]);
  });

  it('wants something chosen, and never an account’s money', () => {
    expect(give({ lines: [] })).toEqual(['lines chooseMoney']);
    expect(give({ lines: [line('member', '1')] })).toEqual(['lines nothingWaits']);
  });

  it('is signed by finance: not by oneself, not by a colleague of the desk', () => {
    expect(give({ receiver: { mode: 'pin', staff: CLERK.id } })).toEqual(['receiver sameStaff']);
    expect(give({ receiver: { mode: 'pin', staff: NEXT.id } }, [NEXT])).toEqual([
      'receiver receiverNotFinance',
    ]);
    expect(give({}, [])).toEqual(['receiver pinMissing']);
    expect(give({ receiver: { mode: 'paper', archiveNo: '' } })).toEqual(['receiverName required']);
  });

  it('waits for its paper until the archive number is recorded, once', () => {
    expect(give({ receiver: { mode: 'paper', archiveNo: '' }, receiverName: '王会计' })).toEqual([]);
    expect(desk.codes(filePaper, { of: 'd1', archiveNo: 'SJ-7' })).toEqual([]);
    expect(desk.codes(filePaper, { of: 'd1', archiveNo: 'SJ-8' })).toEqual(['noSignatureDue']);
  });

  it('grows due on the last allowed day and overdue after it', () => {
    expect(waitingRows(desk.books(), '2026-11-22').map(({ age }) => age)).toEqual([2, 2]);
    expect([0, 1, 2].map((age) => ageLevel(age, 1))).toEqual(['open', 'due', 'overdue']);
  });
});

describe('finance’s tick', () => {
  const figures = { total: 42_000, difference: 0, deposited: 0, waiting: 42_000 };
  const asFinance = { actor: FINANCE };

  it('is finance’s, of a day that is over, once; taken back with a reason that stays', () => {
    const input = { day: '2026-11-20', figures, note: '' };
    expect(checkCash.roles).toEqual(['finance']);
    expect(desk.codes(checkCash, { ...input, day: '2026-11-21' }, asFinance)).toEqual(['dayNotOver']);
    expect(desk.codes(checkCash, input, asFinance)).toEqual([]);
    expect(desk.codes(checkCash, input, asFinance)).toEqual(['dayChecked']);
    expect(desk.codes(uncheckCash, { day: input.day, reason: '' }, asFinance)).toEqual(['reason required']);
    expect(desk.codes(uncheckCash, { day: input.day, reason: '有补记' }, asFinance)).toEqual([]);
    expect(desk.codes(checkCash, input, asFinance)).toEqual([]);
    const { status, body } = desk.get<CashCheck>(cashCheckId(input.day));
    expect(status).toBe('checked');
    expect(body.log?.map(({ act, reason = '' }) => `${act} ${reason}`.trim())).toEqual([
      'cash.check',
      'cash.uncheck 有补记',
      'cash.check',
    ]);
  });
});

describe('petty cash entered by mistake', () => {
  it('is taken back once, by a lead who did not enter it', () => {
    const fields = { id: 'p', amount: '30', purpose: '其他', counterpart: '', voucherNo: '', remark: '' };
    desk.run(payIn, fields);
    expect(desk.codes(reversePetty, { id: 'p', reason: '重复' })).toEqual(['approval leadMustConfirm']);
    const withLead = { witnesses: [pinOf(LEAD)] };
    expect(desk.codes(reversePetty, { id: 'p', reason: '' }, withLead)).toEqual(['reason required']);
    expect(desk.codes(reversePetty, { id: 'p', reason: '重复' }, withLead)).toEqual([]);
    expect(desk.codes(reversePetty, { id: 'p', reason: '重复' }, withLead)).toEqual(['pettyReversed']);
    expect(expectedOf(till(desk, sessionOf(desk)))).toEqual({ cash: 50_000 });
    expect(sealUp(desk)).toEqual([]);
  });
});

describe('a deposit that finance receives later', () => {
  const later = { receiver: { mode: 'later' } } as const;
  const receive = (actor = FINANCE, change: Partial<ReceiveDeposit> = {}): readonly string[] =>
    desk.codes(
      receiveDeposit,
      { of: 'd1', signature: { mode: 'pin', staff: actor.id }, ...change },
      { actor },
    );
  const undo = (): readonly string[] =>
    desk.codes(reverseEntry, { id: 'd1', reason: '数目不对', confirmed: true }, { witnesses: [pinOf(LEAD)] });
  const waits = (): number => waitingRows(desk.books(), '2026-11-21').length;
  const deposit = (): Deposit => desk.get<Deposit>('d1');

  it('waits for nobody’s PIN, and is received once, by finance’s own word', () => {
    expect(give(later, [])).toEqual([]);
    expect([deposit().body.receiver.mode, waits()]).toEqual(['later', 0]);
    expect(receiverOf(deposit(), undefined)).toBeNull();
    expect(receive(FINANCE, { signature: { mode: 'pin', staff: LEAD.id } })).toEqual([
      'signature pinMissing',
    ]);
    expect(receive(FINANCE, { signature: null })).toEqual(['signature signatureMissing']);
    expect(receive()).toEqual([]);
    expect(receiverOf(deposit(), entriesOf(desk, 'depositReceived')[0])).toMatchObject({ name: '王会计' });
    expect(receive()).toEqual(['depositReceived']);
  });

  it('is not received by who gave it, nor when both signed at the desk', () => {
    expect(give(later, [])).toEqual([]);
    expect(receive({ ...CLERK, roles: ['clerk', 'finance'] })).toEqual(['sameStaff']);
    expect(give({ id: 'd1' })).toEqual(['recordExists']);
    desk.now = '2026-11-21T01:10:00.000Z';
  });

  it('given back by finance waits at the desk again, received or not', () => {
    expect(give(later, [])).toEqual([]);
    expect(receive()).toEqual([]);
    const back = (reason: string): readonly string[] =>
      desk.codes(giveDepositBack, { of: 'd1', reason }, { actor: FINANCE });
    expect(back('')).toEqual(['reason required']);
    expect(back('少一张单据')).toEqual([]);
    expect(waits()).toBe(2);
    expect(back('再退')).toEqual(['entryReversed']);
    expect(give({ id: 'd2' })).toEqual([]);
  });

  it('is taken back at the desk only while nobody received it; both at once is for a lead to see', async () => {
    expect(give(later, [])).toEqual([]);
    const before = [...desk.records.values()];
    expect(undo()).toEqual([]);
    expect([waits(), receive()]).toEqual([2, ['entryReversed']]);
    const reversal = entriesOf(desk, 'reversal')[0];
    const other = new Desk(desk.now);
    for (const doc of before) other.records.set(doc.id, doc);
    expect(
      other.codes(
        receiveDeposit,
        { of: 'd1', signature: { mode: 'pin', staff: FINANCE.id } },
        { actor: FINANCE },
      ),
    ).toEqual([]);
    expect(
      other.codes(reverseEntry, { id: 'd1', reason: '重做', confirmed: true }, { witnesses: [pinOf(LEAD)] }),
    ).toEqual(['depositReceived']);
    const receipt = other.get('received:d1');
    if (!reversal) throw new Error('no reversal');
    const both = [receipt, reversal] as readonly Envelope[];
    const reads = {
      docs: (_collection: string, ids: readonly string[]) =>
        Promise.resolve(both.filter(({ id }) => ids.includes(id))),
    };
    expect(await checkReceipts(reads, [reversal])).toEqual([
      { rule: 'receipt', ref: 'd1', before: receipt, over: reversal },
    ]);
    expect(await checkReceipts(reads, [])).toEqual([]);
  });
});
