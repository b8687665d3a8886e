/** Last week's meeting of the demo desk, held on its Friday: each one's week, and who confirmed to have been there. */
import { addDays, instantOf } from '../core/time';
import { attendMeeting } from '../meetings/attend';
import { saveMeeting } from '../meetings/save';
import { mondayOf } from '../meetings/schema';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

const WEEKS = [
  ['1001', '接待团队两批共 76 人；协助认领手机 1 部。', '团队到店高峰时先发号，再登记。'],
  ['1003', '处理来电 58 个；完成商品晨盘，账实相符。', '练习卡的收费说明要一次讲清。'],
  ['1004', '晚班闭店核对 3 次；整理失物柜。', '交接记事写明经办人和时间。'],
] as const;
const PASSED_ON = '周末有会员月赛，周六 7 点前到岗；储物柜续租名单本周核对完毕。';

export function demoMeeting(desk: PretendDesk, draw: Draw, club: DemoClub, today: string, now: string): void {
  const lead = club.staff.get('1002');
  const week = mondayOf(addDays(today, -7));
  const heldOn = addDays(week, 4);
  const savedAt = instantOf(`${heldOn}T17:10`);
  const people = WEEKS.flatMap(([staffNo, work, improve]) => {
    const person = club.staff.get(staffNo);
    return person ? [{ person, work, improve }] : [];
  });
  if (!lead || savedAt > now) return;
  const entries = people.map(({ person: { id, name }, work, improve }) => ({ id, name, work, improve }));
  const fields = { host: lead.id, heldOn, entries, passedOn: PASSED_ON };
  desk.run(saveMeeting, { week, fields }, draw.id(savedAt), savedAt, lead);
  for (const [at, { person }] of people.entries()) {
    const { id: staff, name, roles } = person;
    const readAt = instantOf(`${heldOn}T17:${20 + at}`);
    desk.run(attendMeeting, { week, staff }, draw.id(readAt), readAt, person, [
      { staff, name, roles, at: readAt },
    ]);
  }
}
