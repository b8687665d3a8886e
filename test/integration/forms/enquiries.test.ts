/** 《客户来电登记表》, 《在线客服受理记录表》 and 《统一答复手册》 on paper (FORMS). */
import { describe, expect, it } from 'vitest';
import { onlineRegister, phoneRegister, type RegisterInput } from '@shared/enquiries/forms/registers';
import type { EnquiryRow } from '@shared/enquiries/rows';
import { replyBook } from '@shared/replies/forms/reply-book';
import { pagesOfText, pictures, plainText, renderForm } from '../../helpers/pdf';

const ROW: EnquiryRow = {
  isVoid: false,
  date: '2026-11-21',
  time: '09:42',
  no: 'LD-A-20261121-0001',
  name: '欧阳文渊',
  identity: '供应商',
  phone: '138****5678',
  channel: '电子邮件',
  category: '咨询',
  summary: '请问周末下午练习场还有位置吗，需要提前多久预订？如果下雨可以改期吗？',
  answer: '练习场每天 7:30–21:30 开放，周末和节假日请提前一天电话预订，会员可提前三天。',
  firstReply: '75 秒',
  outcome: '转接待洽谈',
  callBack: '11-21 11:42',
  takenBy: '林晓彤',
  answeredAt: '2026-11-21 09:42',
  responsible: '林晓彤',
  department: '',
  standards: '',
  status: '已办结',
  remark: '',
};
const input = (rows: readonly EnquiryRow[]): RegisterInput => ({
  club: '青岛海湾高尔夫俱乐部',
  from: '2026-11-01',
  to: '2026-11-30',
  filter: '',
  rows,
});
const MANY = Array.from({ length: 40 }, (_, at): EnquiryRow => ({
  ...ROW,
  no: `LD-A-20261121-${String(at + 1).padStart(4, '0')}`,
  category: at % 3 === 0 ? '投诉' : '咨询',
  isVoid: at === 1,
}));

describe('the registers', () => {
  it.each([
    ['客户来电登记表', phoneRegister, '接听人'],
    ['在线客服受理记录表', onlineRegister, '营销部负责人签收'],
  ] as const)(
    '%s goes over pages with its head, and counts by category without void ones',
    async (title, form, part) => {
      const { file } = await renderForm(form(input(MANY)));
      const pages = pagesOfText(file);
      expect(pages.length).toBeGreaterThan(1);
      const text = plainText(file);
      expect(text).toContain(title);
      expect(text).toContain(part);
      expect(text).toContain('件数251439');
      if (process.env.DESKBOOK_KEEP_PDF) process.stdout.write(`${pictures(file, 100).join(' ')}\n`);
    },
  );

  it('say so when nothing was taken', async () => {
    const { file } = await renderForm(phoneRegister(input([])));
    expect(plainText(file)).toContain('本期无记录');
  });
});

it('prints the book of standard replies', async () => {
  const { file } = await renderForm(
    replyBook({
      club: '青岛海湾高尔夫俱乐部',
      day: '2026-11-21',
      forbidden: ['不知道', '没办法'],
      rows: [
        {
          situation: '会员卡遗失补办',
          category: '会员业务',
          wording: ROW.answer,
          forbidden: '不清楚',
          version: 2,
        },
      ],
    }),
  );
  const text = plainText(file);
  for (const part of ['统一答复手册', '会员卡遗失补办', '通用禁用语：不知道、没办法'])
    expect(text).toContain(part);
  if (process.env.DESKBOOK_KEEP_PDF) process.stdout.write(`${pictures(file, 100).join(' ')}\n`);
});
