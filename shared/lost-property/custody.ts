/** Who holds how much of a found item: everything derives from its append-only events (DOMAIN §3.6). */
import { NEVER_DUE } from '../core/envelope';
import type { Settings } from '../core/settings';
import { addDays, businessDay, instantOf } from '../core/time';
import type { Signature } from '../signatures/signature';
import type { CustodyEvent, FoundItem, FoundItemBody, FoundStatus, Handover } from './schema';

/** Quantities; `held + claimed + handedOver = found + over` and `hr + police + returned + disposed = handedOver`. */
export interface Custody {
  readonly found: number;
  /** At the desk now. */
  readonly held: number;
  readonly claimed: number;
  /** Ever handed to HR. */
  readonly handedOver: number;
  /** Of those, with HR now. */
  readonly hr: number;
  readonly police: number;
  /** Returned to the owner by HR. */
  readonly returned: number;
  readonly disposed: number;
  readonly voided: boolean;
  /** More given out than was found: only two desks that acted apart can bring this about; it is shown. */
  readonly over: number;
  /** Day of the authority's notice, or ''. */
  readonly noticeDay: string;
}

/** The events without repeats, in their order of time. */
export function eventsOf({ events }: Pick<FoundItemBody, 'events'>): readonly CustodyEvent[] {
  const byId = new Map(events.map((event) => [event.id, event] as const));
  return [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Adds up the events; repeats and their order make no difference to the quantities. */
export function custodyOf(body: Pick<FoundItemBody, 'events' | 'quantity'>): Custody {
  const sum: Record<'claimed' | 'handedOver' | 'toPolice' | 'returned' | 'disposed', number> = {
    claimed: 0,
    handedOver: 0,
    toPolice: 0,
    returned: 0,
    disposed: 0,
  };
  let voided = false;
  let noticeDay = '';
  for (const event of eventsOf(body)) {
    if ('quantity' in event) sum[event.type] += event.quantity;
    else if (event.type === 'noticed') noticeDay = event.noticeDay;
    else if (event.type === 'voided') voided = true;
  }
  const { claimed, handedOver, toPolice: police, returned, disposed } = sum;
  const left = body.quantity - claimed - handedOver;
  const atHr = handedOver - police - returned - disposed;
  return {
    found: body.quantity,
    held: Math.max(left, 0),
    claimed,
    handedOver,
    hr: Math.max(atHr, 0),
    police,
    returned,
    disposed,
    voided,
    over: Math.max(-left, 0) + Math.max(-atHr, 0),
    noticeDay,
  };
}

/** The envelope's status: what is left decides, where the last piece went when nothing is. */
export function statusOf(custody: Custody): FoundStatus {
  if (custody.voided) return 'void';
  if (custody.held > 0) return 'held';
  if (custody.hr > 0) return 'handedOver';
  return custody.police + custody.disposed > 0 ? 'disposed' : 'claimed';
}

/** A paper signature of an item whose original is not filed yet. */
export interface OpenSignature {
  readonly event: string;
  readonly name: string;
  readonly at: string;
}

/** Archive number of a paper signature: given at once, or filed later; '' while it waits. */
export function archiveNoOf(
  body: Pick<FoundItemBody, 'events'>,
  event: string,
  signature: Signature,
): string {
  if (signature.mode !== 'paper') return '';
  if (signature.archiveNo !== '') return signature.archiveNo;
  const filed = eventsOf(body).find((one) => one.type === 'signatureFiled' && one.of === event);
  return filed?.type === 'signatureFiled' ? filed.archiveNo : '';
}

/** Paper signatures that wait to be filed 待签字. */
export function openSignatures(body: Pick<FoundItemBody, 'events'>): readonly OpenSignature[] {
  const events = eventsOf(body);
  if (events.some(({ type }) => type === 'voided')) return [];
  return events.flatMap((event) => {
    if (!('signature' in event) || event.signature.mode !== 'paper') return [];
    if (archiveNoOf(body, event.id, event.signature) !== '') return [];
    return [{ event: event.id, name: event.signature.name, at: event.at }];
  });
}

/** True while somebody the item may belong to has not been reached. */
export function ownerToContact(body: FoundItemBody): boolean {
  const settled = body.contacts.some(({ result }) => result !== 'notReached');
  return body.owner !== null && !settled && custodyOf(body).held > 0;
}

/** Instant from which an item is due for handing to HR: the start of the business day `lostItemDays` after it was found. */
export function handoverDueAt(body: Pick<FoundItemBody, 'foundAt'>, settings: Settings): string {
  const day = addDays(businessDay(body.foundAt, settings.cutOffHour), settings.lostItemDays);
  return instantOf(`${day}T${String(settings.cutOffHour).padStart(2, '0')}:00`);
}

/** Civil day one year after the authority's notice (Civil Code art. 318), or ''. */
export function yearAfterNotice(noticeDay: string): string {
  if (noticeDay === '') return '';
  const [year = '', ...rest] = noticeDay.split('-');
  const day = `${Number(year) + 1}-${rest.join('-')}`;
  // 29 February has no anniversary: the year ends with the month.
  return rest.join('-') === '02-29' ? `${Number(year) + 1}-02-28` : day;
}

/** The envelope's `dueAt`: whichever comes first of contacting the owner, filing a paper, handing over, the law's year. */
export function itemDueAt(body: FoundItemBody, settings: Settings): string {
  const custody = custodyOf(body);
  if (custody.voided) return NEVER_DUE;
  const year = custody.hr > 0 ? yearAfterNotice(custody.noticeDay) : '';
  const dues = [
    ...openSignatures(body).map(({ at }) => at),
    ...(ownerToContact(body) ? [body.foundAt] : []),
    ...(custody.held > 0 ? [handoverDueAt(body, settings)] : []),
    ...(year ? [instantOf(`${year}T00:00`)] : []),
  ];
  return dues.sort()[0] ?? NEVER_DUE;
}

/** The item with a new body, its status and due time worked out again. */
export function restated(item: FoundItem, body: FoundItemBody, settings: Settings): FoundItem {
  return { ...item, body, status: statusOf(custodyOf(body)), dueAt: itemDueAt(body, settings) };
}

/** One stay of an item with somebody, for the custody history. */
export interface Stay {
  readonly holder: 'desk' | 'hr' | 'owner' | 'police' | 'disposed';
  readonly quantity: number;
  readonly from: string;
  /** '' while it lasts. */
  readonly to: string;
  /** The event that began it. */
  readonly event: CustodyEvent;
}

/** Who held the item from when to when. A stay at the desk or with HR ends when nothing of it is left there. */
export function staysOf(body: FoundItemBody): readonly Stay[] {
  const stays: Stay[] = [];
  const done: CustodyEvent[] = [];
  for (const event of eventsOf(body)) {
    done.push(event);
    const now = custodyOf({ events: done, quantity: body.quantity });
    const end = (holder: Stay['holder']): void => {
      stays.forEach((stay, index) => {
        if (stay.holder === holder && stay.to === '') stays[index] = { ...stay, to: event.at };
      });
    };
    const begin = (holder: Stay['holder'], quantity: number): void =>
      void stays.push({ holder, quantity, from: event.at, to: '', event });
    if (event.type === 'received') begin('desk', body.quantity);
    if (now.held === 0 || now.voided) end('desk');
    if (now.handedOver > 0 && now.hr === 0) end('hr');
    if (!('quantity' in event)) continue;
    if (event.type === 'handedOver') begin('hr', event.quantity);
    else if (event.type === 'toPolice') begin('police', event.quantity);
    else if (event.type === 'disposed') begin('disposed', event.quantity);
    else begin('owner', event.quantity);
  }
  return stays;
}

/** Whole days the desk has kept or kept the item. */
export function daysHeld(body: FoundItemBody, now: string, settings: Settings): number {
  const desk = staysOf(body).find(({ holder }) => holder === 'desk');
  const until = desk && desk.to !== '' ? desk.to : now;
  const day = (instant: string): number => Date.parse(businessDay(instant, settings.cutOffHour));
  return Math.max(0, Math.round((day(until) - day(body.foundAt)) / 86_400_000));
}

/** True while the receiver's paper signature of a sheet is not filed. */
export function sheetWaits({ body }: Handover): boolean {
  return body.receiver.mode === 'paper' && body.archiveNo === '';
}
