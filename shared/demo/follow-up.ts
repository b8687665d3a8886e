/** Follow-up of the demo club: the year's plan, calls of the month that were made, and some that wait. */
import { addDays, instantOf } from '../core/time';
import { recordAttempt, type RecordAttempt } from '../follow-up/call';
import { MONTHS, savePlan } from '../follow-up/plan';
import { emptyFollowUp, planFollowUp } from '../follow-up/plan-call';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

const MATTERS = [
  '更衣室淋浴维修后的使用情况',
  '会员卡补办办理情况',
  '练习场预订服务',
  '球车服务与球童服务',
  '餐厅用餐接待',
  '教练课程安排',
] as const;

const OPINIONS = ['更衣室热水仍不稳定，希望尽快彻底修好', '等候时间偏长，希望高峰期增加人手'] as const;

/** Calls planned ahead, days from now. */
const WAITING = [4, 4, 5, 6];

export function demoFollowUp(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const lead = club.staff.get('1002');
  const clerks = ['1001', '1003'].flatMap((number) => club.staff.get(number) ?? []);
  const departments = [...club.departments.values()].slice(0, 5);
  const [first] = days;
  if (!lead || clerks.length === 0 || !first) return;
  const opened = instantOf(`${first}T09:30`);
  for (const year of new Set([first.slice(0, 4), now.slice(0, 4)])) {
    const rows = departments.map((department) => ({
      department,
      whom: '本月办结事项的会员和访客',
      months: MONTHS.map(() => draw.whole(4, 8)),
    }));
    desk.run(savePlan, { year, rows }, draw.id(opened), opened, lead);
  }
  const plan = (day: string, at: string): string => {
    const id = draw.id(at);
    const clerk = draw.one(clerks);
    const { name, phone } = makePerson(draw);
    const fields = {
      ...emptyFollowUp(clerk.id, day),
      name,
      phone,
      identity: draw.one(['member', 'guest']),
      summary: draw.one(MATTERS),
      department: draw.one(departments),
    };
    desk.run(planFollowUp, { id, fields, origin: null }, id, at, clerk);
    return id;
  };
  const call = (id: string, at: string, said: Partial<RecordAttempt>): void => {
    const input = {
      id,
      origin: null,
      way: 'phone',
      result: 'reached',
      satisfaction: '',
      answer: '',
      opinion: '',
      note: '',
      nextAt: '',
      ...said,
    };
    desk.run(recordAttempt, input, draw.id(at), at, draw.one(clerks));
  };
  for (const day of days.slice(0, -2)) {
    const at = (time: string): string => instantOf(`${day}T${time}`);
    const id = plan(day, at('10:00'));
    if (draw.chance(0.2)) call(id, at('10:20'), { result: 'notReached' });
    if (draw.chance(0.1)) {
      call(id, at('15:10'), { result: 'refused', note: '不便接听' });
      continue;
    }
    const satisfaction = draw.one(['satisfied', 'satisfied', 'satisfied', 'mostly', 'dissatisfied']);
    call(id, at('15:10'), {
      satisfaction,
      answer: satisfaction === 'dissatisfied' ? '' : '表示问题已解决',
      opinion: satisfaction === 'dissatisfied' ? draw.one(OPINIONS) : '',
    });
  }
  const today = days.at(-1) ?? first;
  for (const ahead of WAITING) plan(addDays(today, ahead), now);
}
