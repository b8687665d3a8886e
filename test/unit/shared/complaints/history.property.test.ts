/** Random histories of complaints: no duty is skipped, every clock runs once for its cause, figures equal a recount. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@shared/core/time';
import { answerComplaint } from '@shared/complaints/answer';
import { appointOnSite } from '@shared/complaints/appoint';
import { archiveComplaint, reopenComplaint } from '@shared/complaints/archive';
import { assignComplaint, reassignComplaint } from '@shared/complaints/assign';
import { clocksOf, monthEnd, runningClocks } from '@shared/complaints/clocks';
import { determineComplaint, redetermineComplaint } from '@shared/complaints/determine';
import { escalateComplaint } from '@shared/complaints/escalate';
import { extendComplaint } from '@shared/complaints/extend';
import { complaintFigures } from '@shared/complaints/figures';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { gradeComplaint, regradeComplaint } from '@shared/complaints/grade';
import { handleComplaint } from '@shared/complaints/handle';
import { linkRepeat } from '@shared/complaints/link';
import { tellProgress } from '@shared/complaints/notice';
import { reviewComplaint, sendBackComplaint } from '@shared/complaints/review';
import {
  CALL_RESULTS,
  DETERMINATIONS,
  LEVELS,
  type Complaint,
  type ComplaintEvent,
  type EventType,
} from '@shared/complaints/schema';
import { solveComplaint } from '@shared/complaints/solve';
import { standingOf } from '@shared/complaints/standing';
import { TABLE, UNSOLVED } from '@shared/complaints/table';
import { voidComplaint } from '@shared/complaints/void';
import { LEAD, type Desk } from '../../../helpers/desk';
import { hours, newDesk, receive, stateOf } from './complaint-desk';

interface Move {
  readonly act: number;
  readonly pick: number;
  /** Hours until then. */
  readonly wait: number;
  readonly of: number;
}

const lead = { actor: LEAD };
const pickOf = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

/** Every act there is, with any input; many are refused. */
const ACTS: readonly ((desk: Desk, id: string, pick: number) => readonly string[])[] = [
  (desk, id) => desk.codes(tellProgress, { id, when: '', how: 'phone', text: '核实中' }),
  (desk, id) => desk.codes(appointOnSite, { id, when: hours(desk.now, 4), place: '三号洞', who: '周立' }),
  (desk, id, pick) =>
    desk.codes(determineComplaint, { id, kind: pickOf(DETERMINATIONS, pick), ground: '经核实' }),
  (desk, id, pick) =>
    pick % 4 > 0
      ? []
      : desk.codes(
          redetermineComplaint,
          { id, kind: pickOf(DETERMINATIONS, pick >> 2), ground: '另有证据' },
          lead,
        ),
  (desk, id) => desk.codes(gradeComplaint, { id, grade: 'ordinary', criteria: [], reason: '影响不大' }, lead),
  (desk, id) =>
    desk.codes(regradeComplaint, { id, grade: 'serious', criteria: ['harm'], reason: '受伤' }, lead),
  (desk, id) =>
    desk.codes(
      assignComplaint,
      { id, kind: 'service', department: '', person: '周立', reason: '统一办理' },
      lead,
    ),
  (desk, id) =>
    desk.codes(
      reassignComplaint,
      { id, kind: 'manager', department: '', person: '陈总', reason: '影响大' },
      lead,
    ),
  (desk, id) => desk.codes(handleComplaint, { id, text: '已处理', compensation: '', amount: '' }),
  (desk, id) => desk.codes(answerComplaint, { id, when: '', how: 'phone', text: '已说明' }),
  (desk, id) => desk.codes(solveComplaint, { id, when: '', result: '已解决' }),
  (desk, id) => desk.codes(reviewComplaint, { id, opinion: '同意', reason: '' }, lead),
  (desk, id) => desk.codes(sendBackComplaint, { id, reason: '未解决' }, lead),
  (desk, id, pick) =>
    desk.codes(followUpComplaint, { id, result: pickOf(CALL_RESULTS, pick), note: '客户意见' }),
  (desk, id) => desk.codes(archiveComplaint, { id, archiveNo: 'A-1' }),
  (desk, id) => desk.codes(reopenComplaint, { id, reason: '又来电' }, lead),
  (desk, id, pick) =>
    desk.codes(
      extendComplaint,
      { id, until: hours(desk.now, 24 * (pick % 40)), reason: '等配件', told: true, how: 'phone' },
      lead,
    ),
  (desk, id, pick) =>
    desk.codes(escalateComplaint, { id, level: pickOf(LEVELS, pick), person: '周立', reason: '无进展' }),
  (desk, id, pick) => desk.codes(linkRepeat, { id, of: `c${pick % 4}`, cause: 'other', reason: '同一件事' }),
  (desk, id, pick) => (pick % 10 === 0 ? desk.codes(voidComplaint, { id, reason: '误登' }, lead) : []),
];
/** The ordinary next act by state, so that histories get far. */
const NEXT_ACT: Readonly<Record<string, readonly number[]>> = {
  received: [2],
  onSite: [2],
  determined: [4],
  graded: [6],
  handling: [8, 9, 10],
  reopened: [8, 9, 10],
  solved: [11],
  reviewed: [13],
  followedUp: [14],
};

