/** A week of the demo desk's shifts: notes, signing off, reading, checklists, and a few tasks of the lead. */
import type { Actor } from '../core/command';
import { addDays, instantOf } from '../core/time';
import { itemsOf } from '../checklists/rules';
import type { ChecklistType } from '../checklists/schema';
import { signChecklist } from '../checklists/sign';
import { acknowledgeLog } from '../shift-log/acknowledge';
import { finishNote } from '../shift-log/finish-note';
import { signOffShift } from '../shift-log/sign-off';
import { slotsOf, type Slot } from '../shift-log/slots';
import { EMPTY_NOTE, writeNote } from '../shift-log/write-note';
import { EMPTY_TASK, giveTask } from '../tasks/give';
import { stepTask } from '../tasks/step';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

const NOTES = [
  '会员部要的来访名单已打印，放在左边抽屉',
  '练习场 3 号发球机报修，工程部明早来看',
  '团队客人明天 9 点到，40 人，胸牌已备好',
  '快递柜钥匙已交保安室',
  'POS 机换了新纸卷，旧的一卷在柜里',
  '客人借走的充电器还没还，已留电话',
] as const;
/** Days before today that the log goes back. */
const DAYS = 6;

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

const keyOf = ({ desk, day, shift }: Slot) => ({ desk, day, shift });

/** The last shift that is over stays unread: it is the next clerk's to read. */
export function demoShiftLog(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  today: string,
  now: string,
): void {
  const people = ['1001', '1003', '1004'].map((staffNo) => club.staff.get(staffNo));
  const [first, second, third] = people;
  const lead = club.staff.get('1002');
  if (!first || !second || !third || !lead) return;
  const slots = Array.from({ length: DAYS + 1 }, (_, index) =>
    slotsOf(desk.settings, desk.desk, addDays(today, index - DAYS)),
  )
    .flat()
    .filter(({ to }) => later(to, 5) <= now);
  for (const [at, slot] of slots.entries()) {
    const clerk = [first, second, third][at % 3] ?? first;
    signList(desk, draw, slot, 'opening', clerk, later(slot.from, draw.whole(3, 25)));
    const id = draw.id(later(slot.from, 90));
    const action = at % 2 === 1;
    const fields = { ...EMPTY_NOTE, text: NOTES[at % NOTES.length] ?? NOTES[0], action };
    desk.run(writeNote, { id, slot: keyOf(slot), adds: '', fields }, id, later(slot.from, 90), clerk);
    signList(desk, draw, slot, 'closing', clerk, later(slot.to, -draw.whole(16, 40)));
    const signedAt = later(slot.to, 2);
    desk.run(
      signOffShift,
      { slot: keyOf(slot), remark: '', handTo: [], overdue: [] },
      draw.id(signedAt),
      signedAt,
      clerk,
    );
    if (at === slots.length - 1) continue;
    for (const [index, reader] of [first, second, third, lead].entries()) {
      if (reader.id === clerk.id) continue;
      const readAt = later(slot.to, 3 + index);
      if (readAt > now) continue;
      const { id: staff, name, roles } = reader;
      desk.run(acknowledgeLog, { slot: keyOf(slot), reader: staff }, draw.id(readAt), readAt, reader, [
        { staff, name, roles, at: readAt },
      ]);
    }
    const doneAt = later(slot.to, 45);
    if (action && doneAt <= now)
      desk.run(finishNote, { id, remark: '已办妥' }, draw.id(doneAt), doneAt, lead);
  }
  demoTasks(desk, draw, { lead, clerk: first, colleague: second }, today, now);
}

function signList(
  desk: PretendDesk,
  draw: Draw,
  slot: Slot,
  type: ChecklistType,
  clerk: Actor,
  at: string,
): void {
  const items = itemsOf(type, desk.settings).map(({ text, check }) => ({
    text,
    ok: true,
    remark: check === '' ? '' : '已核对',
  }));
  desk.run(
    signChecklist,
    { type, slot: keyOf(slot), items, signature: { mode: 'pin', staff: clerk.id } },
    draw.id(at),
    at,
    clerk,
  );
}

interface Cast {
  readonly lead: Actor;
  readonly clerk: Actor;
  readonly colleague: Actor;
}

/** One task confirmed, one that waits to be confirmed, one begun, one of the late shift that nobody has taken. */
function demoTasks(
  desk: PretendDesk,
  draw: Draw,
  { lead, clerk, colleague }: Cast,
  today: string,
  now: string,
): void {
  const given = instantOf(`${addDays(today, -3)}T10:00`);
  const give = (title: string, to: string, days: number, priority: string): string => {
    const id = draw.id(given);
    const dueAt = instantOf(`${addDays(today, days)}T18:00`);
    desk.run(giveTask, { id, fields: { ...EMPTY_TASK, title, to, dueAt, priority } }, id, given, lead);
    return id;
  };
  const step = (
    id: string,
    one: 'accept' | 'progress' | 'finish' | 'confirm',
    hours: number,
    note: string,
  ): void => {
    const at = later(given, hours * 60);
    const actor = one === 'confirm' ? lead : id === waiting ? colleague : clerk;
    if (at <= now) desk.run(stepTask, { id, step: one, note }, draw.id(at), at, actor);
  };
  const confirmed = give('整理会员登记资料柜', clerk.id, 2, 'normal');
  const waiting = give('更新前台电话本', colleague.id, 3, 'normal');
  const begun = give('核对储物柜租用到期名单', clerk.id, 4, 'urgent');
  give('练习卡空白卡盘点一次', 'shift:late', 5, 'low');
  step(confirmed, 'accept', 1, '');
  step(confirmed, 'finish', 26, '已按编号排好');
  step(confirmed, 'confirm', 30, '');
  step(waiting, 'accept', 2, '');
  step(waiting, 'finish', 28, '新增 6 个部门分机');
  step(begun, 'accept', 3, '');
  step(begun, 'progress', 25, '核对到 C 区');
}
