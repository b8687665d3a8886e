/** The forms of complaints on paper: what stands there, and that one complaint takes two pages at most. */
import { describe, expect, it } from 'vitest';
import { archiveComplaint } from '@shared/complaints/archive';
import { assignComplaint } from '@shared/complaints/assign';
import { escalateComplaint } from '@shared/complaints/escalate';
import { explainComplaint } from '@shared/complaints/explain';
import { extendComplaint } from '@shared/complaints/extend';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { gradeComplaint } from '@shared/complaints/grade';
import { inquireComplaint } from '@shared/complaints/inquire';
import { instructOnComplaint } from '@shared/complaints/instruct';
import { tellProgress } from '@shared/complaints/notice';
import { pursueResponsibility } from '@shared/complaints/pursue';
import type { Complaint } from '@shared/complaints/schema';
import { buildForm } from '../../../shared/forms/registry';
import { archiveInput, demoComplaints, registerInput, sheetInput } from '../../fixtures/complaint-forms';
import { LEAD, MANAGER } from '../../helpers/desk';
import { pictures, plainText, renderForm } from '../../helpers/pdf';
import { hours, MORNING, newDesk, receive, walk, WAY } from '../../unit/shared/complaints/complaint-desk';

const NAMES = {
  'staff:1001': '林晓彤',
  'staff:1002': '周立',
  'staff:4001': '陈总',
  'dep:course': '球场部',
};

/** Answered, not to satisfaction, handled again, archived; with everything that may be recorded beside it. */
function longOne(): Complaint {
  const desk = newDesk();
  receive(desk, {
    channel: 'authority',
    referenceKind: 'hotline12345',
    referenceNo: '2026-11-4471',
    referenceDeadline: hours(MORNING, 60),
    summary: '女更衣室地面湿滑，客人摔伤手腕，当时没有工作人员在场，三十分钟后才有人过来。客人自行前往医院。',
  });
  WAY.determine(desk);
  desk.now = hours(MORNING, 3);
  walkFrom(desk);
  return desk.get<Complaint>('c1');
}

function walkFrom(desk: ReturnType<typeof newDesk>): void {
  const id = 'c1';
  desk.run(
    extendComplaint,
    { id, until: hours(MORNING, 90), reason: '等待医院票据', told: true, how: 'phone' },
    { actor: LEAD },
  );
  desk.run(escalateComplaint, { id, level: 'manager', person: '陈总', reason: '客人要求赔偿' });
  desk.run(tellProgress, { id, when: '', how: 'phone', text: '已陪同就医，正在核定费用' });
  desk.run(inquireComplaint, { id, department: 'dep:course', question: '防滑垫为何没有到位？' });
  const of = desk.get<Complaint>(id).body.events.at(-1)?.id ?? '';
  desk.run(explainComplaint, { id, of, text: '供应商缺货，周五到', person: '工程部王主任' });
  desk.run(instructOnComplaint, { id, text: '本周内办结，费用由俱乐部承担' }, { actor: MANAGER });
  desk.run(pursueResponsibility, { id, whom: '工程部', measure: '扣当月绩效' }, { actor: MANAGER });
  const serious = { id, grade: 'serious', criteria: ['harm', 'authority'], reason: '' } as const;
  desk.run(gradeComplaint, serious, { actor: LEAD });
  const manager = { id, kind: 'manager', department: '', person: '陈总', reason: '' } as const;
  desk.run(assignComplaint, manager, { actor: LEAD });
  for (const act of ['handle', 'answer', 'solve', 'review', 'call', 'archive'] as const)
    expect(WAY[act](desk), act).toEqual([]);
}

describe('the forms of complaints', () => {
  it('show one complaint on two pages at most, with everything that happened', async () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'review');
    desk.run(followUpComplaint, { id: 'c1', result: 'dissatisfied', note: '费用还没有到账' });
    for (const act of ['handle', 'answer', 'solve', 'review', 'call'] as const) WAY[act](desk);
    desk.run(archiveComplaint, { id: 'c1', archiveNo: 'TS-2026-001' });
    const { file, pages } = await renderForm(
      buildForm('complaint-sheet', sheetInput(desk.get<Complaint>('c1'))),
    );
    const text = plainText(file);
    for (const part of [
      '客户投诉处理单',
      '已致歉',
      '责任投诉',
      '24小时（按自然时间）',
      '退还果岭费',
      '不满意',
      'TS-2026-001',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('13912345678');
    expect(pages).toBeLessThanOrEqual(2);
  });

  it('keep a complaint with 12345, extension, escalation and questions on two pages', async () => {
    const { file, pages } = await renderForm(buildForm('complaint-sheet', sheetInput(longOne(), NAMES)));
    const text = plainText(file);
    for (const part of [
      '12345热线2026-11-4471',
      '等待医院票据',
      '升级至总经理陈总',
      '供应商缺货',
      '扣当月绩效',
    ])
      expect(text).toContain(part);
    expect(pages).toBeLessThanOrEqual(2);
    if (process.env.DESKBOOK_KEEP_PDF) console.log(pictures(file, 80));
  });

  it('list the month with its figures and their formulas at the foot', async () => {
    const { file } = await renderForm(buildForm('complaint-register', registerInput(demoComplaints())));
    const text = plainText(file);
    for (const part of [
      '投诉登记表',
      '投诉答复率',
      '已答复÷全部投诉',
      '重复投诉÷（首次投诉＋重复投诉）',
      '合计',
    ])
      expect(text).toContain(part);
    if (process.env.DESKBOOK_KEEP_PDF) console.log(pictures(file, 80));
  });

  it('say that there is nothing in an empty period', async () => {
    const { file } = await renderForm(buildForm('complaint-register', registerInput([])));
    expect(plainText(file)).toContain('本期无记录');
  });

  it('list what was archived by archive number', async () => {
    const { file } = await renderForm(buildForm('complaint-archive', archiveInput(demoComplaints())));
    const text = plainText(file);
    for (const part of ['投诉归档清单', '归档人', '共']) expect(text).toContain(part);
    if (process.env.DESKBOOK_KEEP_PDF) console.log(pictures(file, 80));
  });
});
