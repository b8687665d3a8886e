import { describe, expect, it } from 'vitest';
import { claimItem, returnLater } from '@shared/lost-property/claim';
import { closeReport } from '@shared/lost-property/close-report';
import { contactOwner } from '@shared/lost-property/contact-owner';
import { correctItem } from '@shared/lost-property/correct-item';
import { custodyOf, daysHeld, openSignatures, staysOf, yearAfterNotice } from '@shared/lost-property/custody';
import { decideMatch } from '@shared/lost-property/decide-match';
import { handOver } from '@shared/lost-property/handover';
import { disposeItem, giveToPolice, noticeItem, storeItem } from '@shared/lost-property/hr';
import { addPhoto, removePhoto } from '@shared/lost-property/photos';
import { registerItem } from '@shared/lost-property/register-item';
import type { Handover, LossReport } from '@shared/lost-property/schema';
import { receiveHandover, withdrawHandover } from '@shared/lost-property/receive-handover';
import { signPaper } from '@shared/lost-property/sign-paper';
import { voidLost } from '@shared/lost-property/void';
import { CLERK, Desk, HR, LEAD, pinOf } from '../../../helpers/desk';
import { MORNING, OWN_PIN, PAPER, SIGNED, claimOf, deskWith, found, itemOf, report } from './lost-desk';

const WATCH = {
  name: '手表（男）',
  category: '手表首饰',
  valueKind: 'valuable' as const,
  bagNo: '0247',
  features: [
    { kind: 'colour' as const, text: '银色表带', hidden: false },
    { kind: 'mark' as const, text: '背面刻 LX 2019', hidden: true },
  ],
};
const SECOND = { witnesses: [pinOf(LEAD)] };
const HR_SIGNS = { receiverName: '', receiver: { mode: 'pin' as const, staff: HR.id } };
const BY_HR = { actor: HR };

function atHr(change: Parameters<typeof deskWith>[0] = {}): Desk {
  const desk = deskWith(change);
  desk.now = '2026-12-07T02:00:00.000Z';
  expect(desk.codes(handOver, { id: 'y1', items: ['i1'], ...HR_SIGNS }, { witnesses: [pinOf(HR)] })).toEqual(
    [],
  );
  return desk;
}

