/** `shiftLog.signOff`: somebody hands their shift over; what is open is gathered and kept as it stood (DOMAIN §3.8). */
import {
  accept,
  refuse,
  type Command,
  type Context,
  type Loaded,
  type Refusal,
  type Write,
} from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { booksOf } from '../ledger/books';
import { handOverMatters } from '../service/hand-over';
import { deskState, gatherReads, openMatters, type Leaving } from './gather';
import {
  LIMITS,
  MAX_OVERDUE,
  type LogMatter,
  type OverdueLine,
  type ShiftLog,
  type ShiftLogBody,
} from './schema';
import { slotId, slotIn, type SlotKey } from './slots';

export interface SignOff {
  readonly slot: SlotKey;
  readonly remark: string;
  /** Which open matters go to which colleague; the others stay with the person. */
  readonly handTo: readonly { readonly matter: string; readonly to: string }[];
  /** Late lines of Today as the page shows them. */
  readonly overdue: readonly OverdueLine[];
}

/** Id of a person's signing off from a shift: once each. */
export const signOffId = (slot: SlotKey, staff: string): string => `shiftlog:${slotId(slot)}:${staff}`;

/** Reason that stands in the log of a matter handed over at the end of a shift. */
const HANDED_AT_SHIFT = '交班移交';

/**
 * The handovers of matters as `matter.handOver` decides them, colleague by colleague; its refusals stand under
 * `handTo.<matter>`. A matter that was closed or handed over meanwhile is left as it is.
 */
function handOvers(
  handTo: SignOff['handTo'],
  open: readonly LogMatter[],
  loaded: Loaded,
  context: Context,
): { readonly writes: readonly Write[]; readonly refusals: readonly Refusal[] } {
  const writes: Write[] = [];
  const refusals: Refusal[] = [];
  const stillOpen = handTo.filter(({ matter, to }) => to !== '' && open.some(({ id }) => id === matter));
  for (const to of new Set(stillOpen.map((one) => one.to))) {
    const ids = stillOpen.filter((one) => one.to === to).map(({ matter }) => matter);
    const decision = handOverMatters.decide(
      { ids, to, reason: HANDED_AT_SHIFT },
      {
        matters: (loaded.tickets ?? []).filter(({ id }) => ids.includes(id)),
        staff: (loaded.colleagues ?? []).filter(({ id }) => id === to),
      },
      context,
    );
    if (decision.ok) writes.push(...decision.writes);
    else
      refusals.push(...decision.refusals.map((refusal) => ({ ...refusal, field: `handTo.${ids[0] ?? ''}` })));
  }
  return { writes, refusals };
}

const cut = (text: string): string => [...text].slice(0, LIMITS.title).join('');

export const signOffShift: Command<SignOff> = {
  type: 'shiftLog.signOff',
  roles: DESK_ROLES,
  books: true,
  reads: ({ slot, handTo }, context) => {
    const leaving: Leaving = { staff: context.actor.id, desk: slot.desk, day: context.day, now: context.now };
    return [
      { name: 'mine', collection: 'roster', ids: [signOffId(slot, context.actor.id)] },
      { name: 'colleagues', collection: 'directory', ids: handTo.map(({ to }) => to).filter(Boolean) },
      ...gatherReads(leaving, booksOf(context)),
    ];
  },
  decide: ({ slot: key, remark: typed, handTo, overdue }, loaded, context) => {
    const { actor, now, day, desk, settings } = context;
    const slot = slotIn(settings, key);
    if (!slot || key.day > day) return refuse({ code: 'slotUnknown' });
    if (slot.from > now) return refuse({ field: 'shift', code: 'shiftNotBegun' });
    if (loaded.mine?.length) return refuse({ field: 'shift', code: 'alreadySignedOff' });
    const checks = new Checks();
    const remark = checks.text('remark', typed, { max: LIMITS.remark, lines: true });
    const leaving: Leaving = { staff: actor.id, desk: slot.desk, day, now };
    const open = openMatters(loaded, leaving);
    const handed = handOvers(handTo, open, loaded, context);
    const refusals = [...checks.refusals, ...handed.refusals];
    if (refusals.length > 0) return refuse(...refusals);
    const newOwner = new Map(handed.writes.map(({ doc }) => [doc.id, doc.key]));
    const body: ShiftLogBody = {
      v: 1,
      slotDesk: slot.desk,
      shift: slot.shift,
      shiftName: slot.name,
      leaver: { staff: actor.id, name: actor.name, at: now },
      matters: open.map((matter) => ({
        ...matter,
        responsible: newOwner.get(matter.id) ?? matter.responsible,
      })),
      state: deskState(loaded, leaving, booksOf(context)),
      overdue: overdue
        .slice(0, MAX_OVERDUE)
        .map(({ title, detail }) => ({ title: cut(title), detail: cut(detail) })),
      remark,
    };
    const doc: Omit<ShiftLog, 'ver'> = {
      id: signOffId(key, actor.id),
      kind: 'shiftLog',
      status: 'signed',
      day: slot.day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at: now,
      key: actor.id,
      body: withLog(body, context, 'shiftLog.signOff'),
    };
    return accept({ collection: 'roster', doc }, ...handed.writes);
  },
};
