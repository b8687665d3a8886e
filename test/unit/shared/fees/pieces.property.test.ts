// Ranges of numbered stock against plain sets of numbers (DOMAIN §5).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lessPieces,
  levelsOf,
  levelsWithin,
  parseRanges,
  pieceText,
  rangeText,
  sizeOf,
  type Level,
  type PieceRange,
} from '@shared/fees/pieces';

const range = fc
  .tuple(fc.constantFrom('HY', 'XY-', ''), fc.nat(60), fc.nat(12))
  .map(([prefix, first, more]): PieceRange => ({ prefix, width: 4, first, last: first + more }));
const change = fc.record({ range, level: fc.constantFrom(-1, 1, 1, 2) });

/** Piece by piece: what the ranges must agree with. */
function plain(changes: readonly Level[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { range: one, level } of changes)
    for (let at = one.first; at <= one.last; at += 1)
      sums[pieceText(one, at)] = (sums[pieceText(one, at)] ?? 0) + level;
  return Object.fromEntries(Object.entries(sums).filter(([, level]) => level !== 0));
}

describe('levels of pieces', () => {
  it('are the sum piece by piece, and say no piece twice', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const levels = levelsOf(changes);
        expect(plain(levels)).toEqual(plain(changes));
        expect(levels.reduce((sum, level) => sum + sizeOf(level.range), 0)).toBe(
          Object.keys(plain(changes)).length,
        );
      }),
    );
  });

  it('do not depend on the order of the changes', () => {
    fc.assert(
      fc.property(
        fc
          .array(change)
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            ),
          ),
        ([all, shuffled]) => {
          expect(levelsOf(shuffled)).toEqual(levelsOf(all));
        },
      ),
    );
  });

  it('within a range cover it once, from end to end', () => {
    fc.assert(
      fc.property(fc.array(change), range, (changes, wanted) => {
        const sums = plain(changes);
        const parts = levelsWithin(levelsOf(changes), wanted);
        const seen = parts.flatMap((part) =>
          Array.from({ length: sizeOf(part.range) }, (_, index) => [
            pieceText(part.range, part.range.first + index),
            part.level,
          ]),
        );
        expect(seen).toEqual(
          Array.from({ length: sizeOf(wanted) }, (_, index) => {
            const text = pieceText(wanted, wanted.first + index);
            return [text, sums[text] ?? 0];
          }),
        );
      }),
    );
  });

  it('less others are the difference of the sets', () => {
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (some, others) => {
        const set = (ranges: readonly PieceRange[]): ReadonlySet<string> =>
          new Set(Object.keys(plain(ranges.map((one) => ({ range: one, level: 1 })))));
        const without = set(others);
        expect(set(lessPieces(some, others))).toEqual(
          new Set([...set(some)].filter((piece) => !without.has(piece))),
        );
      }),
    );
  });
});

describe('typed ranges', () => {
  it('are read back from what they print', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        expect(parseRanges(ranges.map(rangeText).join('\n'))).toEqual({ ranges, bad: '' });
      }),
    );
  });

  it('are read as people type them', () => {
    const texts = (typed: string): readonly string[] => parseRanges(typed).ranges.map(rangeText);
    expect(texts('hy000101-hy000150，ＨＹ０００１６０')).toEqual(['HY000101–HY000150', 'HY000160']);
    expect(texts('0012 至 0014')).toEqual(['0012–0014']);
    expect(texts('HY-0001')).toEqual(['HY-0001']);
    expect(texts('HY-0001-HY-0003')).toEqual(['HY-0001–HY-0003']);
    expect(parseRanges('HY0001, 无号').bad).toBe('无号');
    expect(parseRanges('HY0005-HY0001').bad).toBe('HY0005-HY0001');
    expect(parseRanges('HY001-HY0010').bad).toBe('HY001-HY0010');
  });
});