describe('intake', () => {
  it('takes an umbrella with a name and a place; the desk itself is the finder', () => {
    const desk = deskWith();
    expect(itemOf(desk)).toMatchObject({
      status: 'held',
      body: {
        no: 'YL-A-20261121-0001',
        quantity: 1,
        foundAt: '2026-11-21T01:42:00.000Z',
        finder: { name: CLERK.name },
      },
    });
    // 15 days after 21 November, when the business day begins at 04:00 in Shanghai.
    expect(itemOf(desk).dueAt).toBe('2026-12-05T20:00:00.000Z');
  });

  it('asks for what is missing, each beside its field', () => {
    const desk = new Desk(MORNING);
    const fields = found({
      name: ' ',
      place: '',
      quantity: 0,
      foundAt: '2026-11-21T02:42:00.000Z',
      finderPhone: '12',
    });
    expect([...desk.codes(registerItem, { id: 'i1', fields, signature: null })].sort()).toEqual([
      'finderPhone badPhone',
      'foundAt inFuture',
      'name required',
      'place required',
      'quantity badNumber',
      'signature signatureMissing',
    ]);
  });

  it('needs a sealed bag and two different staff for valuables and cash', () => {
    const desk = new Desk(MORNING);
    const fields = found({ ...WATCH, bagNo: '' });
    const take = { id: 'i1', fields, signature: OWN_PIN };
    expect(desk.codes(registerItem, take)).toEqual(['bagNo required', 'second secondStaffMissing']);
    expect(desk.codes(registerItem, take, { witnesses: [pinOf(CLERK)] })).toEqual([
      'bagNo required',
      'second sameStaff',
    ]);
    const cash = found({ valueKind: 'cash', bagNo: '0248', amount: '' });
    expect(desk.codes(registerItem, { id: 'i2', fields: cash, signature: OWN_PIN }, SECOND)).toEqual([
      'amount required',
    ]);
    expect(
      desk.codes(
        registerItem,
        { id: 'i2', fields: { ...cash, amount: '￥1,230.5' }, signature: OWN_PIN },
        SECOND,
      ),
    ).toEqual([]);
    expect(itemOf(desk, 'i2').body).toMatchObject({
      amount: 123_050,
      events: [{ second: { staff: LEAD.id } }],
    });
  });

  it('keeps of a finder under 14 only the guardian', () => {
    const desk = new Desk(MORNING);
    const fields = found({
      finderKind: 'customer',
      finderName: '王芳',
      finderPhone: '13812345678',
      finderUnder14: true,
    });
    expect(desk.codes(registerItem, { id: 'i1', fields, signature: SIGNED })).toEqual([
      'consent consentRequired',
    ]);
    expect(
      desk.codes(registerItem, { id: 'i1', fields: { ...fields, consent: true }, signature: SIGNED }),
    ).toEqual([]);
    expect(itemOf(desk).body.finder).toEqual({
      kind: 'customer',
      name: '王芳',
      phone: '',
      department: '',
      under14: true,
    });
  });

  it('refuses a signature that is a dot, and a PIN nobody gave', () => {
    const desk = new Desk(MORNING);
    const dot = {
      mode: 'screen' as const,
      strokes: {
        width: 300,
        height: 120,
        strokes: [
          [
            [10, 10],
            [11, 11],
          ] as const,
        ],
      },
    };
    expect(desk.codes(registerItem, { id: 'i1', fields: found(), signature: dot })).toEqual([
      'signature signatureTooShort',
    ]);
    expect(
      desk.codes(registerItem, { id: 'i1', fields: found(), signature: { mode: 'pin', staff: LEAD.id } }),
    ).toEqual(['signature pinMissing']);
    expect(
      desk.codes(registerItem, { id: 'i1', fields: found({ finderName: '王秀兰' }), signature: OWN_PIN }),
    ).toEqual(['signature pinOfOther']);
  });

  it('waits for the archive number of a paper signature', () => {
    const desk = deskWith({ finderName: '保洁 王秀兰' }, {}, PAPER);
    expect(itemOf(desk).dueAt).toBe(MORNING);
    const [open] = openSignatures(itemOf(desk).body);
    expect(open?.name).toBe('保洁 王秀兰');
    const event = open?.event ?? '';
    expect(desk.codes(signPaper, { id: 'i1', event, archiveNo: '' })).toEqual(['archiveNo required']);
    expect(desk.codes(signPaper, { id: 'i1', event, archiveNo: 'QZ-17' })).toEqual([]);
    expect(openSignatures(itemOf(desk).body)).toEqual([]);
    expect(desk.codes(signPaper, { id: 'i1', event, archiveNo: 'QZ-18' })).toEqual(['noSignatureDue']);
  });
});

describe('photos', () => {
  const photo = { id: 'i1', photo: 'p1', sha: 'a'.repeat(64), bytes: 200_000, width: 1600, height: 1200 };
  it('are metadata and reference in one act, never of documents, and can be taken out with a reason', () => {
    expect(deskWith({ valueKind: 'document' }).codes(addPhoto, photo)).toEqual(['noPhotoOfDocuments']);
    const desk = deskWith();
    expect(desk.codes(addPhoto, { ...photo, bytes: 400_000 })).toEqual(['photoTooBig']);
    expect(desk.codes(addPhoto, photo)).toEqual([]);
    expect(desk.get('p1')).toMatchObject({ key: 'i1', status: 'active', body: { sha: photo.sha } });
    expect(itemOf(desk).body.photos).toEqual(['p1']);
    expect(
      desk.codes(correctItem, { id: 'i1', changed: { valueKind: 'document' }, reason: '是证件' }),
    ).toEqual(['valueKind photosOfDocument']);
    expect(desk.codes(removePhoto, { id: 'i1', photo: 'p1', reason: '' })).toEqual(['reason required']);
    expect(desk.codes(removePhoto, { id: 'i1', photo: 'p1', reason: '拍到了证件' })).toEqual([]);
    expect(desk.get('p1').status).toBe('removed');
    expect(itemOf(desk).body.photos).toEqual([]);
  });
});

