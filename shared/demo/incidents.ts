/** An emergency of the demo club that is over, and inspections of this month. */
import type { Actor } from '../core/command';
import { businessDay } from '../core/time';
import { closeIncident } from '../incidents/finish';
import { addMeasure, markRoll, recordCall } from '../incidents/notify';
import { reportIncident } from '../incidents/report';
import type { Incident } from '../incidents/schema';
import { answerInspection, recordInspection } from '../inspections/inspect';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

const MINUTE = 60_000;
/** Hours before now at which it happened. */
const AGO = 74;

export function demoIncidents(desk: PretendDesk, draw: Draw, club: DemoClub, now: string): void {
  const clerk = club.staff.get('1001');
  if (!clerk) return;
  const begun = Date.parse(now) - AGO * 60 * MINUTE;
  let minutes = 0;
  const next = (): readonly [string, string, Actor] => {
    const at = new Date(begun + minutes * MINUTE).toISOString();
    minutes += 2;
    return [draw.id(at), at, clerk];
  };
  const [id, at] = next();
  const fields = {
    occurredAt: at,
    place: '练习场二层',
    what: '打位配电箱冒烟，无人受伤',
    reporter: '高教练',
    level: '一般',
    departments: [...club.departments.values()].slice(0, 1),
  };
  desk.run(reportIncident, { id, fields }, id, at, clerk);
  const { people } = (desk.records.get(id) as Incident).body;
  for (const person of people) {
    const outcome = person.phone === '' ? 'inPerson' : 'reached';
    desk.run(recordCall, { id, person: person.id, outcome, note: '' }, ...next());
  }
  const onSite = people.filter((person) => person.onSite).map((person) => person.id);
  desk.run(markRoll, { id, people: onSite, mark: 'safe' }, ...next());
  desk.run(addMeasure, { id, text: '拉下总闸，干粉灭火器处置，烟雾消散' }, ...next());
  const end = { id, result: '更换配电箱，当日恢复', summary: '线路老化，已列入季度检查', openReason: '' };
  desk.run(closeIncident, end, ...next());
}

/** Marks lost, by the place of the item; who is inspected, and whether they answered. */
const INSPECTED = [
  { staffNo: '1001', ago: 20, lost: new Map([[2, '响铃五声才接']]), answer: 'confirmed' },
  { staffNo: '1003', ago: 12, lost: new Map([[0, '未戴工牌']]), answer: 'refused' },
  { staffNo: '1001', ago: 6, lost: new Map<number, string>(), answer: 'confirmed' },
  { staffNo: '1004', ago: 1, lost: new Map([[6, '台面有私人物品']]), answer: '' },
] as const;

export function demoInspections(desk: PretendDesk, draw: Draw, club: DemoClub, now: string): void {
  const lead = club.staff.get('1002');
  if (!lead) return;
  for (const { staffNo, ago, lost, answer } of INSPECTED) {
    const person = club.staff.get(staffNo);
    if (!person) continue;
    const at = new Date(Date.parse(now) - ago * 24 * 60 * MINUTE).toISOString();
    const id = draw.id(at);
    const scores = desk.settings.inspectionItems.map(({ marks }, index) => {
      const remark = lost.get(index) ?? '';
      return { scored: remark === '' ? marks : marks - 3, remark };
    });
    const date = businessDay(at, desk.settings.cutOffHour);
    desk.run(recordInspection, { id, date, person: person.id, scores, remark: '' }, id, at, lead);
    if (answer === '') continue;
    const agrees = answer === 'confirmed';
    const then = new Date(Date.parse(at) + 90 * MINUTE).toISOString();
    const comment = agrees ? '' : '工牌送去更换';
    desk.run(answerInspection, { id, agrees, comment }, draw.id(then), then, person);
  }
}
