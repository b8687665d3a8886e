// DOMAIN §6: a desk's till from the first float over handovers to the night's seal and its recount.
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { openAmount, openOf } from '@shared/ledger/books';
import { countTill, handOverTill, sealTill } from '@shared/tills/close';
import { openTill } from '@shared/tills/open-till';
import { payIn, payOut } from '@shared/tills/petty-cash';
import { differencesOf, expectedOf, holderOf } from '@shared/tills/till';
import { CLERK, Desk, HR, LEAD, pinOf } from '../../../helpers/desk';
import {
  entriesOf,
  FLOAT,
  handOver,
  handover,
  NEXT,
  opened,
  seal,
  sealUp,
  sessionOf,
  take,
  till,
} from '../../../helpers/tills';

let desk: Desk;
beforeEach(() => {
  desk = new Desk('2026-11-21T00:05:00.000Z');
});

const open = (pieces: Record<string, string>, change = {}): readonly string[] =>
  desk.codes(openTill, { id: 'first', pieces, reason: '', shift: '', ...change });

describe('opening', () => {
  it('brings the first float and is the session of the nearest shift', () => {
    expect(open(FLOAT)).toEqual([]);
    const session = till(desk, 'first');
    expect(expectedOf(session)).toEqual({ cash: 50_000 });
    expect(session.opening.body).toMatchObject({ float: 50_000, shift: '早班', from: '' });
    expect(holderOf(session)).toMatchObject({ staff: CLERK.id });
    expect(session.opening.body.no).toMatch(/^BC-A-20261121-/);
  });

  it('refuses a second opening, but the same act sent twice is one', () => {
    const input = { id: 'first', pieces: FLOAT, reason: '', shift: '' };
    expect(desk.codes(openTill, input, { actId: 'act' })).toEqual([]);
    expect(desk.codes(openTill, input, { actId: 'act' })).toEqual([]);
    expect(desk.codes(openTill, { ...input, id: 'second' })).toEqual(['tillAlreadyOpen']);
    expect(entriesOf(desk, 'tillOpen')).toHaveLength(1);
  });

  it.each([
    [{}, 'pieces countTheCash'],
    [{ '10000': '-1' }, 'pieces badPieces'],
    [{ '10000': '1.5' }, 'pieces badPieces'],
    [{ '10000': 'x' }, 'pieces badPieces'],
    [{ '10000': '1000000' }, 'pieces badPieces'],
  ])('refuses pieces %j', (pieces, refusal) => {
    expect(open(pieces)).toEqual([refusal]);
    expect(desk.ledger()).toEqual([]);
  });

  it('takes an empty till when a nought was typed', () => {
    expect(open({ '100': '0' })).toEqual([]);
    expect(expectedOf(till(desk, 'first'))).toEqual({ cash: 0 });
  });
});

describe('petty cash', () => {
  const fields = { amount: '30', purpose: '快递邮费', counterpart: '', voucherNo: 'V-1', remark: '' };

  it('needs an open till, an amount and a purpose', () => {
    expect(desk.codes(payIn, { ...fields, id: 'p' })).toEqual(['noSession']);
    opened(desk);
    expect(desk.codes(payIn, { ...fields, id: 'p', amount: '', purpose: ' ' })).toEqual([
      'amount required',
      'purpose required',
    ]);
    expect(desk.codes(payIn, { ...fields, id: 'p', amount: '-5' })).toEqual(['amount badMoney']);
    expect(desk.codes(payIn, { ...fields, id: 'p', amount: '99999999999' })).toEqual(['amount badMoney']);
  });

  it('moves cash, and never more out than there is', () => {
    const session = opened(desk);
    desk.run(payIn, { ...fields, id: 'in' });
    desk.run(payOut, { ...fields, id: 'out', amount: '100' });
    expect(expectedOf(till(desk, session))).toEqual({ cash: 43_000 });
    expect(desk.codes(payOut, { ...fields, id: 'more', amount: '430.01' })).toEqual(['amount notInTill']);
    expect(desk.codes(payOut, { ...fields, id: 'all', amount: '430' })).toEqual([]);
  });
});