describe('claim', () => {
  it('needs every feature, the count, identity, document and signature, and a second member of staff for valuables', () => {
    const desk = deskWith(WATCH, SECOND);
    const fields = claimOf(desk, { features: [true, false], counted: false, identity: '', last4: '12' });
    expect(desk.codes(claimItem, { id: 'i1', report: '', fields, signature: null })).toEqual([
      'features featureNotConfirmed',
      'counted countTogether',
      'identity required',
      'last4 badLast4',
      'signature signatureMissing',
      'second secondStaffMissing',
    ]);
    // The refusal must not tell a claimant what the hidden feature is.
    expect(desk.run(claimItem, { id: 'i1', report: '', fields, signature: SIGNED })[0]?.params).toEqual({
      feature: '2',
    });
    expect(
      desk.codes(claimItem, { id: 'i1', report: '', fields: claimOf(desk), signature: OWN_PIN }, SECOND),
    ).toEqual(['signature claimantMustSign']);
    expect(
      desk.codes(claimItem, { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED }, SECOND),
    ).toEqual([]);
    expect(itemOf(desk)).toMatchObject({ status: 'claimed', dueAt: '9999' });
    expect(itemOf(desk).body.events[1]).toMatchObject({
      type: 'claimed',
      claim: { last4: '123X' },
      second: { staff: LEAD.id },
    });
  });

  it('may take a part; the rest stays; never more than is there, and no item twice', () => {
    const desk = deskWith({ quantity: 3 });
    const take = (quantity: number): readonly string[] =>
      desk.codes(claimItem, { id: 'i1', report: '', fields: claimOf(desk, { quantity }), signature: SIGNED });
    expect(take(4)).toEqual(['quantity moreThanHeld']);
    expect(take(2)).toEqual([]);
    expect(itemOf(desk).status).toBe('held');
    expect(custodyOf(itemOf(desk).body)).toMatchObject({ found: 3, held: 1, claimed: 2, over: 0 });
    expect(take(2)).toEqual(['quantity moreThanHeld']);
    expect(desk.codes(correctItem, { id: 'i1', changed: { quantity: 1 }, reason: '数错' })).toEqual([
      'quantity fewerThanGone',
    ]);
    expect(take(1)).toEqual([]);
    expect(take(1)).toEqual(['nothingHeld']);
  });

  it('of a child needs the guardian; on behalf needs relation and authority', () => {
    const desk = deskWith();
    const fields = claimOf(desk, { under14: true, onBehalf: true });
    expect(desk.codes(claimItem, { id: 'i1', report: '', fields, signature: SIGNED })).toEqual([
      'consent guardianMustSign',
      'owner required',
      'relation required',
      'authority required',
    ]);
    const full = { ...fields, consent: true, owner: '刘小远', relation: '父子', authority: '失主电话确认' };
    expect(desk.codes(claimItem, { id: 'i1', report: '', fields: full, signature: SIGNED })).toEqual([]);
  });

  it('answers a loss report, which is then returned', () => {
    const desk = deskWith();
    report(desk);
    expect(desk.codes(decideMatch, { report: 'r1', item: 'i1', decision: 'accepted' })).toEqual([]);
    expect(desk.get<LossReport>('r1').status).toBe('matched');
    expect(
      desk.codes(claimItem, { id: 'i1', report: 'r1', fields: claimOf(desk), signature: SIGNED }),
    ).toEqual([]);
    expect(desk.get<LossReport>('r1')).toMatchObject({ status: 'returned', body: { returnedItem: 'i1' } });
    expect(desk.codes(closeReport, { id: 'r1', result: 'notFound', note: '' })).toEqual(['reportClosed']);
  });
});

