/** Whatever is done to a work order, in whatever order: no path skips a duty, every clock starts once per cause. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmOrder, closeOrder, voidOrder } from '@shared/work-orders/confirm';
import { addPart, reassignPart, withdrawPart } from '@shared/work-orders/coordinate';
import { askForExtension, decideExtension } from '@shared/work-orders/extension';
import {
  acceptPart,
  finishPart,
  handBackPart,
  refusePart,
  tellProgress,
} from '@shared/work-orders/part-steps';
import type { WorkOrder } from '@shared/work-orders/schema';
import {
  PART_STEPS,
  dutiesOf,
  isUnfinished,
  liveParts,
  stageOf,
  type PartStep,
} from '@shared/work-orders/state';
import { LEAD, type Desk } from '../../../helpers/desk';
import { deskWith, orderOf, part } from './order-desk';

const DEPARTMENTS = ['d:coach', 'd:greens', 'd:sales'] as const;
const OTHER_LEAD = { ...LEAD, id: 'staff:1009' };

/** One thing somebody tries; most tries are refused. */
interface Try {
  readonly what:
    | 'accept'
    | 'refuse'
    | 'progress'
    | 'finish'
    | 'handBack'
    | 'reassign'
    | 'withdraw'
    | 'addPart'
    | 'ask'
    | 'approve'
    | 'reject'
    | 'confirm'
    | 'dissatisfied'
    | 'close'
    | 'void';
  readonly index: number;
  readonly department: (typeof DEPARTMENTS)[number];
  readonly minutes: number;
}

const anyTry: fc.Arbitrary<Try> = fc.record({
  // Mostly forward, or hardly a history would come to its end.
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('accept' as const, 'finish' as const) },
    { weight: 2, arbitrary: fc.constantFrom('confirm' as const, 'close' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...(['progress', 'refuse', 'handBack', 'reassign', 'withdraw', 'addPart'] as const),
        ...(['ask', 'approve', 'reject', 'dissatisfied', 'void'] as const),
      ),
    },
  ),
  index: fc.nat(2),
  department: fc.constantFrom(...DEPARTMENTS),
  minutes: fc.integer({ min: 1, max: 600 }),
});

const histories = fc.array(anyTry, { minLength: 5, maxLength: 50, size: 'max' });

/** Tries it; true when it was taken. */
function run(desk: Desk, { what, index, department, minutes }: Try): boolean {
  desk.now = new Date(Date.parse(desk.now) + minutes * 60_000).toISOString();
  const { body } = orderOf(desk);
  const target = body.parts[index % body.parts.length]!;
  const told = { id: 'o1', part: target.id, toldBy: '部门' };
  const at = (days: number): string => new Date(Date.parse(desk.now) + days * 86_400_000).toISOString();
  const confirm = { id: 'o1', way: 'phone' as const, note: '说明', close: index === 1, due: '' };
  const extension = body.extensions.at(-1)?.id ?? '';
  const taken = (codes: readonly string[]): boolean => codes.length === 0;
  switch (what) {
    case 'accept':
      return taken(desk.codes(acceptPart, { ...told, assignee: '', visit: '' }));
    case 'refuse':
      return taken(desk.codes(refusePart, { ...told, reason: '不归我们' }));
    case 'progress':
      return taken(desk.codes(tellProgress, { ...told, text: '在做' }));
    case 'finish':
      return taken(desk.codes(finishPart, { ...told, text: '做好了' }));
    case 'handBack':
      return taken(desk.codes(handBackPart, { ...told, reason: '做不了' }));
    case 'reassign':
      return taken(
        desk.codes(reassignPart, {
          id: 'o1',
          part: target.id,
          ...part(department, { due: at(1) }),
          reason: '换人',
        }),
      );
    case 'withdraw':
      return taken(desk.codes(withdrawPart, { id: 'o1', part: target.id, reason: '不用了' }));
    case 'addPart':
      return taken(desk.codes(addPart, { id: 'o1', ...part(department, { due: at(1) }) }));
    case 'ask':
      return taken(desk.codes(askForExtension, { ...told, to: at(3), reason: '等配件' }));
    case 'approve':
    case 'reject':
      return taken(
        desk.codes(
          decideExtension,
          { id: 'o1', extension, approve: what === 'approve', note: '说明' },
          { actor: OTHER_LEAD },
        ),
      );
    case 'confirm':
      return taken(desk.codes(confirmOrder, { ...confirm, result: 'satisfied', reopen: [] }));
    case 'dissatisfied':
      return taken(desk.codes(confirmOrder, { ...confirm, result: 'dissatisfied', reopen: [target.id] }));
    case 'close':
      return taken(desk.codes(closeOrder, { id: 'o1' }));
    case 'void':
      return taken(desk.codes(voidOrder, { id: 'o1', reason: '重复' }, { actor: OTHER_LEAD }));
  }
}

