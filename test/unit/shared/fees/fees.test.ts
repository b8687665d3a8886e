// Fees (DOMAIN §5): the checklist before the money, the pieces that go out with it, and the reversal.
import { describe, expect, it } from 'vitest';
import { effects } from '@shared/ledger/effects';
import { openSession } from '@shared/ledger/sessions';
import type { NumberedStock, Reversal } from '@shared/ledger/schema';
import { feesByTender, feesByType, feeTotal } from '@shared/fees/totals';
import { reverseFee, type ReverseFee } from '@shared/fees/reverse-fee';
import { takeFee } from '@shared/fees/take-fee';
import { CLERK, Desk, LEAD, pinOf } from '../../../helpers/desk';
import { BY_LEAD, cash, fee, feeDesk, MORNING, openTill, taken, wechat } from './fee-desk';

const reverse = (change: Partial<ReverseFee> = {}): ReverseFee => ({
  id: 'f1',
  reason: '重复收费',
  way: 'same',
  confirmed: true,
  piecesBack: false,
  ...change,
});

describe('taking a fee', () => {
  it('is income, money in the open session, and a number', () => {
    const desk = feeDesk();
    const { body, key } = taken(desk, { payments: [cash('100', '200'), wechat('200')] });
    expect(key).toBe('till');
    expect(body).toMatchObject({
      amount: 30_000,
      customer: { name: '刘志远' },
      checklist: ['POS 机可用', '租用协议', '钥匙'],
    });
    expect(body.no).toMatch(/^SF-A-20261121-\d{4}$/);
    const moves = effects(desk.get('f1'));
    expect(moves.income).toEqual([{ source: 'fee', amount: 30_000 }]);
    expect(moves.money.map(({ tender, amount }) => [tender, amount])).toEqual([
      ['cash', 10_000],
      ['wechat', 20_000],
    ]);
  });

  it('needs every item of the preparation list', () => {
    const desk = feeDesk();
    const fields = fee({ ticked: ['POS 机可用'] });
    expect(desk.run(takeFee, { id: 'f1', fields })).toEqual([
      { field: 'ticked', code: 'checklistOpen', params: { items: '租用协议、钥匙' } },
    ]);
    expect(desk.records.has('f1')).toBe(false);
  });

  it('asks for what is missing, each beside its field', () => {
    const desk = feeDesk();
    const fields = fee({
      type: '没有的项目',
      name: ' ',
      phone: '12',
      issueCard: true,
      invoiceState: 'issued',
      invoiceTaxNo: '12',
      remark: '字'.repeat(201),
    });
    expect([...desk.codes(takeFee, { id: 'f1', fields })].sort()).toEqual([
      'cardNo required',
      'invoiceNo required',
      'invoiceTaxNo badTaxNo',
      'invoiceTitle required',
      'name required',
      'phone badPhone',
      'remark tooLong',
      'type required',
    ]);
  });

  it.each([['0'], ['-5'], ['1.234'], ['一百'], ['10000000.01'], ['99999999999']])(
    'refuses the amount %s',
    (amount) => {
      const desk = feeDesk();
      const codes = desk.codes(takeFee, { id: 'f1', fields: fee({ amount }) });
      expect(codes).toContain('amount badMoney');
      expect(desk.records.has('f1')).toBe(false);
    },
  );

  it('refuses tenders that do not add up, less cash than due, and money nobody saw arrive', () => {
    const desk = feeDesk();
    const codes = (payments: Parameters<typeof fee>[0]): readonly string[] =>
      desk.codes(takeFee, { id: 'f1', fields: fee(payments) });
    expect(codes({ payments: [cash('200')] })).toEqual(['payments paymentsShort']);
    expect(codes({ payments: [cash('300'), wechat('1')] })).toEqual(['payments paymentsOver']);
    expect(codes({ payments: [cash('300', '100')] })).toEqual(['payments.0.given givenTooLow']);
    expect(codes({ payments: [{ ...wechat('300'), confirmed: false }] })).toEqual([
      'payments.0 notConfirmed',
    ]);
    expect(codes({ payments: [] })).toEqual(['payments paymentsShort']);
  });

  it('takes no money while the till is closed', () => {
    const desk = new Desk(MORNING);
    expect(desk.codes(takeFee, { id: 'f1', fields: fee() })).toEqual(['noSession']);
  });

  it('is one act however often it is sent', () => {
    const desk = feeDesk();
    taken(desk);
    const before = desk.records.size;
    expect(desk.codes(takeFee, { id: 'f1', fields: fee({ amount: '999' }) }, { actId: 'f1' })).toEqual([]);
    expect(desk.records.size).toBe(before);
    expect(desk.codes(takeFee, { id: 'f1', fields: fee() }, { actId: 'other' })).toEqual(['recordExists']);
  });

  it('issues card, agreement and paper receipt in the same act, and never one twice', () => {
    const desk = feeDesk();
    const pieces = {
      cardNo: 'ｈｙ０００１',
      issueCard: true,
      agreementNo: 'XY-003',
      issueAgreement: true,
      receiptNo: '0000101',
    };
    const { body } = taken(desk, pieces);
    expect(body).toMatchObject({ cardNo: 'HY0001', agreementNo: 'XY-003', receiptNo: '0000101' });
    expect(desk.get<NumberedStock>('issue:f1:card').body).toMatchObject({
      move: 'issued',
      from: 'HY0001',
      fee: 'f1',
    });
    expect(desk.codes(takeFee, { id: 'f2', fields: fee(pieces) })).toEqual([
      'cardNo piecesIssued',
      'agreementNo piecesIssued',
      'receiptNo piecesIssued',
    ]);
    expect(desk.codes(takeFee, { id: 'f2', fields: fee({ receiptNo: '9999999' }) })).toEqual([
      'receiptNo piecesNotReceived',
    ]);
    // A card the customer has had for long is only noted.
    expect(desk.codes(takeFee, { id: 'f2', fields: fee({ cardNo: 'HY0001' }) })).toEqual([]);
  });
});