describe('handover', () => {
  it('puts many items on one sheet with both names; what was claimed meanwhile drops out and is named', () => {
    const desk = deskWith();
    desk.run(registerItem, { id: 'i2', fields: found({ name: '球帽', quantity: 2 }), signature: OWN_PIN });
    desk.run(claimItem, { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED });
    desk.now = '2026-12-07T02:00:00.000Z';
    const both = { id: 'y1', items: ['i1', 'i2'], ...HR_SIGNS };
    expect(desk.codes(handOver, both)).toEqual(['receiver pinMissing']);
    expect(
      desk.codes(
        handOver,
        { ...both, receiver: { mode: 'pin', staff: LEAD.id } },
        { witnesses: [pinOf(LEAD)] },
      ),
    ).toEqual(['receiver receiverNotHr']);
    expect(desk.codes(handOver, { ...both, receiver: OWN_PIN })).toEqual(['receiver sameStaff']);
    expect(desk.codes(handOver, { ...both, items: [] }, { witnesses: [pinOf(HR)] })).toEqual([
      'items chooseItems',
    ]);
    expect(desk.codes(handOver, both, { witnesses: [pinOf(HR)] })).toEqual([]);
    const sheet = desk.get<Handover>('y1');
    expect(sheet.body).toMatchObject({
      no: 'YJ-A-20261207-0001',
      dropped: ['YL-A-20261121-0001'],
      giver: { name: CLERK.name },
      receiver: { name: HR.name },
    });
    expect(sheet.body.lines).toMatchObject([{ no: 'YL-A-20261121-0002', quantity: 2, days: 16 }]);
    expect(itemOf(desk, 'i2').status).toBe('handedOver');
    expect(desk.codes(handOver, { ...both, id: 'y2' }, { witnesses: [pinOf(HR)] })).toEqual([
      'items allItemsGone',
    ]);
  });

  it('given to HR who is not there stays with the desk until HR receives it; what is missing is left', () => {
    const desk = deskWith();
    desk.run(registerItem, { id: 'i2', fields: found({ name: '球帽', quantity: 2 }), signature: OWN_PIN });
    const give = (id: string, items: readonly string[]): readonly string[] =>
      desk.codes(handOver, { id, items, receiverName: '', receiver: { mode: 'later' } });
    const receive = (id: string, items: readonly string[], actor = HR): readonly string[] =>
      desk.codes(receiveHandover, { id, items, signature: { mode: 'pin', staff: actor.id } }, { actor });
    expect(give('y1', ['i1', 'i2'])).toEqual([]);
    expect(desk.get('y1')).toMatchObject({ status: 'given', dueAt: MORNING });
    expect([itemOf(desk, 'i1').status, itemOf(desk, 'i2').status]).toEqual(['held', 'held']);
    expect(receive('y1', [])).toEqual(['items chooseItems']);
    expect(receive('y1', ['i1'], { ...CLERK, roles: ['hr'] })).toEqual(['sameStaff']);
    expect(receive('y1', ['i2'])).toEqual([]);
    expect(desk.get<Handover>('y1')).toMatchObject({
      status: 'signed',
      dueAt: '9999',
      body: { receiver: { mode: 'pin', name: HR.name }, dropped: ['YL-A-20261121-0001'] },
    });
    expect([itemOf(desk, 'i1').status, itemOf(desk, 'i2').status]).toEqual(['held', 'handedOver']);
    expect(receive('y1', ['i1'])).toEqual(['sheetNotGiven']);
    expect(desk.codes(withdrawHandover, { id: 'y1', reason: '重做' })).toEqual(['sheetNotGiven']);
    expect(give('y2', ['i1'])).toEqual([]);
    expect(desk.codes(withdrawHandover, { id: 'y2', reason: '' })).toEqual(['reason required']);
    expect(desk.codes(withdrawHandover, { id: 'y2', reason: '失主来电' })).toEqual([]);
    expect(receive('y2', ['i1'])).toEqual(['sheetNotGiven']);
  });

  it('waits for a receiver who signs by hand', () => {
    const desk = deskWith();
    expect(desk.codes(handOver, { id: 'y1', items: ['i1'], receiverName: '', receiver: PAPER })).toEqual([
      'receiverName required',
    ]);
    expect(desk.codes(handOver, { id: 'y1', items: ['i1'], receiverName: '孙悦', receiver: PAPER })).toEqual(
      [],
    );
    expect(desk.get('y1').dueAt).toBe(MORNING);
    expect(desk.codes(signPaper, { id: 'y1', event: '', archiveNo: 'YJ-3' })).toEqual([]);
    expect(desk.get('y1').dueAt).toBe('9999');
  });
});