const STEPS: Partial<Record<Try['what'], PartStep>> = {
  accept: 'accept',
  refuse: 'refuse',
  progress: 'progress',
  finish: 'finish',
  handBack: 'handBack',
  reassign: 'reassign',
  withdraw: 'withdraw',
  dissatisfied: 'reopen',
};

const history = (
  tries: readonly Try[],
  seen: (before: WorkOrder, after: WorkOrder, one: Try, desk: Desk) => void,
): void => {
  const desk = deskWith();
  for (const one of tries) {
    const before = orderOf(desk);
    const took = run(desk, one);
    const after = orderOf(desk);
    if (took) seen(before, after, one, desk);
    else expect(after).toBe(before);
  }
};

describe('a work order', () => {
  it('never skips a duty: every change of a part stands in the table, the end only after the customer’s word', () => {
    fc.assert(
      fc.property(histories, (tries) => {
        history(tries, (before, after, { what }) => {
          for (const part of after.body.parts) {
            const old = before.body.parts.find(({ id }) => id === part.id);
            if (!old || old.state === part.state) continue;
            const step = PART_STEPS[STEPS[what]!];
            expect(step.from).toContain(old.state);
            expect(part.state).toBe(step.to);
          }
          if (after.status === 'confirmed' || after.status === 'closed') {
            expect(after.body.confirmations.at(-1)?.result).not.toBe('dissatisfied');
            expect(after.body.confirmations.length).toBeGreaterThan(0);
            expect(
              liveParts(after.body).every(
                ({ state, result, acceptedAt, doneAt }) =>
                  state === 'done' && result !== '' && acceptedAt !== '' && doneAt >= acceptedAt,
              ),
            ).toBe(true);
          }
          // Nothing is left to a closed order, and something always to an open one.
          const open = after.status === 'open' || after.status === 'confirmed';
          expect(dutiesOf(after).length > 0).toBe(open);
          expect(after.dueAt === '9999').toBe(!open);
          expect(liveParts(after.body).length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('comes to every stage', () => {
    const reached = new Set<string>();
    // Always the same ones: others may leave a rare stage out.
    for (const tries of fc.sample(histories, { seed: 1, numRuns: 300 }))
      history(tries, (_before, after) => reached.add(stageOf(after)));
    expect([...reached].sort()).toEqual([
      'accepted',
      'closed',
      'confirmed',
      'dispatched',
      'done',
      'inProgress',
      'void',
    ]);
  });

  it('has one clock running per unfinished part, started anew only by giving it anew', () => {
    fc.assert(
      fc.property(histories, (tries) => {
        history(tries, (before, after, { what }, desk) => {
          const duties = dutiesOf(after).filter(({ part }) => part !== '');
          const unfinished = after.status === 'open' ? liveParts(after.body).filter(isUnfinished) : [];
          expect(duties.map(({ part }) => part).sort()).toEqual(unfinished.map(({ id }) => id).sort());
          for (const part of after.body.parts) {
            const old = before.body.parts.find(({ id }) => id === part.id);
            if (old && old.acceptBy !== part.acceptBy) {
              expect(what).toBe('reassign');
              expect(part.acceptBy > desk.now).toBe(true);
            }
            if (old && old.due !== part.due) expect(['reassign', 'approve', 'dissatisfied']).toContain(what);
            // Nobody is promised less time than a department has.
            if (isUnfinished(part)) expect(part.due <= after.body.due).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});
