/** The four printed forms of the shift, as data and as rendered PDF. */
import { expect, it } from 'vitest';
import { checklistSheet } from '@shared/checklists/forms/sheet';
import { meetingSheet } from '@shared/meetings/forms/sheet';
import { logSheet, type LogSheetInput } from '@shared/shift-log/forms/log-sheet';
import { taskRegister } from '@shared/tasks/forms/register';
import { plainText, renderForm } from '../../../helpers/pdf';

const club = '青岛海湾高尔夫俱乐部';
const AT = '2026-11-21T15:40:00.000Z';
const LOG: LogSheetInput = {
  club,
  desk: 'A',
  day: '2026-11-21',
  shift: '晚班',
  hours: '16:00–00:00',
  notes: [
    {
      at: '2026-11-21T09:10:00.000Z',
      text: '练习场 3 号发球机报修，工程部明早来看，来之前不要再开机，客人问起请解释',
      state: '待处理 11-22 09:30',
      responsible: '赵一鸣',
    },
  ],
  state: {
    till: 'open',
    session: 'BC-A-20261121-0002',
    undeposited: 2_916_600,
    undepositedSessions: 3,
    count: 'approved',
    countsWaiting: 0,
  },
  matters: [
    {
      no: 'YL-A-20261103-0001',
      title: '充电宝',
      due: '11-18 04:00',
      responsible: '林晓彤',
    },
  ],
  overdue: [{ title: '逾期未还：球杆 G-04', detail: '张杰' }],
  remarks: ['空调遥控器在抽屉里'],
  leavers: [{ name: '林晓彤', at: AT }],
  readers: [{ name: '赵一鸣', at: '2026-11-22T00:20:00.000Z' }],
};

it('prints 交接班记录 with notes, state, open matters and both confirmations', async () => {
  const text = plainText((await renderForm(logSheet(LOG))).file);
  for (const part of [
    '交接班记录',
    '2026-11-21晚班（16:00–00:00）A台',
    '17:10',
    '待处理11-2209:30',
    '¥29,166.00（3班）',
    '未结事项（1项）',
    '工号确认林晓彤2026-11-2123:40',
    '工号确认赵一鸣2026-11-2208:20',
  ])
    expect(text).toContain(part);
});

it('prints an empty shift as one without notes, to be signed by hand', async () => {
  const empty = {
    ...LOG,
    notes: [],
    state: null,
    matters: [],
    overdue: [],
    remarks: [],
    leavers: [],
    readers: [],
  };
  const text = plainText((await renderForm(logSheet(empty))).file);
  for (const part of ['本班没有记事', '没有未结事项', '接班确认']) expect(text).toContain(part);
  expect(text).not.toContain('工号确认');
});

it('prints 岗前检查表 filled and blank', async () => {
  const base = { club, type: 'opening' as const, day: '2026-11-21', desk: 'A', shift: '早班' };
  const items = [
    { text: '邮件已查看', ok: false, remark: '网络断', seen: null },
    { text: '钱箱已开', ok: true, remark: '正在开', seen: false },
  ];
  const filled = checklistSheet({
    ...base,
    items,
    signer: { name: '赵一鸣', at: AT },
    late: true,
    added: ['网络已恢复'],
  });
  const text = plainText((await renderForm(filled)).file);
  for (const part of [
    '岗前检查表',
    '迟签',
    '网络断',
    '系统显示未完成',
    '补充说明：网络已恢复',
    '工号确认赵一鸣',
  ])
    expect(text).toContain(part);
  const blank = checklistSheet({
    ...base,
    day: '',
    desk: '',
    shift: '',
    items: items.map((item) => ({ ...item, ok: null, remark: '', seen: null })),
    signer: null,
    late: false,
    added: [],
  });
  const plain = plainText((await renderForm(blank)).file);
  expect(plain).not.toContain('■');
  expect(plain.split('□')).toHaveLength(5);
});

it('prints 周例会记录 and 上级交办事项登记表', async () => {
  const meeting = meetingSheet({
    club,
    from: '2026-11-16',
    to: '2026-11-22',
    heldOn: '2026-11-21',
    host: '周立',
    entries: [
      {
        id: 'a',
        name: '林晓彤',
        work: '接待来访 55 人次、销售 91 笔\n办完交办：更换价签',
        improve: '交班记事写明时间',
      },
      { id: 'b', name: '赵一鸣', work: '接待来访 61 人次', improve: '' },
    ],
    passedOn: '下周起执行新价目',
    attendees: [{ name: '林晓彤', at: AT }],
  });
  const text = plainText((await renderForm(meeting)).file);
  for (const part of ['周例会记录', '交班记事写明时间', '下周起执行新价目', '工号确认林晓彤'])
    expect(text).toContain(part);
  const tasks = taskRegister({ club, from: '2026-11-01', to: '2026-11-30', rows: [] });
  expect(plainText((await renderForm(tasks)).file)).toContain('本期无记录');
});