describe('handing over', () => {
  it('closes one session and opens the next in one entry', () => {
    const session = opened(desk);
    take(desk, { cash: 12_000, card: 30_000 });
    desk.now = '2026-11-21T08:02:00.000Z';
    const pieces = { '10000': '6', '2000': '1' };
    expect(handOver(desk, { pieces, totals: { card: '300' }, batchNos: { card: '000118' } })).toEqual([]);
    const [entry] = entriesOf(desk, 'tillHandover');
    expect(entry).toMatchObject({
      id: `end:${till(desk, session).opening.body.no}`,
      key: session,
      body: { session, float: 50_000, shift: '晚班', reason: '', approval: null },
    });
    expect(entry?.body.checks).toEqual([
      { tender: 'cash', expected: 62_000, actual: 62_000, outcome: 'matches', batchNo: '', slips: 0 },
      { tender: 'card', expected: 30_000, actual: 30_000, outcome: 'matches', batchNo: '000118', slips: 0 },
    ]);
    expect(sessionOf(desk)).toBe(entry?.id);
    expect(holderOf(till(desk, sessionOf(desk)))).toMatchObject({ staff: NEXT.id });
    expect(expectedOf(till(desk, sessionOf(desk)))).toEqual({ cash: 50_000 });
    expect(desk.books().sessions[session]?.waiting).toEqual({ cash: 12_000, card: 30_000 });
  });

  it('refuses handing over to oneself, also over a colleague who is signed in', () => {
    opened(desk);
    expect(handOver(desk, { taking: CLERK.id })).toEqual(['taking handoverToSelf']);
    expect(
      desk.codes(handOverTill, handover(desk, { taking: CLERK.id }), {
        actor: NEXT,
        witnesses: [pinOf(CLERK)],
      }),
    ).toEqual(['taking handoverToSelf']);
    expect(handOver(desk, { taking: '' })).toEqual(['taking takingMissing']);
    expect(handOver(desk, {}, [])).toEqual(['taking pinMissing']);
    expect(handOver(desk, { taking: HR.id }, [HR])).toEqual(['taking takingNotDesk']);
    expect(entriesOf(desk, 'tillHandover')).toEqual([]);
  });

  it('wants a reason and a lead for a difference, never the leaving clerk, and keeps it with the leaving shift', () => {
    const session = opened(desk);
    take(desk, { cash: 10_000 });
    expect(handOver(desk)).toEqual(['reason differenceNeedsReason', 'approver leadMustConfirm']);
    const because = { reason: '找零多付', approver: LEAD.id };
    expect(handOver(desk, because)).toEqual(['approver leadMustConfirm']);
    const asLead = { actor: LEAD, witnesses: [pinOf(NEXT)] };
    expect(desk.codes(handOverTill, handover(desk, because), asLead)).toEqual(['approver notOwnApproval']);
    expect(handOver(desk, because, [NEXT, LEAD])).toEqual([]);
    expect(differencesOf(till(desk, session))).toEqual({ cash: -10_000 });
    expect(differencesOf(till(desk, sessionOf(desk)))).toEqual({});
    expect(entriesOf(desk, 'tillHandover')[0]?.body.approval).toMatchObject({ staff: LEAD.id });
  });

  it('lets a small difference pass without a lead where the club says so', () => {
    desk = new Desk(desk.now, { ...DEFAULT_SETTINGS, tillDifferenceLimit: 1_000 });
    opened(desk);
    take(desk, { cash: 1_000 });
    expect(handOver(desk, { reason: '零钱不足' })).toEqual([]);
  });

  it('wants every total that moved, the batch of the terminal, and no larger float than the cash', () => {
    opened(desk);
    take(desk, { card: 5_000, wechat: 700 });
    expect(handOver(desk, { totals: { card: '50' } })).toEqual(['totals.wechat required']);
    expect(handOver(desk, { totals: { card: '50', wechat: 'x' } })).toEqual(['totals.wechat badMoney']);
    expect(handOver(desk, { totals: { card: '50', wechat: '7' }, float: '500.01' })).toEqual([
      'batchNos.card required',
      'float floatOverCount',
    ]);
  });

  it('keeps the four outcomes of the payments line by line', () => {
    opened(desk);
    const fee = take(desk, { wechat: 700 });
    const exceptions = [{ key: `${fee}:0`, outcome: 'amountDiffers' as const, note: '' }];
    const base = { totals: { wechat: '7' } };
    expect(handOver(desk, { ...base, exceptions })).toEqual(['exceptions required']);
    const told = exceptions.map((one) => ({ ...one, note: '到账 6.00' }));
    expect(handOver(desk, { ...base, exceptions: told })).toEqual([]);
    const [entry] = entriesOf(desk, 'tillHandover');
    expect(entry?.body.exceptions).toMatchObject([{ entry: fee, tender: 'wechat', amount: 700 }]);
    expect(entry?.body.checks[1]).toMatchObject({ tender: 'wechat', outcome: 'amountDiffers' });
  });

  it('refuses closing twice, whoever sends it', () => {
    const session = opened(desk);
    expect(desk.codes(handOverTill, handover(desk), { actId: 'once', witnesses: [pinOf(NEXT)] })).toEqual([]);
    const again = handover(desk, { session });
    expect(desk.codes(handOverTill, again, { actId: 'once', witnesses: [pinOf(NEXT)] })).toEqual([]);
    expect(desk.codes(handOverTill, again, { witnesses: [pinOf(NEXT)] })).toEqual(['sessionClosed']);
    expect(desk.codes(sealTill, seal(desk, { session }), { witnesses: [pinOf(NEXT)] })).toEqual([
      'sessionClosed',
    ]);
    expect(entriesOf(desk, 'tillHandover')).toHaveLength(1);
  });

  it('closes nothing that is unknown', () => {
    expect(handOver(desk, { session: 'nowhere' })).toEqual(['sessionClosed']);
  });
});

