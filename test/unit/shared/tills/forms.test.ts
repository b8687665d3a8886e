// FORMS: 交接班现金交接单, 款项上交单 and 现金月报 on paper.
import { beforeAll, describe, expect, it } from 'vitest';
import { cashDays, cashRow } from '@shared/deposits/cash-month';
import { cashMonthReport } from '@shared/deposits/forms/cash-month';
import { depositSlip } from '@shared/deposits/forms/deposit-slip';
import { makeDeposit } from '@shared/deposits/make-deposit';
import { tillSheet, tillSheetOf } from '@shared/tills/forms/till-sheet';
import { Desk, LEAD, pinOf } from '../../../helpers/desk';
import { pageSize, pagesOfText, pictures, plainText, renderForm } from '../../../helpers/pdf';
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

const CLUB = '青岛海湾高尔夫俱乐部';
const DENOMINATIONS = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10];
const desk = new Desk('2026-11-20T00:05:00.000Z');
let session: string;

beforeAll(() => {
  session = opened(desk);
  take(desk, { cash: 12_050 }, { given: 20_000 });
  const fee = take(desk, { card: 30_000, wechat: 70_000, onAccount: 5_000 });
  desk.now = '2026-11-20T08:02:00.000Z';
  const fields = {
    pieces: { '10000': '6', '1000': '1', '500': '1', '50': '1' },
    totals: { card: '300', wechat: '699' },
    batchNos: { card: '000118' },
    slips: { card: '1', wechat: '1' },
    exceptions: [{ key: `${fee}:1`, outcome: 'amountDiffers' as const, note: '到账 699.00' }],
    reason: '找零多付 5 元，微信少到 1 元',
    approver: LEAD.id,
    receiptFrom: 'SJ000101',
    receiptTo: 'SJ000118',
    keys: '储物柜备用钥匙 1 串',
    equipment: 'POS 机 1 台、扫码枪 1 把',
    deposits: '在管押金 3 笔 ¥600.00；借出物品 4 件；待付小费 ¥120.00',
  };
  expect(handOver(desk, fields, [NEXT, LEAD])).toEqual([]);
  take(desk, { cash: 2_000 }, { session });
  desk.now = '2026-11-20T13:40:00.000Z';
  expect(sealUp(desk)).toEqual([]);
  desk.now = '2026-11-21T02:00:00.000Z';
  const lines = [
    { session, tender: 'cash' as const, amount: '115.50', slips: '' },
    { session, tender: 'card' as const, amount: '300', slips: '1' },
    { session, tender: 'wechat' as const, amount: '600', slips: '' },
  ];
  expect(
    desk.codes(
      makeDeposit,
      {
        id: 'd1',
        lines,
        bankSlipNo: 'JK202611210001',
        reason: '微信未到账',
        remark: '',
        receiverName: '',
        receiver: { mode: 'pin', staff: FINANCE.id },
      },
      { witnesses: [pinOf(FINANCE)] },
    ),
  ).toEqual([]);
});

const show = (file: string): void => {
  if (process.env.DESKBOOK_KEEP_PDF) console.log(pictures(file).join('\n'));
};

describe('交接班现金交接单', () => {
  it('stands on one page with pieces, formula, tenders, outcomes, items, late records and signatures', async () => {
    const { file } = await renderForm(tillSheet(tillSheetOf(till(desk, session), CLUB, DENOMINATIONS)));
    show(file);
    const text = plainText(file);
    for (const part of [
      '¥1006600.00',
      '现金620.50615.50-5.00金额不符',
      '刷卡300.00300.000.00相符0001181',
      '微信700.00699.00-1.00金额不符',
      '到账699.00',
      '期初备用金500.00＋收到现金200.00－找零79.50＝620.50',
      'SJ000101至SJ000118',
      '补记后差额',
      '现金-25.00',
      '工号确认林晓彤',
      '工号确认赵一鸣',
      '工号确认周立',
    ])
      expect(text).toContain(part);
    expect(pagesOfText(file)).toHaveLength(1);
  });

  it('of a night names seal, safe and witness', async () => {
    const [, second] = desk.ledger().filter(({ kind }) => kind === 'tillOpen' || kind === 'tillHandover');
    const { file } = await renderForm(
      tillSheet(tillSheetOf(till(desk, second?.id ?? ''), CLUB, DENOMINATIONS)),
    );
    show(file);
    const text = plainText(file);
    for (const part of ['F00247', '前台保险柜', '封存人', '见证人']) expect(text).toContain(part);
    expect(sessionOf(desk)).toBe('');
  });

  it('is not made of an open session', () => {
    const open = new Desk('2026-11-20T00:05:00.000Z');
    expect(() => tillSheetOf(till(open, opened(open)), CLUB, DENOMINATIONS)).toThrow(RangeError);
  });
});

describe('款项上交单', () => {
  it('has both halves with figures, 大写 and finance’s confirmation', async () => {
    const [deposit] = entriesOf(desk, 'deposit');
    if (!deposit) throw new Error('no deposit');
    const { file } = await renderForm(
      depositSlip({
        club: CLUB,
        body: deposit.body,
        desk: 'A',
        at: deposit.at,
        giver: '林晓彤',
        archiveNo: '',
      }),
    );
    show(file);
    const text = plainText(file);
    expect(text.match(/壹仟零壹拾伍元伍角整/gu)).toHaveLength(2);
    for (const part of ['存根联', '财务联', '¥1,015.50', 'JK202611210001', '微信未到账', '工号确认王会计'])
      expect(text).toContain(part);
    expect(pagesOfText(file)).toHaveLength(1);
  });
});

describe('现金月报', () => {
  it('has a row a session, the formula and the note on late records', async () => {
    const tills = desk
      .ledger()
      .filter(({ kind }) => kind === 'tillOpen' || kind === 'tillHandover')
      .map(({ id }) => cashRow(till(desk, id), entriesOf(desk, 'deposit')));
    const { file } = await renderForm(
      cashMonthReport({ club: CLUB, month: '2026-11', days: cashDays(tills, []) }),
    );
    show(file);
    expect(pageSize(file).width).toBeGreaterThan(290);
    const text = plainText(file);
    for (const part of [
      '早班*',
      '140.50',
      '1,015.50',
      '补记',
      '已结束班次：合计1,190.50－会员与挂账50.00＋差额-26.00＋备用金变动0.00＝已上交1,015.50＋未上交99.00',
    ])
      expect(text).toContain(part);
  });

  it('of a month without sessions says so', async () => {
    const { file } = await renderForm(cashMonthReport({ club: CLUB, month: '2026-12', days: [] }));
    expect(plainText(file)).toContain('本期无记录');
  });
});
