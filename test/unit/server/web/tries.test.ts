/** Wrong tries lock, longer each time, and are forgotten. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_RULE, giveTryBack, takeTry } from '../../../../server/web/tries';
import type { Tries } from '../../../../server/store/web-store';

const START = Date.parse('2026-11-21T01:00:00.000Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

describe('tries', () => {
  it('go on while they are few; then the key waits 15 minutes, twice as long each time, 4 hours at most', () => {
    let tries: Tries | null = null;
    let minute = 0;
    const waits: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const taken = takeTry(tries, at(minute), ACCOUNT_RULE);
      expect(taken.value).toBe('');
      tries = taken.tries;
      const wait = tries?.until ? (Date.parse(tries.until) - Date.parse(at(minute))) / 60_000 : 0;
      waits.push(wait);
      minute += wait;
    }
    expect(waits).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 240, 240, 240]);
  });

  it('are not counted while locked', () => {
    const locked = { wrong: 5, lastAt: at(0), until: at(15) };
    expect(takeTry(locked, at(14), ACCOUNT_RULE)).toEqual({ tries: locked, value: at(15) });
  });

  it('of more than a day ago are forgotten', () => {
    const old = { wrong: 4, lastAt: at(0), until: '' };
    expect(takeTry(old, at(24 * 60), ACCOUNT_RULE).tries).toEqual({
      wrong: 1,
      lastAt: at(24 * 60),
      until: '',
    });
  });

  it('that were right are given back, and take their own lock away', () => {
    expect(giveTryBack({ wrong: 20, lastAt: at(0), until: at(15) }).tries).toMatchObject({
      wrong: 19,
      until: '',
    });
    expect(giveTryBack({ wrong: 1, lastAt: at(0), until: '' }).tries).toBeNull();
    expect(giveTryBack(null).tries).toBeNull();
  });

  it('never let more than a handful through in a day, whenever they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 24 * 60 - 1 }), { maxLength: 400 }), (minutes) => {
        let tries: Tries | null = null;
        let passed = 0;
        for (const minute of [...minutes].sort((a, b) => a - b)) {
          const taken = takeTry(tries, at(minute), ACCOUNT_RULE);
          tries = taken.tries;
          if (taken.value === '') passed += 1;
        }
        // 5 at once, after 15, 30, 60, 120 minutes, then every 4 hours.
        expect(passed).toBeLessThanOrEqual(14);
      }),
    );
  });
});
