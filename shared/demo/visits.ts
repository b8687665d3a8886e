/** A day of the demo club's visitor log. */
import type { Actor } from '../core/command';
import { instantOf } from '../core/time';
import { answerTransfer } from '../visits/answer-transfer';
import { correctVisit } from '../visits/correct';
import { emptyFields, type VisitFields } from '../visits/fields';
import { recordStarterCounts } from '../visits/record-starter-counts';
import { registerVisit } from '../visits/register';
import type { Visit } from '../visits/schema';
import { signOut } from '../visits/sign-out';
import { sweepVisits } from '../visits/sweep';
import { voidVisit } from '../visits/void';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { COMPANIES, DETAILS, GIVEN, HOSTS, PLATE_LETTERS, PURPOSES, RARE_NAMES, SURNAMES } from './words';

/** Share of a day's visits per hour, from 7 o'clock. */
const HOURS = [
  [7, 4],
  [8, 10],
  [9, 15],
  [10, 14],
  [11, 9],
  [12, 5],
  [13, 7],
  [14, 10],
  [15, 9],
  [16, 7],
  [17, 5],
  [18, 3],
  [19, 2],
] as const;

export interface DayOptions {
  /** Business day. */
  readonly day: string;
  /** Nothing happens after this instant; visits that would still be on site stay open. */
  readonly now: string;
  readonly count: number;
}

/** A person of the demo club; regulars come again under the same phone. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly plate: string;
  readonly company: string;
}

/** Makes somebody up; the phone is of a range that was never given out. */
export function makePerson(draw: Draw): Person {
  const name = draw.chance(0.01) ? draw.one(RARE_NAMES) : draw.one(SURNAMES) + draw.one(GIVEN);
  const plate = draw.chance(0.55)
    ? `鲁${draw.one(['B', 'B', 'B', 'U', 'F'])}${draw.one(PLATE_LETTERS)}${draw.digits(4)}`
    : '';
  return {
    name,
    phone: `1${draw.one(['38', '39', '58', '86'])}0000${draw.digits(4)}`,
    plate,
    company: draw.chance(0.35) ? draw.one(COMPANIES) : '',
  };
}

function fieldsOf(draw: Draw, club: DemoClub, person: Person, clerk: Actor): VisitFields {
  const purpose = draw.weighted(PURPOSES);
  const handedOver = draw.chance(0.12);
  const department = draw.one([...club.departments.values()]);
  return {
    ...emptyFields(clerk.id, purpose),
    ...person,
    people: draw.chance(0.75) ? 1 : draw.whole(2, 5),
    department: draw.chance(0.6) ? department : '',
    host: draw.one(HOSTS),
    details: draw.one(DETAILS[purpose] ?? ['']),
    badge: draw.chance(0.4) ? String(draw.whole(1, 60)).padStart(3, '0') : '',
    outcome: handedOver ? 'handedOver' : 'answered',
    transferDepartment: handedOver ? department : '',
  };
}

/** Runs a day on the desk. `regulars` is drawn from and grows. */
export function demoDay(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  regulars: Person[],
  options: DayOptions,
): void {
  const { day, now, count } = options;
  const people = ['1001', '1003', '1004']
    .map((staffNo) => club.staff.get(staffNo))
    .filter((actor) => actor !== undefined);
  const lead = club.staff.get('1002');
  const events: { readonly at: string; readonly run: (at: string) => void }[] = [];
  for (let index = 0; index < count; index += 1) {
    const hour = draw.weighted(HOURS);
    const at = instantOf(
      `${day}T${String(hour).padStart(2, '0')}:${String(draw.whole(0, 59)).padStart(2, '0')}:${String(draw.whole(0, 59)).padStart(2, '0')}`,
    );
    const clerk = draw.one(people);
    const person = regulars.length > 30 && draw.chance(0.4) ? draw.one(regulars) : makePerson(draw);
    if (regulars.length < 400) regulars.push(person);
    const fields = fieldsOf(draw, club, person, clerk);
    const id = draw.id(at);
    events.push({ at, run: (when) => desk.run(registerVisit, { id, fields }, id, when, clerk) });
    const visit = (): Visit | undefined => desk.records.get(id) as Visit | undefined;
    const later = (minutes: number, run: (when: string) => void): void => {
      events.push({ at: new Date(Date.parse(at) + minutes * 60_000).toISOString(), run });
    };
    // Departments answer in the end; only what came in a moment ago still waits.
    if (fields.outcome === 'handedOver') {
      const answeredBy = draw.one(['李经理', '王主任', '赵教练']);
      const answer = draw.one(['已当面答复', '已电话联系处理', '已安排专人跟进']);
      later(
        draw.whole(4, 40),
        (when) =>
          visit()?.status !== 'void' &&
          desk.run(answerTransfer, { id, answer, answeredBy }, draw.id(when), when, clerk),
      );
    }
    if (lead && draw.chance(0.008)) {
      later(2, (when) => desk.run(voidVisit, { id, reason: '重复登记' }, draw.id(when), when, lead));
      continue;
    }
    if (draw.chance(0.02)) {
      const remark = '车牌已核对';
      later(
        3,
        (when) =>
          visit()?.status !== 'void' &&
          desk.run(correctVisit, { id, changed: { remark }, reason: '补记备注' }, draw.id(when), when, clerk),
      );
    }
    if (draw.chance(0.985))
      later(
        draw.whole(12, 170),
        (when) =>
          visit()?.status === 'onSite' && desk.run(signOut, { id, timeOut: '' }, draw.id(when), when, clerk),
      );
  }
  for (const hour of [9, 13, 16]) {
    const at = instantOf(`${day}T${String(hour).padStart(2, '0')}:05`);
    const players = draw.whole(20, 90);
    const input = { id: draw.id(at), players, caddies: Math.round(players * 0.6), countedAt: '' };
    events.push({
      at,
      run: (when) => desk.run(recordStarterCounts, input, input.id, when, draw.one(people)),
    });
  }
  const closing = instantOf(`${day}T22:10`);
  events.push({
    at: closing,
    run: (when) => {
      const open = [...desk.records.values()].filter(
        ({ kind, status }) => kind === 'visit' && status === 'onSite',
      );
      const answers = open.map(({ id }) => ({ id, answer: 'unrecorded' as const }));
      if (answers.length > 0) desk.run(sweepVisits, { answers }, draw.id(when), when, draw.one(people));
    },
  });
  events.sort((a, b) => a.at.localeCompare(b.at));
  for (const { at, run } of events) if (at <= now) run(at);
}
