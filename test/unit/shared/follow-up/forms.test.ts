/** Printed forms of follow-up as data (FORMS): what stands in which column, totals, bars, notes. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { callOfList } from '@shared/follow-up/counted';
import { followUpMonth, type NamedFigures } from '@shared/follow-up/forms/month';
import { servicePaper } from '@shared/follow-up/forms/paper';
import { followUpPlanSheet } from '@shared/follow-up/forms/plan';
import { followUpRegister } from '@shared/follow-up/forms/register';
import { paperTexts, spanText } from '@shared/follow-up/paper-text';
import { followUpRow } from '@shared/follow-up/rows';
import type { FollowUp } from '@shared/follow-up/schema';
import type { Block, FormDoc, TableBlock } from '@shared/forms/model';

const call = {
  id: 'f1',
  status: 'done',
  key: 's1',
  body: {
    no: 'HF-A-20261121-0001',
    customer: { name: '王建国', phone: '13812345678', identity: 'member', memberNo: '' },
    summary: '淋浴维修',
    origin: { collection: 'tickets', kind: 'workOrder', id: 'g1', no: 'GD-A-20261120-0001' },
    department: 'd1',
    plannedFor: '2026-11-21',
    attempts: [
      { way: 'phone', result: 'notReached' },
      { way: 'message', result: 'reached' },
    ],
    outcome: 'reached',
    satisfaction: 'dissatisfied',
    answer: '',
    opinion: '热水仍不稳定',
    doneAt: '2026-11-21T02:00:00.000Z',
    doneBy: 's1',
  },
} as unknown as FollowUp;

const options = { staffName: () => '林晓彤', departmentName: () => '工程部', showPhones: false };
const tables = ({ blocks }: FormDoc): readonly TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.type === 'table');
const blocksOf = <T extends Block['type']>(doc: FormDoc, type: T): readonly Extract<Block, { type: T }>[] =>
  doc.blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);

const row: NamedFigures = {
  name: '工程部',
  department: 'd1',
  planned: 4,
  done: 3,
  reached: 3,
  satisfied: 1,
  mostly: 1,
  dissatisfied: 1,
};
const month = { club: DEFAULT_SETTINGS.clubName, month: '2026-11', rows: [row], year: [row] };
const total = { ...row, name: '合计' };

describe('printed forms of follow-up', () => {
  it('list each call with its matter, attempts and opinion; phones masked', () => {
    const doc = followUpRegister({
      club: '',
      from: '2026-11-01',
      to: '2026-11-30',
      filter: '',
      rows: [followUpRow(call, options)],
    });
    expect(doc.paper).toMatchObject({ orientation: 'landscape' });
    expect(tables(doc)[0]?.rows[0]).toEqual([
      '1',
      '2026-11-21',
      '王建国',
      '138****5678',
      '淋浴维修（GD-A-20261120-0001）',
      '短信微信',
      '2',
      '已回访',
      '不满意',
      '热水仍不稳定',
      '林晓彤',
    ]);
  });

  it('count the month with its sum and draw the year, saying whether 基本满意 counts', () => {
    const doc = followUpMonth({ ...month, total, mostlyCounts: true });
    expect(tables(doc)[0]?.rows[0]).toEqual(['工程部', '4', '3', '75.0%', '3', '1', '1', '1', '66.7%']);
    expect(tables(doc)[0]?.totals?.[0]?.[0]).toBe('合计');
    expect(blocksOf(doc, 'barChart')[0]).toMatchObject({
      labels: ['工程部'],
      series: [{ values: [75] }, { values: [66.7] }],
    });
    const strict = followUpMonth({ ...month, total, mostlyCounts: false });
    expect(blocksOf(strict, 'text')[0]?.text).toContain('基本满意不计入');
    expect(tables(strict)[0]?.rows[0]?.at(-1)).toBe('33.3%');
  });

  it('add a plan up by month, quarter and year', () => {
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    const doc = followUpPlanSheet({
      club: '',
      year: '2026',
      rows: [{ name: '工程部', whom: '会员', months }],
    });
    expect(tables(doc)[0]?.rows[0]?.at(-1)).toBe('78');
    expect(tables(doc)[1]?.rows[0]).toEqual(['工程部', '6', '15', '24', '33', '会员']);
  });

  it('carry a paper’s text, figures and measures', () => {
    const texts = paperTexts({
      period: '2026-Q4',
      scope: '全部部门',
      total: row,
      mostlyCounts: true,
      calls: callOfList(call),
    });
    expect(texts.summary).toContain('计划回访 4 个，完成 3 个，完成率 75.0%');
    expect(texts.findings).toContain('1. 热水仍不稳定（HF-A-20261121-0001）');
    expect(spanText('2026-Q4')).toBe('2026 年第 4 季度');
    const doc = servicePaper({
      club: '',
      type: 'review',
      period: '2026-Q4',
      scope: '全部部门',
      rows: [row],
      total,
      mostlyCounts: true,
      sections: [
        { id: 'summary', text: texts.summary },
        { id: 'opinion', text: '' },
      ],
      measures: [{ text: '检修热水', to: '林晓彤', due: '2026-12-01 18:00' }],
    });
    expect(doc.title).toBe('季度服务评审报告');
    expect(tables(doc)[1]?.rows[0]).toEqual(['1', '检修热水', '林晓彤', '2026-12-01 18:00']);
    expect(blocksOf(doc, 'text').map(({ text }) => text)).not.toContain('意见与建议');
  });
});