const move: fc.Arbitrary<Move> = fc.record({
  act: fc.nat(ACTS.length + 30),
  pick: fc.nat(399),
  wait: fc.constantFrom(0, 1, 7, 23, 25, 49, 200),
  of: fc.nat(3),
});
const moves = fc.array(move, { minLength: 10, maxLength: 90 });

function play(all: readonly Move[], check: (desk: Desk, id: string) => unknown = () => undefined): Desk {
  const desk = newDesk();
  for (let index = 0; index < 4; index += 1) {
    receive(desk, { name: `客户${index}`, phone: `1391234567${index}` }, `c${index}`);
    desk.now = hours(desk.now, 1);
  }
  for (const { act, pick, wait, of } of all) {
    desk.now = hours(desk.now, wait);
    const id = `c${of}`;
    const usual = NEXT_ACT[stateOf(desk, id).status] ?? [15];
    const chosen = ACTS[act] ?? ACTS[pickOf(usual, pick)];
    const before = stateOf(desk, id);
    const codes = chosen?.(desk, id, pick) ?? [];
    if (codes.length > 0) expect(stateOf(desk, id)).toBe(before);
    check(desk, id);
  }
  return desk;
}

const complaintsOf = (desk: Desk): readonly Complaint[] =>
  [...desk.records.values()].filter((doc): doc is Complaint => doc.kind === 'complaint');

const indexes = (events: readonly ComplaintEvent[], ...types: readonly EventType[]): readonly number[] =>
  events.flatMap(({ type }, index) => (types.includes(type) ? [index] : []));