describe('human resources', () => {
  it('alone may act, and only on what it holds', () => {
    expect(storeItem.roles).toEqual(['hr']);
    const desk = deskWith();
    expect(desk.codes(storeItem, { id: 'i1', place: '仓库', note: '' }, BY_HR)).toEqual(['nothingAtHr']);
    expect(
      desk.codes(returnLater, { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED }, BY_HR),
    ).toEqual(['nothingAtHr']);
  });

  it('stores, notes the notice, whose year then runs, and gives to the police with a receipt', () => {
    const desk = atHr();
    expect(desk.codes(storeItem, { id: 'i1', place: '行政仓库', note: '' }, BY_HR)).toEqual([]);
    expect(desk.codes(noticeItem, { id: 'i1', noticeDay: '2026-12-09' }, BY_HR)).toEqual([
      'noticeDay inFuture',
    ]);
    expect(desk.codes(noticeItem, { id: 'i1', noticeDay: '2026-11-20' }, BY_HR)).toEqual([
      'noticeDay noticeBeforeFound',
    ]);
    expect(desk.codes(noticeItem, { id: 'i1', noticeDay: '2026-12-06' }, BY_HR)).toEqual([]);
    expect(itemOf(desk).dueAt).toBe('2027-12-05T16:00:00.000Z');
    expect(desk.codes(giveToPolice, { id: 'i1', quantity: 1, receiptNo: '' }, BY_HR)).toEqual([
      'receiptNo required',
    ]);
    expect(desk.codes(giveToPolice, { id: 'i1', quantity: 2, receiptNo: '公安 1' }, BY_HR)).toEqual([
      'quantity moreThanHeld',
    ]);
    expect(desk.codes(giveToPolice, { id: 'i1', quantity: 1, receiptNo: '公安 1' }, BY_HR)).toEqual([]);
    expect(itemOf(desk)).toMatchObject({ status: 'disposed', dueAt: '9999' });
    expect(staysOf(itemOf(desk).body).map(({ holder, to }) => [holder, to !== ''])).toEqual([
      ['desk', true],
      ['hr', true],
      ['police', false],
    ]);
  });

  it('disposes with a ground and a second witness, before the year only after a warning', () => {
    const desk = atHr();
    const dispose = {
      id: 'i1',
      quantity: 1,
      ground: 'other' as const,
      destination: '捐赠',
      earlyConfirmed: false,
    };
    expect(desk.codes(disposeItem, dispose, BY_HR)).toEqual([
      'earlyConfirmed disposalEarly',
      'second secondStaffMissing',
    ]);
    expect(desk.codes(disposeItem, { ...dispose, ground: 'yearPassed' }, { ...BY_HR, ...SECOND })).toEqual([
      'ground yearNotPassed',
    ]);
    expect(
      desk.codes(disposeItem, { ...dispose, earlyConfirmed: true }, { ...BY_HR, witnesses: [pinOf(HR)] }),
    ).toEqual(['second sameStaff']);
    expect(desk.codes(disposeItem, { ...dispose, earlyConfirmed: true }, { ...BY_HR, ...SECOND })).toEqual(
      [],
    );
    expect(itemOf(desk).body.events.at(-1)).toMatchObject({
      type: 'disposed',
      early: true,
      second: { staff: LEAD.id },
    });
  });

  it('disposes of perishable goods at once and of others after the year without a warning', () => {
    const food = atHr({ valueKind: 'perishable' });
    const input = {
      id: 'i1',
      quantity: 1,
      ground: 'perishable' as const,
      destination: '丢弃',
      earlyConfirmed: false,
    };
    expect(food.codes(disposeItem, input, { ...BY_HR, ...SECOND })).toEqual([]);
    const papers = atHr({ valueKind: 'document' });
    expect(papers.codes(disposeItem, { ...input, ground: 'worthless' }, { ...BY_HR, ...SECOND })).toEqual([
      'earlyConfirmed disposalEarly',
    ]);
    papers.run(noticeItem, { id: 'i1', noticeDay: '2026-12-06' }, BY_HR);
    papers.now = '2027-12-06T02:00:00.000Z';
    expect(papers.codes(disposeItem, { ...input, ground: 'yearPassed' }, { ...BY_HR, ...SECOND })).toEqual(
      [],
    );
  });

  it('returns to a late owner with the same checks as the desk', () => {
    const desk = atHr();
    expect(
      desk.codes(
        returnLater,
        { id: 'i1', report: '', fields: claimOf(desk, { counted: false }), signature: SIGNED },
        BY_HR,
      ),
    ).toEqual(['counted countTogether']);
    expect(
      desk.codes(returnLater, { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED }, BY_HR),
    ).toEqual([]);
    expect(itemOf(desk).status).toBe('claimed');
  });

  it('knows the year of 29 February', () => {
    expect(yearAfterNotice('2028-02-29')).toBe('2029-02-28');
    expect(yearAfterNotice('2026-12-31')).toBe('2027-12-31');
  });
});

