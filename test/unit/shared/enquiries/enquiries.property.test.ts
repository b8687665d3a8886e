/** Whatever happens to an enquiry in whatever order, its state, due time and answer agree (DOMAIN §3.2). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NEVER_DUE } from '@shared/core/envelope';
import { answerEnquiry } from '@shared/enquiries/answer';
import { callBack } from '@shared/enquiries/call-back';
import { correctEnquiry } from '@shared/enquiries/correct';
import { emptyEnquiry } from '@shared/enquiries/fields';
import { registerEnquiry } from '@shared/enquiries/register';
import { CALL_RESULTS, CHANNELS, OUTCOMES, isPassed, type Enquiry } from '@shared/enquiries/schema';
import { answerDueAt } from '@shared/enquiries/state';
import { voidEnquiry } from '@shared/enquiries/void';
import { Desk, LEAD } from '../../../helpers/desk';

const step = fc.oneof(
  fc.record({ act: fc.constant('call' as const), result: fc.constantFrom(...CALL_RESULTS) }),
  fc.record({ act: fc.constant('answer' as const) }),
  fc.record({ act: fc.constant('correct' as const), outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ act: fc.constant('void' as const) }),
);

it('agrees with itself after every act', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CHANNELS),
      fc.constantFrom(...OUTCOMES),
      fc.array(fc.tuple(step, fc.integer({ min: 1, max: 500 })), { maxLength: 12 }),
      (channel, outcome, steps) => {
        const desk = new Desk('2026-11-21T01:42:00.000Z');
        const fields = {
          ...emptyEnquiry('staff:1001'),
          channel,
          outcome,
          name: '王建国',
          phone: '13812345678',
          identity: 'guest',
          category: 'question',
          summary: '问',
          answer: outcome === 'answered' ? '答' : '',
        };
        expect(desk.run(registerEnquiry, { id: 'e1', fields, origin: null })).toEqual([]);
        let attempts = 0;
        for (const [next, minutes] of steps) {
          desk.now = new Date(Date.parse(desk.now) + minutes * 60_000).toISOString();
          const later = new Date(Date.parse(desk.now) + 3_600_000).toISOString();
          const before = desk.get<Enquiry>('e1');
          const refusals =
            next.act === 'call'
              ? desk.run(callBack, {
                  id: 'e1',
                  result: next.result,
                  answer: '答',
                  note: '',
                  nextAt: later,
                  replies: [],
                })
              : next.act === 'answer'
                ? desk.run(answerEnquiry, { id: 'e1', answer: '答', answeredAt: '', replies: [] })
                : next.act === 'correct'
                  ? desk.run(correctEnquiry, {
                      id: 'e1',
                      changed: { outcome: next.outcome, answer: '答' },
                      reason: '改',
                    })
                  : desk.run(voidEnquiry, { id: 'e1', reason: '错' }, { actor: LEAD });
          const { status, dueAt, body } = desk.get<Enquiry>('e1');
          // Refused is unchanged; whoever is void stays so.
          if (refusals.length > 0) expect(desk.get('e1')).toBe(before);
          if (before.status === 'void') expect(status).toBe('void');
          if (next.act === 'call' && refusals.length === 0) attempts += 1;
          expect(body.attempts).toHaveLength(attempts);
          // Nobody waits without a time, and nothing closed has one.
          expect(dueAt === NEVER_DUE).toBe(status !== 'open');
          if (status === 'open')
            expect(dueAt).toBe(body.callBack?.dueAt ?? answerDueAt(body.receivedAt, desk.settings));
          if (status === 'void') continue;
          expect(status === 'closed').toBe(body.outcome === 'answered');
          expect(body.callBack !== null).toBe(body.outcome === 'callBack');
          expect(body.answeredAt !== '').toBe(
            body.outcome === 'answered' || (isPassed(body.outcome) && body.answer !== ''),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
