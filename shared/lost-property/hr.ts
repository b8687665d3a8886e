/** What HR does with handed-over items: storage, the authority's notice, the police, disposal (DOMAIN §3.6). */
import { refuse, type Command, type Context, type Decision, type Loaded } from '../core/command';
import { Checks } from '../core/field-checks';
import { secondStaff } from '../signatures/signature';
import { custodyOf, yearAfterNotice, type Custody } from './custody';
import { DISPOSAL_GROUNDS, LIMITS, type DisposalGround, type FoundItem } from './schema';
import { HR_ROLES, acceptLost, decideOnItem, eventBase, readLost, withEvent } from './state';

/** Decides on an item of which HR holds something. */
function atHr(loaded: Loaded, decide: (item: FoundItem, custody: Custody) => Decision): Decision {
  return decideOnItem(loaded, (item) => {
    const custody = custodyOf(item.body);
    return custody.hr === 0 ? refuse({ code: 'nothingAtHr' }) : decide(item, custody);
  });
}

function checkQuantity(checks: Checks, quantity: number | null, hr: number): number {
  if (quantity !== null && quantity > hr) checks.refuse('quantity', 'moreThanHeld', { there: hr });
  return checks.whole('quantity', quantity, 1, Math.max(hr, quantity ?? 1));
}

export interface StoreItem {
  readonly id: string;
  readonly place: string;
  readonly note: string;
}

/** `lostItem.store` 继续保管. */
export const storeItem: Command<StoreItem> = {
  type: 'lostItem.store',
  roles: HR_ROLES,
  reads: ({ id }) => [readLost('item', id)],
  decide: (input, loaded, context) =>
    atHr(loaded, (item) => {
      const checks = new Checks();
      const place = checks.text('place', input.place, { max: LIMITS.storage, required: true });
      const note = checks.text('note', input.note, { max: LIMITS.note });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptLost(
        withEvent(
          item,
          { ...eventBase(context, null), type: 'stored', place, note },
          context,
          'lostItem.store',
        ),
      );
    }),
};

export interface NoticeItem {
  readonly id: string;
  readonly noticeDay: string;
}

/** `lostItem.notice`: the day of the authority's notice, from which the law's year runs (Civil Code art. 318). */
export const noticeItem: Command<NoticeItem> = {
  type: 'lostItem.notice',
  roles: HR_ROLES,
  reads: ({ id }) => [readLost('item', id)],
  decide: ({ noticeDay }, loaded, context) =>
    atHr(loaded, (item) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(noticeDay)) return refuse({ field: 'noticeDay', code: 'required' });
      if (noticeDay > context.day) return refuse({ field: 'noticeDay', code: 'inFuture' });
      if (noticeDay < item.body.foundAt.slice(0, 10))
        return refuse({ field: 'noticeDay', code: 'noticeBeforeFound' });
      return acceptLost(
        withEvent(
          item,
          { ...eventBase(context, null), type: 'noticed', noticeDay },
          context,
          'lostItem.notice',
        ),
      );
    }),
};

export interface GiveToPolice {
  readonly id: string;
  readonly quantity: number | null;
  readonly receiptNo: string;
}

/** `lostItem.toPolice` 送交公安, with the receipt's number. */
export const giveToPolice: Command<GiveToPolice> = {
  type: 'lostItem.toPolice',
  roles: HR_ROLES,
  reads: ({ id }) => [readLost('item', id)],
  decide: (input, loaded, context) =>
    atHr(loaded, (item, { hr }) => {
      const checks = new Checks();
      const quantity = checkQuantity(checks, input.quantity, hr);
      const receiptNo = checks.text('receiptNo', input.receiptNo, { max: LIMITS.receiptNo, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptLost(
        withEvent(
          item,
          { ...eventBase(context, null), type: 'toPolice', quantity, receiptNo },
          context,
          'lostItem.toPolice',
        ),
      );
    }),
};

export interface DisposeItem {
  readonly id: string;
  readonly quantity: number | null;
  readonly ground: DisposalGround | '';
  readonly destination: string;
  /** Asked for after the warning that the law's year is not over. */
  readonly earlyConfirmed: boolean;
}

/**
 * True when a disposal comes before the law allows: within a year of the authority's notice (or without
 * one), unless the goods are perishable or worthless — which valuables, cash and documents never are.
 */
export function isEarly(item: FoundItem, ground: DisposalGround | '', day: string): boolean {
  const { valueKind } = item.body;
  const plain = valueKind === 'ordinary' || valueKind === 'perishable';
  if (plain && (ground === 'perishable' || ground === 'worthless')) return false;
  const year = yearAfterNotice(custodyOf(item.body).noticeDay);
  return year === '' || day < year;
}

/** `lostItem.dispose`, with a ground and a second witness; an early one warns and needs a confirmation. */
export const disposeItem: Command<DisposeItem> = {
  type: 'lostItem.dispose',
  roles: HR_ROLES,
  reads: ({ id }) => [readLost('item', id)],
  decide: (input, loaded, context) => atHr(loaded, (item, { hr }) => dispose(input, item, hr, context)),
};

function dispose(input: DisposeItem, item: FoundItem, hr: number, context: Context): Decision {
  const checks = new Checks();
  const quantity = checkQuantity(checks, input.quantity, hr);
  const ground = checks.choice('ground', input.ground, DISPOSAL_GROUNDS);
  const destination = checks.text('destination', input.destination, {
    max: LIMITS.destination,
    required: true,
  });
  const early = isEarly(item, input.ground, context.day);
  if (ground === 'yearPassed' && early) checks.refuse('ground', 'yearNotPassed');
  else if (ground && early && !input.earlyConfirmed) checks.refuse('earlyConfirmed', 'disposalEarly');
  const second = secondStaff(checks, 'second', context);
  if (checks.refusals.length > 0 || !ground) return refuse(...checks.refusals);
  const event = {
    ...eventBase(context, second),
    type: 'disposed' as const,
    quantity,
    ground,
    destination,
    early,
  };
  return acceptLost(withEvent(item, event, context, 'lostItem.dispose'));
}
