import { describe, expect, it } from 'vitest';
import { faultsOf } from '@shared/core/validate';
import { parseNumber } from '@shared/core/numbers';
import { demoMonth } from '@shared/demo/month';
import { newestStates } from '@shared/journal/replay';

const NOW = '2026-11-21T02:40:00.000Z';
const PIN = { salt: 'c2FsdA==', hash: 'aGFzaA==', cost: 32_768 };
const acts = demoMonth(NOW, PIN);
const states = newestStates(acts.map((act) => ({ t: 'act' as const, act })));
const visits = [...(states.get('visits')?.values() ?? [])].filter(({ kind }) => kind === 'visit');
const things = [...(states.get('lostItems')?.values() ?? [])];
const shifts = [...(states.get('roster')?.values() ?? []), ...(states.get('tickets')?.values() ?? [])];

describe('the demo month', () => {
  it('is the same for the same seed and time', () => {
    expect(JSON.stringify(demoMonth(NOW, PIN))).toBe(JSON.stringify(acts));
  });

  it('holds only records that the gateway would take, none later than now', () => {
    for (const act of acts) {
      expect(act.at <= NOW).toBe(true);
      for (const { collection, doc } of act.docs) expect(faultsOf(collection, doc)).toBeNull();
    }
  });

  it('numbers every day from 1 without gaps', () => {
    const byDay = new Map<string, number[]>();
    for (const { day, body } of visits)
      byDay.set(day, [...(byDay.get(day) ?? []), parseNumber(body.no ?? '')?.running ?? 0]);
    for (const running of byDay.values())
      expect(running.sort((a, b) => a - b)).toEqual(running.map((_, index) => index + 1));
    // The month, and three days of customers whose data is past its time.
    expect(byDay.size).toBe(33);
  });

  it('shows every state a newcomer should see', () => {
    const statuses = new Set(
      [...visits, ...things, ...shifts].map(({ kind, status }) => `${kind} ${status}`),
    );
    for (const wanted of [
      'visit onSite',
      'visit left',
      'visit void',
      'foundItem held',
      'foundItem claimed',
      'foundItem handedOver',
      'lossReport open',
      'handover signed',
      'note open',
      'note done',
      'shiftLog signed',
      'checklist signed',
      'task given',
      'task accepted',
      'task done',
      'task confirmed',
    ])
      expect(statuses).toContain(wanted);
  });
});
