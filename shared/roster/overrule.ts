/**
 * Two desks approved swaps that clash, and somebody chose one cell's state: the swap behind the other state is undone in
 * all its cells and stands as refused, so that no shift is lost or doubled (DOMAIN §3.8).
 */
import type { Context, Read, Write } from '../core/command';
import { changed } from '../core/documents';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { rosterOf } from './roster';
import { dutyId, isDuty, isSwap, type SwapMark } from './schema';
import { dutyWrite } from './set-plans';
import { cellIds, markOf, swapCells } from './swap';

/** The approved swap a state of a record speaks for. */
function markIn(doc: Envelope): SwapMark | undefined {
  if (isDuty(doc)) return doc.body.swap;
  return isSwap(doc) && doc.status === 'approved' ? markOf(doc) : undefined;
}

/** The swaps that go with the state not chosen. */
function overruled(chosen: readonly Envelope[], dropped: readonly Envelope[]): readonly SwapMark[] {
  const standing = new Set(chosen.map((doc) => markIn(doc)?.id));
  const byId = new Map(dropped.flatMap((doc) => markIn(doc) ?? []).map((mark) => [mark.id, mark] as const));
  return [...byId.values()].filter(({ id }) => !standing.has(id));
}

/** What must be read to undo them; `roster` records besides the disputed ones. */
export function overruleReads(
  name: string,
  chosen: readonly Envelope[],
  dropped: readonly Envelope[],
): readonly Read[] {
  const marks = overruled(chosen, dropped);
  const ids = [...new Set(marks.flatMap((mark) => [mark.id, ...cellIds(mark)]))];
  return ids.length === 0 ? [] : [{ name, collection: 'roster', ids }];
}

/** @param records what `overruleReads` asked for */
export function overrule(
  chosen: readonly Envelope[],
  dropped: readonly Envelope[],
  records: readonly Envelope[],
  context: Context,
  act: string,
): readonly Write[] {
  const disputed = new Set(chosen.map(({ id }) => id));
  const roster = rosterOf(records);
  return overruled(chosen, dropped).flatMap((mark): readonly Write[] => {
    const back = { ...mark, applicant: mark.colleague, colleague: mark.applicant };
    const cells = swapCells(roster, back)
      .map((cell) => ({ cell, id: dutyId(cell.day, cell.staff) }))
      // What was planned since is not the swap's any more.
      .filter(({ id }) => !disputed.has(id) && roster.duties.get(id)?.body.swap?.id === mark.id)
      .map(({ cell }) => dutyWrite(roster, cell, context, act, mark.no));
    const swap = records.filter(isSwap).find(({ id }) => id === mark.id);
    if (swap?.status !== 'approved' || disputed.has(mark.id)) return cells;
    const refused = changed(swap, act, {}, context, { status: 'refused', dueAt: NEVER_DUE });
    return [...cells, { collection: 'roster', doc: refused }];
  });
}
