/** The forms of deposits and tips on paper: half pages in two parts, registers with their sums, empty ones said so. */
import { describe, expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import type { DepositReturnedBody, DepositTakenBody } from '../../../shared/ledger/entries/money';
import type { LoanLine, LoanRegisterInput } from '../../../shared/loans/forms/register';
import type { LoanSlipInput, ReturnSlipInput } from '../../../shared/loans/forms/slips';
import type { TipLine, TipRegisterInput } from '../../../shared/loans/forms/tip-register';
import { pageSize, plainText, renderForm } from '../../helpers/pdf';

const AT = '2026-11-21T01:42:00.000Z';
const pay = (tender: 'cash' | 'wechat', amount: number, ref = '') => ({
  tender,
  amount,
  given: 0,
  terminal: '',
  ref,
  account: '',
});
const PAPER = { mode: 'paper', name: '司徒静怡', at: AT, archiveNo: '' } as const;

const TAKEN: DepositTakenBody = {
  v: 1,
  n: 1,
  no: 'YA-A-20261121-0001',
  customer: { name: '司徒静怡', phone: '13812345678', memberNo: '80037' },
  item: 'clubs',
  itemNo: 'G-12',
  description: '女士半套，含推杆与球包，球包侧袋拉链已坏',
  amount: 123_456,
  rental: 20_000,
  backBy: '2026-11-21T12:00:00.000Z',
  payments: [pay('wechat', 100_000, '4417'), pay('cash', 43_456)],
  signature: PAPER,
  remark: '客人要求电话提醒',
};
const BACK: DepositReturnedBody = {
  v: 1,
  n: 2,
  no: 'YA-A-20261121-0002',
  of: 'd1',
  ofNo: 'YA-A-20261121-0001',
  returned: 111_456,
  kept: 12_000,
  reason: '推杆杆身弯折，按价目赔偿',
  lateFee: 3_000,
  payments: [pay('wechat', 80_000), pay('cash', 31_456)],
  charged: [pay('wechat', 3_000, '8821')],
  signature: PAPER,
  approval: { staff: 'staff:1002', name: '周立', at: AT },
};
const COMMON = {
  club: '青岛海湾高尔夫俱乐部',
  at: AT,
  clerk: '林晓彤',
  phone: '138****5678',
  archiveNo: 'DA-0117',
  reprint: false,
};

async function printed(form: string, data: unknown): ReturnType<typeof renderForm> {
  return renderForm(buildForm(form, data));
}

const line = (change: Partial<LoanLine>): LoanLine => ({
  no: 'YA-A-20261121-0001',
  day: '2026-11-21',
  time: '09:42',
  thing: '球杆 G-12 女士半套',
  customer: '司徒静怡',
  phone: '138****5678',
  amount: 123_456,
  rental: 20_000,
  tenders: '现金',
  backBy: '2026-11-21 20:00',
  returnNo: '',
  returnedAt: '',
  returned: null,
  kept: null,
  reason: '',
  lateFee: null,
  clerk: '林晓彤',
  state: '在外',
  remark: '',
  ...change,
});
const tip = (change: Partial<TipLine>): TipLine => ({
  no: 'XF-A-20261121-0001',
  day: '2026-11-21',
  time: '15:10',
  receiver: '球童 16 李春梅',
  amount: 10_000,
  tenders: '微信',
  customer: '刘志远',
  clerk: '林晓彤',
  state: '未付',
  paidNo: '',
  paidAt: '',
  signature: null,
  archiveNo: '',
  remark: '',
  ...change,
});

describe('forms of deposits and tips', () => {
  it('print the deposit slip twice on one sheet, with the paper signature’s number', async () => {
    const data: LoanSlipInput = { ...COMMON, body: TAKEN, reversed: true };
    const { file, pages } = await printed('loan-slip', data);
    const text = plainText(file);
    for (const part of [
      '存根联',
      '客户联',
      '押金单',
      '已冲销',
      '司徒静怡（80037）',
      '¥1,234.56',
      '壹仟贰佰叁拾肆元伍角陆分',
      '微信¥1,000.00（4417）、现金¥434.56',
      '2026-11-2120:00',
      '纸质签字DA-0117',
      '不作发票使用',
    ])
      expect(text).toContain(part);
    expect(pages).toBe(1);
    expect(pageSize(file)).toEqual({ width: 210, height: 297 });
  });

  it('call a thing lent without deposit a loan', async () => {
    const body = { ...TAKEN, amount: 0, rental: 0, payments: [], backBy: '9999' };
    const { file } = await printed('loan-slip', { ...COMMON, body, reversed: false });
    const text = plainText(file);
    expect(text).toContain('租借单');
    expect(text).toContain('未约定');
    expect(text).not.toContain('凭单退还押金');
  });

  it('print the return with what was kept, by whom approved, and the late fee', async () => {
    const data: ReturnSlipInput = { ...COMMON, taken: TAKEN, body: BACK, reprint: true };
    const { file, pages } = await printed('loan-return', data);
    const text = plainText(file);
    for (const part of [
      '退还单',
      '补打',
      'YA-A-20261121-0001',
      '壹仟壹佰壹拾肆元伍角陆分',
      '微信¥800.00、现金¥314.56',
      '¥120.00推杆杆身弯折，按价目赔偿',
      '¥30.00微信¥30.00（8821）',
      '工号确认周立',
    ])
      expect(text).toContain(part);
    expect(pages).toBe(1);
  });

  it('print the register with its sums, and say when there is nothing', async () => {
    const data: LoanRegisterInput = {
      club: COMMON.club,
      from: '2026-11-01',
      to: '2026-11-30',
      what: '',
      rows: [
        line({}),
        line({
          returnedAt: '2026-11-21 18:30',
          returned: 111_456,
          kept: 12_000,
          lateFee: 3_000,
          state: '已还',
        }),
      ],
      sums: { count: 2, taken: 246_912, returned: 111_456, kept: 12_000, held: 123_456, charged: 43_000 },
    };
    const { file } = await printed('loan-register', data);
    const text = plainText(file);
    expect(text).toContain('2,469.12400.001,114.56120.0030.00');
    expect(text).toContain('在管押金¥1,234.56租金及逾期费¥430.00（押金不计收入）');
    const none = {
      ...data,
      rows: [],
      sums: { count: 0, taken: 0, returned: 0, kept: 0, held: 0, charged: 0 },
    };
    expect(plainText((await printed('loan-register', none)).file)).toContain('本期无记录');
  });

  it('print the tips by receiver with their signatures', async () => {
    const paid = { paidAt: '2026-11-21 20:40', state: '已付', signature: PAPER, archiveNo: 'DA-0200' };
    const data: TipRegisterInput = {
      club: COMMON.club,
      from: '2026-11-21',
      to: '2026-11-21',
      what: '',
      rows: [tip({}), tip({ ...paid, no: 'XF-A-20261121-0002', receiver: '教练 孙立', amount: 5_000 })],
      sums: [
        { receiver: '球童 16 李春梅', count: 1, amount: 10_000, waiting: 10_000 },
        { receiver: '教练 孙立', count: 1, amount: 5_000, waiting: 0 },
      ],
    };
    const text = plainText((await printed('tip-register', data)).file);
    for (const part of [
      '代收小费登记表',
      '纸质签字DA-0200',
      '合计150.00',
      '教练孙立：1笔¥50.00，未付¥0.00',
      '未付合计¥100.00（代收款不计收入）',
    ])
      expect(text).toContain(part);
  });
});