describe('correcting and voiding', () => {
  it('logs every field with a reason; the quantity of valuables needs a second member of staff', () => {
    const desk = deskWith(WATCH, SECOND);
    expect(desk.codes(correctItem, { id: 'i1', changed: { place: '更衣室' }, reason: '' })).toEqual([
      'reason required',
    ]);
    expect(desk.codes(correctItem, { id: 'i1', changed: {}, reason: '没有' })).toEqual(['nothingChanged']);
    expect(desk.codes(correctItem, { id: 'i1', changed: { bagNo: '0300' }, reason: '换袋' })).toEqual([
      'second secondStaffMissing',
    ]);
    expect(
      desk.codes(correctItem, { id: 'i1', changed: { place: '更衣室 12 号柜' }, reason: '问清了' }),
    ).toEqual([]);
    expect(itemOf(desk).body.log?.at(-1)).toMatchObject({
      reason: '问清了',
      changes: [{ field: 'place', from: '出发台', to: '更衣室 12 号柜' }],
    });
  });

  it('is voided by a lead who did not register it, and only while all of it is at the desk', () => {
    const desk = deskWith({ quantity: 2 });
    expect(desk.codes(voidLost, { id: 'i1', reason: '重复' })).toEqual(['leadMustConfirm']);
    expect(
      deskWith({ finderName: LEAD.name }, { actor: LEAD }, { mode: 'pin', staff: LEAD.id }).codes(
        voidLost,
        { id: 'i1', reason: '重复' },
        { actor: LEAD },
      ),
    ).toEqual(['notOwnVoidLost']);
    desk.run(claimItem, { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED });
    expect(desk.codes(voidLost, { id: 'i1', reason: '重复' }, SECOND)).toEqual(['hasLeftDesk']);
    const other = deskWith();
    expect(other.codes(voidLost, { id: 'i1', reason: '重复' }, SECOND)).toEqual([]);
    expect(itemOf(other)).toMatchObject({ status: 'void', body: { no: 'YL-A-20261121-0001' } });
    expect(
      other.codes(claimItem, { id: 'i1', report: '', fields: claimOf(other), signature: SIGNED }),
    ).toEqual(['recordVoid']);
  });
});

describe('a known owner', () => {
  it('is to be contacted until somebody was reached; every attempt stays', () => {
    const desk = deskWith({ ownerName: '陈立', ownerPhone: '13700000000', ownerClue: '球包牌' });
    expect(itemOf(desk).dueAt).toBe(itemOf(desk).body.foundAt);
    desk.run(contactOwner, { id: 'i1', how: 'phone', result: 'notReached', note: '无人接听' });
    expect(itemOf(desk).dueAt).toBe(itemOf(desk).body.foundAt);
    desk.run(contactOwner, { id: 'i1', how: 'phone', result: 'willCome', note: '明天来' });
    expect(itemOf(desk).dueAt).toBe('2026-12-05T20:00:00.000Z');
    expect(itemOf(desk).body.contacts).toHaveLength(2);
  });
});

describe('days held', () => {
  it('end when nothing is left at the desk', () => {
    const desk = atHr();
    expect(daysHeld(itemOf(desk).body, '2027-01-30T00:00:00.000Z', desk.settings)).toBe(16);
  });
});
