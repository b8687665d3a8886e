/** The checklists that a period's shifts had, signed or not. */
import type { Settings } from '@shared/core/settings';
import type { Period } from '@shared/core/period';
import { addDays } from '@shared/core/time';
import { checklistId, itemsOf, redFrom } from '@shared/checklists/rules';
import { CHECKLIST_TYPES, type Checklist, type ChecklistType } from '@shared/checklists/schema';
import { slotsOf, type Slot } from '@shared/shift-log/slots';

export interface ListRow {
  /** The checklist's id. */
  readonly id: string;
  readonly type: ChecklistType;
  readonly desk: string;
  readonly day: string;
  readonly shift: string;
  readonly shiftName: string;
  readonly signed: Checklist | null;
  /** The shift as the settings have it; null when they have it no more. */
  readonly slot: Slot | null;
  /** Not signed and past its time. */
  readonly red: boolean;
}

/** Longest period whose missing lists are worked out. Days. */
const MOST_DAYS = 62;

function signedRow(doc: Checklist): ListRow {
  const { type, slotDesk, shift, shiftName } = doc.body;
  return {
    id: doc.id,
    type,
    desk: slotDesk,
    day: doc.day,
    shift,
    shiftName,
    signed: doc,
    slot: null,
    red: false,
  };
}

/**
 * Newest first. A shift without a signed list counts as missing only since the desk's first list: before that the club
 * did not keep them here. The running shifts of the desk `here` stand there in any case.
 */
export function listRows(
  signed: readonly Checklist[],
  desks: readonly string[],
  here: string,
  { from, to }: Period,
  now: string,
  settings: Settings,
): readonly ListRow[] {
  const byId = new Map(signed.map((doc) => [doc.id, doc]));
  const rows = new Map(signed.map((doc) => [doc.id, signedRow(doc)] as const));
  let day = to;
  for (let count = 0; day >= from && count < MOST_DAYS; count += 1, day = addDays(day, -1))
    for (const desk of desks) {
      const firstDay = signed
        .filter(({ body }) => body.slotDesk === desk)
        .reduce((first, doc) => (doc.day < first ? doc.day : first), '9999');
      for (const slot of slotsOf(settings, desk, day)) {
        const isNow = desk === here && slot.from <= now && now < slot.to;
        if (slot.from > now || (day < firstDay && !isNow)) continue;
        for (const type of CHECKLIST_TYPES) {
          const id = checklistId(type, slot);
          if (itemsOf(type, settings).length === 0) continue;
          const doc = byId.get(id) ?? null;
          rows.set(id, {
            id,
            type,
            desk,
            day,
            shift: slot.shift,
            shiftName: doc?.body.shiftName ?? slot.name,
            signed: doc,
            slot,
            red: doc === null && now >= redFrom(type, slot, settings),
          });
        }
      }
    }
  const order = settings.shifts.map(({ id }) => id);
  return [...rows.values()].sort(
    (a, b) =>
      b.day.localeCompare(a.day) ||
      order.indexOf(b.shift) - order.indexOf(a.shift) ||
      a.desk.localeCompare(b.desk) ||
      CHECKLIST_TYPES.indexOf(a.type) - CHECKLIST_TYPES.indexOf(b.type),
  );
}