describe('a blind close', () => {
  it('commits the count before anything is shown, and keeps the first one', () => {
    desk = new Desk(desk.now, { ...DEFAULT_SETTINGS, blindTill: true });
    const session = opened(desk);
    take(desk, { cash: 10_000 });
    expect(handOver(desk)).toContain('countFirst');
    expect(desk.codes(countTill, { session, pieces: FLOAT, totals: {} })).toEqual([]);
    expect(desk.codes(countTill, { session, pieces: { '10000': '6' }, totals: {} })).toEqual([
      'countedAlready',
    ]);
    expect(handOver(desk, { pieces: { '10000': '6' } })).toEqual([]);
    const [entry] = entriesOf(desk, 'tillHandover');
    expect(entry?.body.first?.actual).toEqual({ cash: 50_000 });
    expect(entry?.body.checks[0]).toMatchObject({ actual: 60_000, expected: 60_000 });
  });
});

describe('the night', () => {
  it('needs number, safe and a witness who is somebody else', () => {
    opened(desk);
    expect(sealUp(desk, { sealNo: '', safe: '', witness: '' })).toEqual([
      'sealNo required',
      'safe required',
      'witness secondStaffMissing',
    ]);
    expect(sealUp(desk, { witness: CLERK.id })).toEqual(['witness sameStaff']);
    expect(sealUp(desk)).toEqual([]);
    expect(sessionOf(desk)).toBe('');
  });

  it('is taken over by a recount; a difference wants its reason and is in the new session', () => {
    opened(desk);
    sealUp(desk);
    const [sealed] = entriesOf(desk, 'tillSeal');
    expect(openAmount(desk.books(), 'sealedFloat', sealed?.id ?? '')).toBe(50_000);
    desk.now = '2026-11-22T00:01:00.000Z';
    expect(open({ '10000': '4' })).toEqual(['reason differenceNeedsReason']);
    expect(open({ '10000': '4' }, { reason: '复点少一张' })).toEqual([]);
    const session = sessionOf(desk);
    expect(session).toBe(sealed?.id.replace('end:', 'open:'));
    expect(expectedOf(till(desk, session))).toEqual({ cash: 40_000 });
    expect(openOf(desk.books(), 'sealedFloat')).toEqual([]);
  });

  it('is not broken by a clock set back a day', () => {
    opened(desk);
    sealUp(desk);
    desk.now = '2026-11-20T00:01:00.000Z';
    expect(open(FLOAT)).toEqual([]);
    const reopened = sessionOf(desk);
    take(desk, { cash: 10_000 });
    expect(handOver(desk, { pieces: { '10000': '6' } })).toEqual([]);
    expect(differencesOf(till(desk, reopened))).toEqual({ cash: 0 });
    expect(till(desk, reopened).late).toEqual([]);
    expect(expectedOf(till(desk, sessionOf(desk)))).toEqual({ cash: 50_000 });
  });

  it('keeps session ids short however long the chain', () => {
    opened(desk);
    for (let night = 0; night < 20; night += 1) {
      sealUp(desk);
      open(FLOAT);
    }
    expect(sessionOf(desk).length).toBeLessThan(40);
  });
});

describe('late records', () => {
  it('show as an adjustment of the closed session and leave the next one alone', () => {
    const session = opened(desk);
    take(desk, { cash: 10_000 });
    const pieces = { '10000': '6' };
    handOver(desk, { pieces, reason: '', float: '500' });
    take(desk, { cash: 2_000 }, { session });
    const closed = till(desk, session);
    expect(closed.late).toHaveLength(1);
    expect(expectedOf(closed)).toEqual({ cash: 60_000 });
    expect(differencesOf(closed)).toEqual({ cash: -2_000 });
    expect(expectedOf(till(desk, sessionOf(desk)))).toEqual({ cash: 50_000 });
  });
});
