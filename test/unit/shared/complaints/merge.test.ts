/** Two desks act on one complaint without knowing of each other, and meet (DESIGN §4, "Merging"). */
import { describe, expect, it } from 'vitest';
import { determineComplaint } from '@shared/complaints/determine';
import { escalateComplaint } from '@shared/complaints/escalate';
import { gradeComplaint } from '@shared/complaints/grade';
import { tellProgress } from '@shared/complaints/notice';
import type { Complaint } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { faultsOf } from '@shared/core/validate';
import { meet, type Meeting } from '@shared/sync/merge';
import { LEAD, type Desk } from '../../../helpers/desk';
import { hours, MORNING, newDesk, receive, stateOf, walk, WAY } from './complaint-desk';

/** Desk B with everything desk A has, after it has done other things: its acts have ids of their own. */
function secondDesk(first: Desk): Desk {
  const desk = newDesk(first.now, first.settings, 'B');
  for (let acts = 0; acts < 100; acts += 1) desk.context();
  for (const doc of first.records.values()) desk.records.set(doc.id, doc);
  return desk;
}

function meeting(first: Desk, second: Desk, base: Complaint): Meeting {
  const merged = meet('tickets', stateOf(second), base, stateOf(first), 'B');
  // Whichever desk decides, it decides alike.
  const other = meet('tickets', stateOf(first), base, stateOf(second), 'A');
  expect(other.become).toBe(merged.become);
  if (merged.become === 'merged' && other.become === 'merged') {
    expect({ ...other.doc, ver: {} }).toEqual({ ...merged.doc, ver: {} });
    expect(faultsOf('tickets', merged.doc)).toBeNull();
  }
  return merged;
}

describe('two desks on one complaint', () => {
  it('keep both acts, and state and due time follow from both', () => {
    const first = newDesk();
    receive(first);
    const base = stateOf(first);
    const second = secondDesk(first);
    first.now = hours(MORNING, 2);
    first.run(tellProgress, { id: 'c1', when: '', how: 'phone', text: '正在核实' });
    second.now = hours(MORNING, 3);
    second.run(determineComplaint, { id: 'c1', kind: 'responsible', ground: '漏排' });
    const result = meeting(first, second, base);
    if (result.become !== 'merged') throw new Error(result.become);
    const doc = result.doc as Complaint;
    expect(doc.body.events.map(({ type }) => type)).toEqual(['received', 'noticed', 'determined']);
    expect(doc).toMatchObject({ status: 'determined', dueAt: hours(MORNING, 26) });
    expect(doc.body.log).toHaveLength(3);
  });

  it('that both determine it meet a person', () => {
    const first = newDesk();
    receive(first);
    const base = stateOf(first);
    const second = secondDesk(first);
    WAY.determine(first);
    second.run(determineComplaint, { id: 'c1', kind: 'notResponsible', ground: '天气' });
    expect(meeting(first, second, base)).toEqual({ become: 'conflict', fields: ['events'] });
  });

  it('of which one solves it while the other escalates meet a person only when it cannot be', () => {
    const first = newDesk();
    receive(first);
    const base = walk(first, 'answer');
    const second = secondDesk(first);
    const up = { id: 'c1', level: 'lead' as const, person: '周立', reason: '将满四十八小时' };
    second.run(escalateComplaint, up);
    first.now = hours(MORNING, 1);
    WAY.solve(first);
    // Escalated before it was solved: both happened.
    expect(meeting(first, second, base).become).toBe('merged');
    const late = secondDesk(first);
    late.records.set('c1', base);
    late.now = hours(MORNING, 2);
    late.run(escalateComplaint, up);
    expect(meeting(first, late, base)).toEqual({ become: 'conflict', fields: ['events'] });
  });

  it('keep their order although one clock is behind', () => {
    const first = newDesk(hours(MORNING, 1));
    receive(first, { receivedAt: MORNING });
    WAY.determine(first);
    const second = secondDesk(first);
    second.now = MORNING;
    expect(
      second.codes(
        gradeComplaint,
        { id: 'c1', grade: 'ordinary', criteria: [], reason: '' },
        { actor: LEAD },
      ),
    ).toEqual([]);
    const { events } = stateOf(second).body;
    expect(events.map(({ at }) => at)).toEqual([...events.map(({ at }) => at)].sort());
    expect(standingOf(stateOf(second).body).status).toBe('graded');
  });
});
