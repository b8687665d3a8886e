/** When a checklist is due, what the desk sees of its items, and which are missing (DOMAIN §3.8). */
import type { ChecklistItem, Settings } from '../core/settings';
import type { Loaded, Read } from '../core/command';
import type { Count } from '../counts/schema';
import type { Books } from '../ledger/books';
import { openSession } from '../ledger/sessions';
import { slotId, type Slot, type SlotKey } from '../shift-log/slots';
import { CHECKLIST_TYPES, type Checklist, type ChecklistType, type Sight } from './schema';

export const checklistId = (type: ChecklistType, slot: SlotKey): string =>
  `checklist:${type}:${slotId(slot)}`;

/** The items of a list in the club's order. */
export const itemsOf = (
  type: ChecklistType,
  { openingItems, closingItems }: Pick<Settings, 'openingItems' | 'closingItems'>,
): readonly ChecklistItem[] => (type === 'opening' ? openingItems : closingItems);

type Minutes = Pick<Settings, 'openingMinutes' | 'closingMinutes'>;

const shifted = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** From when a missing list is red: after the shift began, or before it ends. */
export const redFrom = (type: ChecklistType, slot: Slot, settings: Minutes): string =>
  type === 'opening'
    ? shifted(slot.from, settings.openingMinutes)
    : shifted(slot.to, -settings.closingMinutes);

/** Whether a desk owes the lists of a shift: of every one that was not over when the desk came to be (ISO instant). */
export const owesLists = (slot: Pick<Slot, 'to'>, deskSince: string): boolean => slot.to > deskSince;

/** Until when it counts as in time: the opening list until it is red, the closing list until the shift is over and an hour more. */
export const lateFrom = (type: ChecklistType, slot: Slot, settings: Minutes): string =>
  type === 'opening' ? redFrom(type, slot, settings) : shifted(slot.to, 60);

/** The lists a shift needs that are not signed; none where the club has no items. */
export function missingOf(
  slot: Slot,
  signed: readonly Checklist[],
  settings: Pick<Settings, 'openingItems' | 'closingItems'>,
): readonly ChecklistType[] {
  const ids = new Set(signed.map(({ id }) => id));
  return CHECKLIST_TYPES.filter(
    (type) => itemsOf(type, settings).length > 0 && !ids.has(checklistId(type, slot)),
  );
}

/** The records that `sightOf` needs. */
export const sightReads = (day: string): readonly Read[] => [
  { name: 'counts', collection: 'stockDocuments', index: 'kind', from: ['count', day], to: ['count', day] },
];

/** Minutes before its end from which a till opened anew is the next shift's. */
const HANDOVER_MINUTES = 120;

/** What the desk itself can see: its till open, handed over or sealed, the day's morning count handed in. */
export function sightOf(loaded: Loaded, { desk, day, to }: Slot, books: Books): Sight {
  const open = openSession(books, desk);
  const counts = (loaded.counts ?? []) as readonly Count[];
  return {
    // One left open the day before has not been counted today.
    tillOpen: open?.day === day,
    tillClosed: open === null || open.at >= shifted(to, -HANDOVER_MINUTES),
    countDone: counts.some(
      ({ body, status }) =>
        body.type === 'morning' && body.period === day && (status === 'submitted' || status === 'approved'),
    ),
  };
}

/** What the desk sees of an item; null where it sees nothing of it. */
export const seenOf = ({ check }: ChecklistItem, sight: Sight): boolean | null =>
  check === '' ? null : sight[check];
