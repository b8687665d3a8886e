// Fees (DOMAIN §5): the checklist before the money, the pieces that go out with it, and the reversal.
import { describe, expect, it } from 'vitest';
import type { AccountBody } from '@shared/accounts/schema';
import { accept, type Command } from '@shared/core/command';
import { newRecord } from '@shared/core/documents';
import { effects } from '@shared/ledger/effects';
import { newEntry } from '@shared/ledger/entry';
import { EMPTY_PAYMENT } from '@shared/ledger/payments';
import { openSession } from '@shared/ledger/sessions';
import type { NumberedStock } from '@shared/ledger/entries/fees';
import type { Reversal } from '@shared/ledger/schema';
import { feesByTender, feesByType, feeTotal } from '@shared/fees/totals';
import { reverseFee, type ReverseFee } from '@shared/fees/reverse-fee';
import { takeFee } from '@shared/fees/take-fee';
import { CLERK, Desk, LEAD, pinOf } from '../../../helpers/desk';
import { BY_LEAD, cash, fee, feeDesk, MORNING, openTill, taken, wechat } from './fee-desk';

/** Stand in for the commands of accounts. */
const putTopUp: Command<{ readonly id: string; readonly account: string; readonly amount: number }> = {
  type: 'test.topUp',
  roles: ['clerk'],
  reads: () => [],
  decide: ({ id, account, amount }, _loaded, context) => {
    const payments = [{ tender: 'wechat' as const, amount, given: 0, terminal: '', ref: '', account: '' }];
    const customer = { name: '', phone: '', memberNo: '' };
    const body = { account, accountNo: account, customer, amount, payments, remark: '' };
    return accept({ collection: 'ledger', doc: newEntry(id, 'topUp', 'test.topUp', body, context, 'till') });
  },
};
const settle: Command<{ readonly id: string; readonly entry: string; readonly amount: number }> = {
  type: 'test.settle',
  roles: ['clerk'],
  reads: () => [],
  decide: ({ id, entry, amount }, _loaded, context) => {
    const payments = [{ tender: 'transfer' as const, amount, given: 0, terminal: '', ref: '', account: '' }];
    const settles = [{ entry, no: '', amount }];
    const body = {
      account: 'firm',
      accountNo: 'firm',
      accountName: '',
      settles,
      amount,
      payments,
      remark: '',
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'accountSettlement', 'test.settle', body, context, 'till'),
    });
  },
};

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

  it.each([['0'], ['-5'], ['1.234'], ['一百'], ['10000000.01'], ['1000000000'], ['99999999999']])(
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

describe('accounts', () => {
  /** A member with 400 yuan and a firm that may owe 500, signed for by one person. */
  function withAccounts(): Desk {
    const desk = feeDesk();
    const account = (
      id: string,
      type: 'member' | 'onAccount',
      limit: number,
      signatories: readonly string[],
    ) =>
      desk.records.set(id, {
        ...newRecord<'account', AccountBody>(
          id,
          'account',
          'account.save',
          { type, accountNo: id, name: id, phone: '', signatories, limit, remark: '' },
          desk.context(),
        ),
        ver: { A: 1 },
      });
    account('member', 'member', 0, []);
    account('firm', 'onAccount', 50_000, ['王经理']);
    expect(desk.codes(putTopUp, { id: 't1', account: 'member', amount: 40_000 })).toEqual([]);
    return desk;
  }
  const byAccount = (tender: 'member' | 'onAccount', account: string, amount = '300') => ({
    amount,
    payments: [{ ...EMPTY_PAYMENT, tender, amount, account, confirmed: true }],
  });
  const signed = { signatory: '王经理', signature: { mode: 'paper' as const, archiveNo: '' } };

  it('a member’s money is spent once', () => {
    const desk = withAccounts();
    taken(desk, byAccount('member', 'member'));
    expect(desk.books().accounts.member).toBe(10_000);
    expect(desk.codes(takeFee, { id: 'f2', fields: fee(byAccount('member', 'member')) })).toEqual([
      'payments.0.amount balanceTooLow',
    ]);
    expect(desk.codes(reverseFee, reverse({ way: 'cash', confirmed: true }), BY_LEAD)).toEqual([]);
    // It goes back to the account, whatever way was chosen for the till's money.
    expect(desk.books().accounts.member).toBe(40_000);
  });

  it('a firm owes up to its limit, signed for by who may', () => {
    const desk = withAccounts();
    const codes = (change: Parameters<typeof fee>[0]): readonly string[] =>
      desk.codes(takeFee, { id: 'f1', fields: fee(change) }, { actId: 'f1' });
    expect(codes({ ...byAccount('onAccount', 'firm') })).toEqual([
      'signatory required',
      'signature signatureMissing',
    ]);
    expect(codes({ ...byAccount('onAccount', 'firm'), ...signed, signatory: '路人' })).toEqual([
      'signatory notAuthorised',
    ]);
    expect(codes({ ...byAccount('onAccount', 'firm', '600'), ...signed })).toEqual([
      'payments.0.amount overLimit',
    ]);
    expect(codes({ ...byAccount('onAccount', 'firm'), ...signed })).toEqual([]);
    expect(desk.get<ReturnType<typeof taken>>('f1').body.signature).toMatchObject({ name: '王经理' });
    expect(desk.books().accounts.firm).toBe(30_000);
    expect(desk.codes(reverseFee, reverse(), BY_LEAD)).toEqual([]);
    expect(desk.books().accounts.firm).toBe(0);
  });

  it('a debt that was settled stands in the way of a reversal', () => {
    const desk = withAccounts();
    taken(desk, { ...byAccount('onAccount', 'firm'), ...signed });
    expect(desk.codes(settle, { id: 's1', entry: 'f1', amount: 30_000 })).toEqual([]);
    expect(desk.codes(reverseFee, reverse(), BY_LEAD)).toEqual(['debtSettled']);
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
      'confirmed moneyBackNotConfirmed',
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
    expect(desk.codes(reverseFee, reverse(), BY_LEAD)).toEqual(['entryReversed']);
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