describe('any history of complaints', () => {
  it('skips no duty', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const desk = play(all);
        for (const { body } of complaintsOf(desk)) {
          const { events } = body;
          // Walks the list by hand, without the code's own fold.
          let answered = false;
          let handled = false;
          let determined = '';
          let graded = false;
          let assigned = false;
          let reviewed = false;
          let called = false;
          for (const event of events) {
            if (event.type === 'determined' || event.type === 'redetermined') {
              determined = event.kind;
              graded = false;
              assigned = false;
            }
            if (event.type === 'graded') graded = true;
            if (event.type === 'assigned') {
              expect(determined === 'responsible' ? graded : determined !== '').toBe(true);
              assigned = true;
            }
            if (event.type === 'handled') {
              expect(assigned).toBe(true);
              handled = true;
            }
            if (event.type === 'answered') answered = true;
            if (event.type === 'solved') {
              expect(answered && (handled || determined === 'notResponsible')).toBe(true);
              reviewed = false;
            }
            if (event.type === 'reviewed') reviewed = true;
            if (event.type === 'followedUp') {
              expect(reviewed).toBe(true);
              called = true;
            }
            if (event.type === 'archived') expect(called).toBe(true);
            if (event.type === 'reopened' || (event.type === 'followedUp' && event.again)) {
              answered = false;
              handled = false;
              reviewed = false;
              called = false;
            }
          }
          for (const event of events.slice(1)) expect(TABLE[event.type].from.length).toBeGreaterThan(0);
          // After the archive comes a reopening or nothing.
          for (const index of indexes(events, 'archived'))
            expect(['reopened', undefined]).toContain(events[index + 1]?.type);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('comes to every state', () => {
    const reached = new Set<string>();
    // Always the same ones: of others now and then none is archived.
    for (const all of fc.sample(moves, { seed: 1, numRuns: 300 }))
      play(all, (played, id) => reached.add(stateOf(played, id).status));
    expect([...reached]).toEqual(
      expect.arrayContaining(['archived', 'reopened', 'void', 'reviewed', 'onSite']),
    );
  });

  it('runs every clock once for its cause, and none longer than there is something to wait for', () => {
    fc.assert(
      fc.property(moves, (all) => {
        play(all, (desk, id) => {
          const complaint = stateOf(desk, id);
          const clocks = clocksOf(complaint.body);
          const names = clocks.map(({ name, cause }) => `${name} ${cause}`);
          expect(new Set(names).size).toBe(names.length);
          const running = runningClocks(complaint.body);
          expect(new Set(running.map(({ name }) => name)).size).toBe(running.length);
          const isUnsolved = UNSOLVED.includes(complaint.status);
          expect(running.some(({ name }) => name === 'solve')).toBe(isUnsolved);
          expect(running.some(({ name }) => name === 'progress')).toBe(isUnsolved);
          if (isUnsolved) expect(complaint.dueAt).toBe(running[0]?.dueAt);
          for (const { from, endedAt } of clocks) if (endedAt !== '') expect(endedAt >= from).toBe(true);
          const { extension } = standingOf(complaint.body);
          if (extension) expect(extension.until <= monthEnd(complaint.body)).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('gives the figures that a recount by hand gives', () => {
    fc.assert(
      fc.property(moves, fc.nat(3), fc.boolean(), (all, before, mostly) => {
        const desk = play(all);
        const docs = complaintsOf(desk);
        const period = { from: '2026-11-01', to: addDays('2026-11-21', 40) };
        const figures = complaintFigures(docs, period, hours(desk.now, before), mostly);
        const live = docs.filter(({ status }) => status !== 'void');
        const ids = (test: (one: Complaint) => boolean): readonly string[] =>
          live.filter(test).map(({ id }) => id);
        expect(figures.all).toEqual(ids(() => true));
        expect(figures.replied.met).toEqual(
          ids(({ body }) => body.events.some(({ type }) => type === 'answered')),
        );
        expect(figures.repeats.met).toEqual(
          ids(({ body }) => body.events.some(({ type }) => type === 'linked')),
        );
        // The last solution of the first round counts, unless it was sent back.
        const solvedAt = ({ body }: Complaint): string => {
          const end = body.events.findIndex(
            (event) =>
              event.type === 'reopened' || (event.type === 'followedUp' && event.result === 'dissatisfied'),
          );
          const round = end < 0 ? body.events : body.events.slice(0, end);
          const last = [...round].reverse().find(({ type }) => type === 'solved' || type === 'sentBack');
          return last?.type === 'solved' ? last.when : '';
        };
        expect(figures.onTime.met).toEqual(
          ids(
            (one) =>
              solvedAt(one) !== '' &&
              Date.parse(solvedAt(one)) - Date.parse(one.body.receivedAt) <= 48 * 3_600_000,
          ),
        );
        const lastSaid = ({ body }: Complaint): string =>
          [...body.events]
            .reverse()
            .flatMap((event) => (event.type === 'followedUp' ? [event.result] : []))
            .find((result) => result !== 'notReached' && result !== 'refused') ?? '';
        expect(figures.satisfied.met).toEqual(
          ids((one) => lastSaid(one) === 'satisfied' || (mostly && lastSaid(one) === 'mostly')),
        );
        expect(figures.asked.met).toEqual(ids((one) => lastSaid(one) !== ''));
        const count = (type: EventType): number =>
          live.reduce((sum, { body }) => sum + body.events.filter((event) => event.type === type).length, 0);
        expect(figures.departments.flatMap(({ extensions }) => extensions)).toHaveLength(count('extended'));
        expect(figures.departments.flatMap(({ escalations }) => escalations)).toHaveLength(
          count('escalated'),
        );
        expect(figures.departments.flatMap(({ complaints }) => complaints)).toHaveLength(live.length);
        const noticed = live.flatMap(({ body }) => body.events.filter(({ type }) => type === 'noticed'));
        expect(figures.notices.met.length).toBeLessThanOrEqual(noticed.length);
        for (const share of [
          figures.replied,
          figures.onTime,
          figures.repeats,
          figures.satisfied,
          figures.asked,
        ])
          expect(share.met.length + share.missed.length).toBe(live.length);
      }),
      { numRuns: 200 },
    );
  });
});
