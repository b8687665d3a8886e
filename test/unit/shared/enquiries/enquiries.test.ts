/** Enquiries from the call to the answer (DOMAIN §3.2): clocks, outcomes, call-backs, corrections, what is refused. */
import { describe, expect, it } from 'vitest';
import { instantOf } from '@shared/core/time';
import { answerEnquiry } from '@shared/enquiries/answer';
import { callBack } from '@shared/enquiries/call-back';
import { correctEnquiry } from '@shared/enquiries/correct';
import { emptyEnquiry, type EnquiryFields } from '@shared/enquiries/fields';
import { registerEnquiry } from '@shared/enquiries/register';
import type { Enquiry } from '@shared/enquiries/schema';
import { answeredInTime, firstReplyLevel } from '@shared/enquiries/state';
import { voidEnquiry } from '@shared/enquiries/void';
import { saveCustomerOrder } from '@shared/orders/customer';
import type { CustomerOrder } from '@shared/orders/schema';
import { CLERK, Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';

/** A Saturday; the service works 08:00–22:00 every day. */
const MORNING = instantOf('2026-11-21T09:42');
const at = (civilTime: string): string => instantOf(`2026-11-21T${civilTime}`);

const ASKED: Partial<EnquiryFields> = {
  name: '王建国',
  phone: '138 1234 5678',
  identity: 'member',
  category: 'question',
  summary: '练习场几点关门？',
};

function register(desk: Desk, changed: Partial<EnquiryFields>, act: Act = {}): readonly string[] {
  const fields = { ...emptyEnquiry(CLERK.id), ...ASKED, ...changed };
  return desk.codes(registerEnquiry, { id: 'e1', fields, origin: null }, act);
}
const enquiry = (desk: Desk): Enquiry => desk.get<Enquiry>('e1');

describe('registering', () => {
  it('closes what was answered at once; whoever took it is responsible', () => {
    const desk = new Desk(MORNING);
    expect(register(desk, { answer: '21:30' })).toEqual([]);
    const { status, key, dueAt, body } = enquiry(desk);
    expect([status, key, dueAt]).toEqual(['closed', CLERK.id, '9999']);
    expect(body).toMatchObject({ answeredAt: at('09:42'), answeredBy: CLERK.id, no: 'LD-A-20261121-0001' });
    expect(body.customer.phone).toBe('13812345678');
  });

  it('waits for the call back as long as the clock says, or until the time the customer named', () => {
    const desk = new Desk(MORNING);
    register(desk, { outcome: 'callBack' });
    expect([enquiry(desk).status, enquiry(desk).dueAt]).toEqual(['open', at('11:42')]);
    expect(enquiry(desk).body.callBack?.mode).toBe('wall');
    const other = new Desk(MORNING);
    register(other, { outcome: 'callBack', callBackAt: at('16:00') });
    expect(enquiry(other).dueAt).toBe(at('16:00'));
    expect(enquiry(other).body.callBack?.mode).toBe('wished');
  });

  it('must be answered by the end of the working day, a message of the night on the next', () => {
    const desk = new Desk(MORNING);
    register(desk, { channel: 'wechat', outcome: 'pending' });
    expect(enquiry(desk).dueAt).toBe(at('22:00'));
    const late = new Desk(instantOf('2026-11-21T23:10'));
    register(late, { channel: 'wechat', outcome: 'pending' });
    expect(enquiry(late).dueAt).toBe(instantOf('2026-11-22T22:00'));
  });

  it.each<readonly [string, Partial<EnquiryFields>, string]>([
    ['an answer that is none', {}, 'answer required'],
    ['no category', { answer: '是', category: '' }, 'category required'],
    ['a deleted department', { answer: '是', department: 'd9' }, 'department departmentGone'],
    ['nothing asked', { answer: '是', summary: '  ' }, 'summary required'],
    ['a call back without a number', { outcome: 'callBack', phone: '' }, 'phone required'],
    ['a call back to nobody', { outcome: 'callBack', name: '' }, 'name required'],
    ['a complaint of nobody', { outcome: 'complaint', name: '' }, 'name required'],
    ['an impossible number', { answer: '是', phone: '1234567' }, 'phone badPhone'],
    [
      'a call back before the call',
      { outcome: 'callBack', callBackAt: at('08:00') },
      'callBackAt callBackBeforeCall',
    ],
    ['a call in the future', { answer: '是', receivedAt: at('11:00') }, 'receivedAt inFuture'],
    [
      'a message of the month before',
      { answer: '是', channel: 'email', receivedAt: instantOf('2026-10-30T10:00') },
      'receivedAt enquiryTooEarly',
    ],
    [
      'an answer before the question',
      { answer: '是', channel: 'email', receivedAt: at('09:30'), answeredAt: at('09:00') },
      'answeredAt answeredBeforeReceived',
    ],
    [
      'a first reply that is no number',
      { answer: '是', channel: 'online', firstReply: NaN },
      'firstReply badNumber',
    ],
  ])('refuses %s', (_what, changed, code) => {
    expect(register(new Desk(MORNING), changed)).toContain(code);
  });

  it('takes an anonymous caller, and is one record of a double Enter', () => {
    const desk = new Desk(MORNING);
    expect(
      register(desk, { name: '', phone: '', identity: 'other', answer: '是' }, { actId: 'same' }),
    ).toEqual([]);
    expect(
      register(desk, { name: '', phone: '', identity: 'other', answer: '是' }, { actId: 'same' }),
    ).toEqual([]);
    expect(desk.records.size).toBe(1);
  });
});

describe('calling back', () => {
  const waiting = (): Desk => {
    const desk = new Desk(MORNING);
    register(desk, { outcome: 'callBack' });
    desk.now = at('11:00');
    return desk;
  };
  const tryOnce = (desk: Desk, changed: object): readonly string[] =>
    desk.codes(callBack, { id: 'e1', result: '', answer: '', note: '', nextAt: '', replies: [], ...changed });

  it('notes every attempt and goes on waiting until somebody is reached', () => {
    const desk = waiting();
    expect(tryOnce(desk, { result: 'noAnswer' })).toEqual([]);
    expect([enquiry(desk).status, enquiry(desk).dueAt]).toEqual(['open', at('11:42')]);
    desk.now = at('11:30');
    expect(tryOnce(desk, { result: 'reached', answer: '21:30 关门' })).toEqual([]);
    expect(enquiry(desk).status).toBe('closed');
    expect(enquiry(desk).body.attempts.map(({ result }) => result)).toEqual(['noAnswer', 'reached']);
    expect(enquiry(desk).body).toMatchObject({
      outcome: 'answered',
      callBack: null,
      answeredAt: at('11:30'),
    });
    expect(tryOnce(desk, { result: 'busy' })).toEqual(['noCallBack']);
  });

  it('takes the time the customer names instead', () => {
    const desk = waiting();
    expect(tryOnce(desk, { result: 'later', nextAt: at('18:00') })).toEqual([]);
    expect(enquiry(desk).dueAt).toBe(at('18:00'));
    expect(tryOnce(desk, { result: 'later', nextAt: at('10:00') })).toEqual(['nextAt callBackInPast']);
    expect(tryOnce(desk, { result: 'reached' })).toEqual(['answer required']);
    expect(tryOnce(desk, {})).toEqual(['result required']);
  });
});

describe('passing on', () => {
  const ordered = (desk: Desk): readonly string[] =>
    desk.codes(saveCustomerOrder, {
      id: 'o1',
      origin: { collection: 'tickets', id: 'e1' },
      fields: {
        name: '王建国',
        phone: '13812345678',
        lines: [{ product: '', packed: false, name: '练习球', quantity: '2', price: '' }],
        neededBy: '2026-11-30',
        deposit: '',
        purchase: '',
        remark: '',
      },
    });

  it('stays open until the other record stands, which names it and closes it', () => {
    const desk = new Desk(MORNING);
    register(desk, { outcome: 'customerOrder' });
    expect(enquiry(desk).status).toBe('open');
    expect(ordered(desk)).toEqual([]);
    expect([enquiry(desk).status, enquiry(desk).dueAt]).toEqual(['closed', '9999']);
    expect(enquiry(desk).body.children).toEqual([{ id: 'o1', kind: 'customerOrder', at: MORNING }]);
    expect(desk.get<CustomerOrder>('o1').body.origin).toMatchObject({ id: 'e1', no: 'LD-A-20261121-0001' });
  });

  it('ends a wait for a call, and cannot be corrected away or voided then', () => {
    const desk = new Desk(MORNING);
    register(desk, { outcome: 'callBack' });
    ordered(desk);
    expect(enquiry(desk).body).toMatchObject({ outcome: 'customerOrder', callBack: null });
    const changed = { outcome: 'answered', answer: '是' };
    expect(desk.codes(correctEnquiry, { id: 'e1', changed, reason: '选错' })).toEqual([
      'outcome enquiryHasChildren',
    ]);
    expect(desk.codes(voidEnquiry, { id: 'e1', reason: '选错' }, { actor: LEAD })).toContain(
      'reason enquiryHasChildren',
    );
  });
});

describe('answering, correcting, voiding', () => {
  it('closes a message once it is answered, and only once', () => {
    const desk = new Desk(MORNING);
    register(desk, { channel: 'website', outcome: 'pending' });
    desk.now = at('15:00');
    const input = { id: 'e1', answer: '21:30', answeredAt: '', replies: ['r1', 'r1'] };
    expect(desk.codes(answerEnquiry, input)).toEqual([]);
    expect(enquiry(desk).body).toMatchObject({
      outcome: 'answered',
      answeredAt: at('15:00'),
      replies: ['r1'],
    });
    expect(desk.codes(answerEnquiry, input)).toEqual(['enquiryClosed']);
  });

  it('corrects with a reason, names each field and lets the state follow', () => {
    const desk = new Desk(MORNING);
    register(desk, { answer: '21:30' });
    desk.now = at('10:00');
    const changed = { outcome: 'callBack', category: 'doubt' };
    expect(desk.codes(correctEnquiry, { id: 'e1', changed, reason: '' })).toEqual(['reason required']);
    expect(desk.codes(correctEnquiry, { id: 'e1', changed, reason: '选错了' })).toEqual([]);
    expect([enquiry(desk).status, enquiry(desk).dueAt]).toEqual(['open', at('11:42')]);
    const fields = enquiry(desk)
      .body.log?.at(-1)
      ?.changes?.map(({ field }) => field);
    expect(fields).toEqual(['category', 'outcome', 'callBackAt', 'answeredAt']);
    expect(desk.codes(correctEnquiry, { id: 'e1', changed: {}, reason: '再看' })).toEqual(['nothingChanged']);
  });

  it('is voided by a lead who did not register it; the number stays', () => {
    const desk = new Desk(MORNING);
    register(desk, { answer: '是' });
    expect(desk.codes(voidEnquiry, { id: 'e1', reason: '重复' })).toEqual(['approval leadMustConfirm']);
    expect(desk.codes(voidEnquiry, { id: 'e1', reason: '重复' }, { witnesses: [pinOf(LEAD)] })).toEqual([]);
    expect(enquiry(desk)).toMatchObject({ status: 'void', body: { no: 'LD-A-20261121-0001' } });
    expect(desk.codes(correctEnquiry, { id: 'e1', changed: {}, reason: '再' })).toEqual(['recordVoid']);
  });
});

describe('the figures’ ground', () => {
  it('knows in time, late and not yet', () => {
    const desk = new Desk(MORNING);
    const { settings } = desk;
    register(desk, { channel: 'email', outcome: 'pending' });
    expect(answeredInTime(enquiry(desk), settings, at('15:00'))).toBeNull();
    expect(answeredInTime(enquiry(desk), settings, instantOf('2026-11-22T08:00'))).toBe(false);
    desk.now = at('21:59');
    desk.codes(answerEnquiry, { id: 'e1', answer: '是', answeredAt: '', replies: [] });
    expect(answeredInTime(enquiry(desk), settings, instantOf('2026-11-23T08:00'))).toBe(true);
  });

  it.each([
    [null, null],
    [10, 'good'],
    [11, 'slow'],
    [60, 'slow'],
    [61, 'late'],
  ])('a first reply after %s seconds is %s', (seconds, level) => {
    expect(firstReplyLevel(seconds, new Desk(MORNING).settings.enquiryStandards)).toBe(level);
  });
});