describe('reversing a fee', () => {
  it('takes the money out of the session of the day, under the same tenders', () => {
    const desk = feeDesk();
    taken(desk, { payments: [cash('100'), wechat('200')] });
    expect(desk.codes(reverseFee, reverse(), BY_LEAD)).toEqual([]);
    const { body, key } = desk.get<Reversal>('reversal:f1');
    expect(key).toBe(openSession(desk.books(), 'A')?.id);
    expect(body).toMatchObject({ of: 'f1', ofKind: 'fee', reason: '重复收费', approval: { staff: LEAD.id } });
    const all = desk.ledger().flatMap((entry) => effects(entry).income);
    expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect(body.effects.money.map(({ tender, amount }) => [tender, amount])).toEqual([
      ['cash', -10_000],
      ['wechat', -20_000],
    ]);
  });

  it('gives cash instead where that was agreed', () => {
    const desk = feeDesk();
    taken(desk, { payments: [wechat('300')] });
    expect(desk.codes(reverseFee, reverse({ way: 'cash', confirmed: false }), BY_LEAD)).toEqual([]);
    expect(desk.get<Reversal>('reversal:f1').body.effects.money).toEqual([
      { session: 'till', tender: 'cash', amount: -30_000, flow: 'fee' },
    ]);
  });

  it('needs a lead who did not take it, a reason, and word that the money went back', () => {
    const desk = feeDesk();
    taken(desk, { payments: [wechat('300')] });
    expect(desk.codes(reverseFee, reverse({ reason: ' ', confirmed: false }))).toEqual([
      'reason required',
      'approval leadMustConfirm',
      'confirmed refundNotConfirmed',
    ]);
    const own = feeDesk();
    expect(own.codes(takeFee, { id: 'f1', fields: fee() }, { actor: LEAD, actId: 'f1' })).toEqual([]);
    expect(own.codes(reverseFee, reverse(), { actor: LEAD })).toEqual(['approval notOwnApproval']);
    expect(own.codes(reverseFee, reverse(), { actor: CLERK, witnesses: [pinOf(LEAD)] })).toEqual([
      'approval notOwnApproval',
    ]);
  });

  it('happens once, and only to a fee', () => {
    const desk = feeDesk();
    taken(desk);
    expect(desk.codes(reverseFee, reverse(), { ...BY_LEAD, actId: 'r' })).toEqual([]);
    expect(desk.codes(reverseFee, reverse(), BY_LEAD)).toEqual(['alreadyReversed']);
    expect(desk.codes(reverseFee, reverse({ id: 'till' }), BY_LEAD)).toEqual(['notFound']);
    expect(desk.codes(reverseFee, reverse({ id: 'nothing' }), BY_LEAD)).toEqual(['notFound']);
  });

  it('puts unused pieces back in stock, so that they can be issued again', () => {
    const desk = feeDesk();
    taken(desk, { cardNo: 'HY0004', issueCard: true });
    expect(desk.codes(reverseFee, reverse({ piecesBack: true }), BY_LEAD)).toEqual([]);
    expect(desk.get<NumberedStock>('back:issue:f1:card').body).toMatchObject({
      move: 'returned',
      from: 'HY0004',
    });
    expect(
      desk.codes(takeFee, { id: 'f2', fields: fee({ cardNo: 'HY0004', issueCard: true }) }, { actId: 'f2' }),
    ).toEqual([]);
  });

  it('needs an open till', () => {
    const desk = new Desk(MORNING);
    desk.codes(openTill, { id: 'till' });
    taken(desk);
    desk.records.delete('till');
    expect(desk.codes(reverseFee, reverse(), BY_LEAD)).toEqual(['noSession']);
  });
});

describe('totals', () => {
  it('leave reversed fees out', () => {
    const desk = feeDesk();
    taken(desk, { payments: [cash('100'), wechat('200')] });
    desk.codes(takeFee, { id: 'f2', fields: fee({ amount: '50' }) }, { actId: 'f2' });
    desk.codes(reverseFee, reverse({ id: 'f2' }), BY_LEAD);
    const rows = ['f1', 'f2'].map((id) => ({
      id,
      fee: desk.get<ReturnType<typeof taken>>(id),
      reversal: (desk.records.get(`reversal:${id}`) ?? null) as Reversal | null,
    }));
    expect(feeTotal(rows)).toBe(30_000);
    expect(feesByType(rows)).toEqual([{ key: '储物柜', count: 1, amount: 30_000 }]);
    expect(feesByTender(rows)).toEqual([
      { key: 'cash', count: 1, amount: 10_000 },
      { key: 'wechat', count: 1, amount: 20_000 },
    ]);
  });
});
