import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '@shared/core/command';
import type { Envelope, Ver } from '@shared/core/envelope';
import { compareVer, nextVer } from '@shared/core/ver';
import { decodeLine, decodeSlice, encodeEntry, type ActEntry } from '@shared/journal/codec';
import { lacks, newestStates } from '@shared/journal/replay';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const ver: fc.Arbitrary<Ver> = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 1, max: 4 }));

const docOf = (id: string, v: Ver, name = ''): Envelope =>
  ({
    id,
    kind: 'visit',
    status: 'onSite',
    day: '2026-11-21',
    dueAt: '9999',
    desk: 'A',
    by: 'x',
    at: '',
    key: '',
    ver: v,
    body: { v: 1, name },
  }) as unknown as Envelope;

const actOf = (id: string, docs: readonly Envelope[]): ActEntry => {
  const act: Act = {
    id,
    type: 'visit.register',
    at: '',
    by: 'x',
    desk: 'A',
    docs: docs.map((doc) => ({ collection: 'visits', doc })),
  };
  return { t: 'act', act };
};

describe('a journal line', () => {
  it('comes back exactly through UTF-8, whatever was typed, and is one line', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const line = encodeEntry(actOf('a', [docOf('1', { A: 1 }, typed)]));
        expect(line).not.toContain('\n');
        const read = Buffer.from(line, 'utf8').toString('utf8');
        expect(decodeLine(read)).toEqual(actOf('a', [docOf('1', { A: 1 }, typed)]));
      }),
    );
  });

  it('is noticed when any one byte of it is changed', () => {
    const bytes = Buffer.from(encodeEntry(actOf('a', [docOf('1', { A: 1 }, '林晓彤 𬭚')])), 'utf8');
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x01;
      expect(decodeLine(damaged.toString('utf8')), `byte ${at}`).toBeNull();
    }
  });
});

describe('a journal cut anywhere in its last line', () => {
  it('gives never less than what was acknowledged before it', () => {
    const lines = [1, 2, 3].map((number) =>
      encodeEntry(actOf(`a${number}`, [docOf(`${number}`, { A: number }, '客人')])),
    );
    const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
    const lastStart = Buffer.from(
      lines
        .slice(0, 2)
        .map((line) => `${line}\n`)
        .join(''),
      'utf8',
    ).length;
    for (let cut = lastStart; cut <= whole.length; cut += 1) {
      const { entries } = decodeSlice(whole.subarray(0, cut).toString('utf8'));
      const ids = [...(newestStates(entries).get('visits')?.keys() ?? [])];
      // The last line counts as soon as it is whole, with or without its newline.
      expect(ids).toEqual(cut >= whole.length - 1 ? ['1', '2', '3'] : ['1', '2']);
    }
  });

  it('loses at most the one act whose line was hit, wherever a byte is changed', () => {
    const lines = [1, 2, 3, 4].map((number) =>
      encodeEntry(actOf(`a${number}`, [docOf(`${number}`, { A: number }, '客人')])),
    );
    const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
    fc.assert(
      fc.property(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const hitNewline = whole[at] === 10;
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        const decoded = decodeSlice(damaged.toString('utf8'));
        expect(decoded.damaged.length).toBeGreaterThan(0);
        expect(decoded.entries).toHaveLength(hitNewline ? 4 : 3);
      }),
      { numRuns: 500 },
    );
  });

  it('counts damaged lines and uses the others', () => {
    const good = encodeEntry(actOf('a', [docOf('1', { A: 1 })]));
    const decoded = decodeSlice(`${good}\n${good.replace('visit', 'visjt')}\nnonsense\n${good}\n`);
    expect(decoded.damaged).toHaveLength(2);
    expect(new Set(decoded.damaged).size).toBe(2);
    expect(decoded.entries).toHaveLength(2);
  });
});

describe('replay', () => {
  it('brings any database that holds a prefix of the acts to the same state as all of them', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('A', 'B')), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(acts, fc.nat(20), (history, cut) => {
        const state = new Map<string, Envelope>();
        const entries = history.map(([id, desk], index) => {
          const doc = docOf(id, nextVer(state.get(id)?.ver, desk), String(index));
          state.set(id, doc);
          return actOf(`a${index}`, [doc]);
        });
        const database = new Map<string, Envelope>();
        for (const entry of entries.slice(0, cut))
          for (const { doc } of entry.act.docs) database.set(doc.id, doc);
        for (const doc of newestStates(entries).get('visits')?.values() ?? [])
          if (lacks(database.get(doc.id)?.ver, doc.ver)) database.set(doc.id, doc);
        expect([...database.entries()].sort()).toEqual([...state.entries()].sort());
      }),
    );
  });

  it('never puts an older state over a newer or concurrent one', () => {
    fc.assert(
      fc.property(ver, ver, (stored, journal) => {
        expect(lacks(stored, journal)).toBe(compareVer(journal, stored) === 'newer');
      }),
    );
  });
});

describe('versions', () => {
  it('are newer after one act more, and order the same both ways', () => {
    const mirror = { equal: 'equal', newer: 'older', older: 'newer', concurrent: 'concurrent' } as const;
    fc.assert(
      fc.property(ver, ver, (a, b) => {
        expect(compareVer(nextVer(a, 'A'), a)).toBe('newer');
        expect(compareVer(a, b)).toBe(mirror[compareVer(b, a)]);
      }),
    );
  });
});
