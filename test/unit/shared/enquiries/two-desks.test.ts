/** Two desks act on one enquiry while they are apart: both sides' work stands, or a lead decides (DESIGN §4). */
import { describe, expect, it } from 'vitest';
import { answerEnquiry } from '@shared/enquiries/answer';
import { callBack } from '@shared/enquiries/call-back';
import { emptyEnquiry } from '@shared/enquiries/fields';
import { registerEnquiry } from '@shared/enquiries/register';
import type { Enquiry } from '@shared/enquiries/schema';
import { meet, type Meeting } from '@shared/sync/merge';
import { Desk } from '../../../helpers/desk';

function apart(): { readonly base: Enquiry; readonly a: Desk; readonly b: Desk } {
  const a = new Desk('2026-11-21T01:42:00.000Z');
  const fields = {
    ...emptyEnquiry('staff:1001'),
    outcome: 'callBack',
    name: '王建国',
    phone: '13812345678',
    identity: 'guest',
    category: 'question',
    summary: '问',
  };
  a.run(registerEnquiry, { id: 'e1', fields, origin: null });
  const base = a.get<Enquiry>('e1');
  const b = new Desk('2026-11-21T02:10:00.000Z', a.settings, 'B');
  b.records.set('e1', base);
  return { base, a, b };
}
const attemptsOf = (met: Meeting): readonly string[] =>
  met.become === 'merged' ? (met.doc as Enquiry).body.attempts.map(({ id }) => id).sort() : [];
const call = { id: 'e1', note: '', nextAt: '', replies: [] };

describe('one enquiry on two desks', () => {
  it('keeps both desks’ attempts', () => {
    const { base, a, b } = apart();
    a.run(callBack, { ...call, result: 'noAnswer', answer: '' }, { actId: 'from-a' });
    b.run(callBack, { ...call, result: 'busy', answer: '' }, { actId: 'from-b' });
    const met = meet('tickets', a.get('e1'), base, b.get('e1'), 'A');
    expect(met).toMatchObject({ become: 'merged', doc: { status: 'open' } });
    expect(attemptsOf(met)).toEqual(['from-a', 'from-b']);
  });

  it('is answered when one tried in vain and the other answered', () => {
    const { base, a, b } = apart();
    a.run(callBack, { ...call, result: 'noAnswer', answer: '' }, { actId: 'from-a' });
    b.run(callBack, { ...call, result: 'reached', answer: '21:30' }, { actId: 'from-b' });
    const met = meet('tickets', a.get('e1'), base, b.get('e1'), 'A');
    expect(met).toMatchObject({
      become: 'merged',
      doc: { status: 'closed', dueAt: '9999', body: { answer: '21:30' } },
    });
    expect(attemptsOf(met)).toEqual(['from-a', 'from-b']);
  });

  it('goes to a lead when both answered, each in their way', () => {
    const { base, a, b } = apart();
    a.run(answerEnquiry, { id: 'e1', answer: '21:30', answeredAt: '', replies: [] }, { actId: 'from-a' });
    b.run(answerEnquiry, { id: 'e1', answer: '22:00', answeredAt: '', replies: [] }, { actId: 'from-b' });
    const met = meet('tickets', a.get('e1'), base, b.get('e1'), 'A');
    expect(met.become === 'conflict' && met.fields).toContain('answer');
  });
});
