/** What is erased stays erased when desks meet, whichever of them knew of it (DESIGN §4, "Merging"). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { compareVer } from '@shared/core/ver';
import { demoMonth } from '@shared/demo/month';
import { eraseDoc, isErased, PERSONAL } from '@shared/erasure/personal';
import { peopleIn } from '@shared/service/known';
import { canonical } from '@shared/sync/canonical';
import { meet } from '@shared/sync/merge';

const MARK = { id: 'e1', at: '2026-11-21T09:00:00.000Z', by: 'staff:1002' };
const LATER = { id: 'e2', at: '2026-11-22T09:00:00.000Z', by: 'staff:1002' };

const corpus: readonly Envelope[] = (() => {
  const docs = new Map<string, Envelope>();
  for (const act of demoMonth('2026-11-21T09:00:00.000Z', { salt: 'a', hash: 'b', cost: 16_384 }))
    for (const { doc } of act.docs) docs.set(doc.id, doc);
  return [...docs.values()].filter(({ kind }) => Object.hasOwn(PERSONAL, kind) && kind !== 'syncConflict');
})();

const erased = (doc: Envelope, desk: string, mark = MARK): Envelope => ({
  ...eraseDoc(doc, mark),
  ver: { ...doc.ver, [desk]: (doc.ver[desk] ?? 0) + 1 },
});
/** What a desk does that knows nothing of the erasure. */
const touched = (doc: Envelope, desk: string, act: string): Envelope => ({
  ...doc,
  status: doc.kind === 'visit' ? 'void' : doc.status,
  ver: { ...doc.ver, [desk]: (doc.ver[desk] ?? 0) + 1 },
  body: {
    ...doc.body,
    ...('remark' in doc.body ? { remark: '王建国又来过' } : {}),
    log: [...(doc.body.log ?? []), { id: act, act: 'x', at: MARK.at, by: 's', desk, reason: '王建国说' }],
  },
});
const result = (met: ReturnType<typeof meet>, local: Envelope, master: Envelope): Envelope => {
  if (met.become === 'conflict') throw new Error('conflict');
  return met.become === 'merged' ? met.doc : met.become === 'master' ? master : local;
};
const any = fc.constantFrom(...corpus);

describe('an erased record', () => {
  it('wins over a desk that went on with it, on either side, with or without what they grew from', () => {
    fc.assert(
      fc.property(any, fc.boolean(), fc.boolean(), (doc, here, known) => {
        const gone = erased(doc, 'A');
        const late = touched(doc, 'B', 'late');
        const [local, master] = here ? [gone, late] : [late, gone];
        const met = result(meet('tickets', local, known ? doc : null, master, 'B'), local, master);
        expect(isErased(met)).toBe(true);
        const text = canonical(met);
        for (const { name, phone } of peopleIn(doc)) {
          if (phone !== '') expect(text).not.toContain(phone);
          if ([...name].length > 1) expect(text).not.toContain(name);
        }
        expect(text).not.toContain('王建国');
        // Nothing of what the late desk did is lost but the words.
        expect(met.body.log?.some(({ id }) => id === 'late')).toBe(true);
        for (const side of [local, master]) expect(compareVer(met.ver, side.ver)).toBe('newer');
      }),
      { numRuns: 300 },
    );
  });

  it('takes the place of an older state, and gives way to none that lost its mark', () => {
    fc.assert(
      fc.property(any, (doc) => {
        const gone = erased(doc, 'A');
        expect(meet('tickets', doc, null, gone, 'B')).toEqual({ become: 'master' });
        expect(meet('tickets', gone, null, doc, 'B')).toEqual({ become: 'local' });
        const back = { ...doc, ver: { ...gone.ver, Z: 1 } };
        for (const [local, master] of [
          [back, gone],
          [gone, back],
        ] as const)
          expect(isErased(result(meet('tickets', local, doc, master, 'B'), local, master))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('erased at two desks at once becomes one, with the earlier mark', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (doc, swap) => {
        const pair = [erased(doc, 'A'), erased(doc, 'B', LATER)] as const;
        const [local, master] = swap ? [pair[1], pair[0]] : pair;
        const met = result(meet('tickets', local, doc, master, 'C'), local, master);
        expect((met.body as unknown as { readonly erased: object }).erased).toEqual(MARK);
      }),
      { numRuns: 100 },
    );
  });
});
