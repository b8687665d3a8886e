/** What a swap makes of the roster, and whether it may (DOMAIN §3.8): shifts change hands, none is lost or doubled. */
import type { Refusal } from '../core/command';
import type { Settings } from '../core/settings';
import { leaveOn, isPublished, planOf, shiftSpan, shiftsIn, type Roster } from './roster';
import { withCells, withShift, withoutShift } from './plan-many';
import { dutyId, type Swap, type SwapBody } from './schema';
import type { Cell } from './set-plans';
import { personWarnings, type Warning } from './warnings';

export type SwapTerms = Pick<
  SwapBody,
  'applicant' | 'colleague' | 'day' | 'shift' | 'returnDay' | 'returnShift'
>;

/** Ids of the cells a swap is about. */
export const cellIds = ({
  applicant,
  colleague,
  day,
  returnDay,
  returnShift,
}: SwapTerms): readonly string[] =>
  [...new Set(returnShift === '' ? [day] : [day, returnDay])].flatMap((one) =>
    [applicant, colleague].map((staff) => dutyId(one, staff)),
  );

/** The cells after the swap: two of one day, or four of two. */
export function swapCells(roster: Roster, terms: SwapTerms): readonly Cell[] {
  const { applicant, colleague, day, shift, returnDay, returnShift } = terms;
  const plans = new Map<string, Cell>();
  const change = (staff: string, on: string, to: (plan: readonly string[]) => readonly string[]): void => {
    const id = dutyId(on, staff);
    const before = plans.get(id)?.plan ?? planOf(roster, on, staff);
    plans.set(id, { day: on, staff, plan: to(before) });
  };
  change(applicant, day, (plan) => withoutShift(plan, shift));
  if (returnShift !== '') change(colleague, returnDay, (plan) => withoutShift(plan, returnShift));
  change(colleague, day, (plan) => withShift(plan, shift));
  if (returnShift !== '') change(applicant, returnDay, (plan) => withShift(plan, returnShift));
  return [...plans.values()];
}

/** Why a swap cannot be made of the roster as it is; empty when it can. `today` is the business day. */
export function swapFaults(roster: Roster, terms: SwapTerms, today: string): readonly Refusal[] {
  const { applicant, colleague, day, shift, returnDay, returnShift } = terms;
  const gives = returnShift === '';
  const works = (staff: string, on: string, id: string): boolean =>
    planOf(roster, on, staff).includes(id) && !leaveOn(roster, on, staff, id);
  const kept = (staff: string, on: string, without: string): readonly string[] =>
    shiftsIn(planOf(roster, on, staff)).filter((id) => id !== without);
  const days = gives ? [day] : [day, returnDay];
  const refusals: (Refusal | false)[] = [
    applicant === colleague && { field: 'colleague', code: 'swapSelf' },
    days.some((one) => one < today) && { field: 'day', code: 'swapPast' },
    days.some((one) => !isPublished(roster, one)) && { field: 'day', code: 'swapUnpublished' },
    !works(applicant, day, shift) && { field: 'shift', code: 'swapNotPlanned' },
    !gives && !works(colleague, returnDay, returnShift) && { field: 'returnShift', code: 'swapNotPlanned' },
    // A shift that the taker has already would be lost.
    kept(colleague, day, gives || returnDay !== day ? '' : returnShift).includes(shift) && {
      field: 'colleague',
      code: 'swapHasShift',
    },
    !gives &&
      kept(applicant, returnDay, returnDay === day ? shift : '').includes(returnShift) && {
        field: 'returnShift',
        code: 'swapHasShift',
      },
    leaveOn(roster, day, colleague, shift) !== undefined && { field: 'colleague', code: 'swapOnLeave' },
    !gives &&
      leaveOn(roster, returnDay, applicant, returnShift) !== undefined && {
        field: 'returnShift',
        code: 'swapOnLeave',
      },
  ];
  return refusals.filter((one) => one !== false);
}

/** Warnings about the two people on the days of the swap, as they will be after it. */
export function swapWarnings(roster: Roster, terms: SwapTerms, settings: Settings): readonly Warning[] {
  const after = withCells(roster, swapCells(roster, terms));
  const days = [...new Set([terms.day, terms.returnDay].filter((day) => day !== ''))].sort();
  return days.flatMap((day) =>
    [terms.applicant, terms.colleague].flatMap((staff) => personWarnings(after, day, staff, settings)),
  );
}

/** ISO instant by which the swap must be decided: the begin of its earlier shift. */
export function swapDueAt(terms: SwapTerms, { shifts }: Settings): string {
  const begins = [
    [terms.day, terms.shift],
    [terms.returnDay, terms.returnShift],
  ].flatMap(([day = '', id]) => {
    const shift = shifts.find((one) => one.id === id);
    return shift && day !== '' ? [shiftSpan(shift, day).from] : [];
  });
  return begins.sort()[0] ?? '9999';
}

/**
 * True when an approved swap does not stand in the roster as a whole: another desk had approved one that clashes, and
 * its cells are in force. Whoever knows the cells' logs can tell, on every desk alike.
 */
export function isHalved(swap: Swap, roster: Roster): boolean {
  if (swap.status !== 'approved') return false;
  const act = swap.body.log?.filter(({ act: type }) => type === 'swap.decide').at(-1)?.id;
  return cellIds(swap.body).some((id) => {
    const body = roster.duties.get(id)?.body;
    const stands = body?.swaps.some(({ id: one }) => one === swap.id) ?? false;
    return !stands && !(body?.log ?? []).some((entry) => entry.id === act);
  });
}
