/** Which shift something belongs to, over midnight and between shifts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { instantOf } from '@shared/core/time';
import { parseSlot, slotAt, slotBefore, slotId, slotsOf, slotToLeave } from '@shared/shift-log/slots';

const at = (time: string): string => instantOf(time);
const idAt = (time: string): string => slotId(slotAt(DEFAULT_SETTINGS, 'A', at(time)));

describe('the slot of an instant', () => {
  it('is the running shift', () => {
    expect(idAt('2026-11-21T09:42')).toBe('A:2026-11-21:early');
    expect(idAt('2026-11-21T16:00')).toBe('A:2026-11-21:late');
    expect(idAt('2026-11-21T23:59')).toBe('A:2026-11-21:late');
  });

  it('is the shift that ended last until the cut-off, and the first of the day before it begins', () => {
    expect(idAt('2026-11-22T01:30')).toBe('A:2026-11-21:late');
    expect(idAt('2026-11-22T04:30')).toBe('A:2026-11-22:early');
    expect(idAt('2026-11-22T07:59')).toBe('A:2026-11-22:early');
  });

  it('goes over the cut-off with a night shift', () => {
    const night = {
      ...DEFAULT_SETTINGS,
      shifts: [...DEFAULT_SETTINGS.shifts, { id: 'night', name: '夜班', from: '00:00', to: '08:00' }],
    };
    const slot = slotAt(night, 'A', at('2026-11-22T03:00'));
    expect(slotId(slot)).toBe('A:2026-11-21:night');
    expect([slot.from, slot.to]).toEqual([at('2026-11-22T00:00'), at('2026-11-22T08:00')]);
  });
});

it('goes back shift by shift without leaving one out', () => {
  let slot = slotAt(DEFAULT_SETTINGS, 'A', at('2026-11-21T20:00'));
  const seen = [slotId(slot)];
  for (let step = 0; step < 3; step += 1) {
    slot = slotBefore(DEFAULT_SETTINGS, slot);
    seen.push(slotId(slot));
  }
  expect(seen).toEqual([
    'A:2026-11-21:late',
    'A:2026-11-21:early',
    'A:2026-11-20:late',
    'A:2026-11-20:early',
  ]);
});

describe('handing over', () => {
  const leaving = (time: string, signed: readonly string[] = []): string =>
    slotId(slotToLeave(DEFAULT_SETTINGS, 'A', at(time), (slot) => signed.includes(slotId(slot))));

  it('is of the running shift, and just after its end of the one before, unless that is signed off', () => {
    expect(leaving('2026-11-21T15:50')).toBe('A:2026-11-21:early');
    expect(leaving('2026-11-21T16:20')).toBe('A:2026-11-21:early');
    expect(leaving('2026-11-21T16:20', ['A:2026-11-21:early'])).toBe('A:2026-11-21:late');
    expect(leaving('2026-11-21T19:00')).toBe('A:2026-11-21:late');
    expect(leaving('2026-11-22T00:10')).toBe('A:2026-11-21:late');
  });

  it('is not of last night’s shift in the morning: hours lie between', () => {
    expect(leaving('2026-11-22T08:05')).toBe('A:2026-11-22:early');
  });
});

it('reads back every id it writes', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z0-9]{1,3}$/),
      fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      (desk, shift) => {
        const key = { desk, day: '2026-11-21', shift };
        expect(parseSlot(slotId(key))).toEqual(key);
      },
    ),
  );
  expect(parseSlot('lists')).toBeNull();
});

it('gives every shift of a day a begin before its end, one after the other', () => {
  const slots = slotsOf(DEFAULT_SETTINGS, 'A', '2026-11-21');
  expect(slots.map(({ shift }) => shift)).toEqual(['early', 'late']);
  for (const { from, to } of slots) expect(from < to).toBe(true);
});
