/** `count.approve`: a lead who had no part in the count stands for it, which posts the adjustment (DOMAIN §4). */
import { accept, refuse, type Command, type Context } from '../core/command';
import { changed } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import type { AdjustmentLine } from '../ledger/entries/stock';
import { leadApproval } from '../signatures/lead-approval';
import { lastDayOf } from '../month-end/report';
import type { StaffMark } from '../signatures/signature';
import { countersOf } from './lines';
import { checkExplained, onSheet, readSheet, type OfCount } from './reads';
import type { CountRow } from './rows';
import type { Count, FinalLine } from './schema';

/** 盘盈/盘亏 of a count is posted once. */
export const adjustmentId = (count: string): string => `adj:${count}`;

/** The counted lines as they stand, to be frozen. */
export const finalOf = (rows: readonly CountRow[]): readonly FinalLine[] =>
  rows.flatMap(({ product, location, first, counted, book, reason }) =>
    counted === null ? [] : [{ product, location, first: first ?? counted, counted, book, reason }],
  );

function adjustments(rows: readonly CountRow[]): readonly AdjustmentLine[] {
  return rows
    .filter(({ difference }) => difference !== 0)
    .map(({ product, location, of, difference, reason }) => ({
      product,
      sku: of.sku,
      name: of.name,
      spec: of.spec,
      category: of.category,
      unit: of.unit,
      quantity: Math.abs(difference),
      factor: 1,
      location,
      difference,
      reason,
    }));
}

/** Finance at a stocktake: signed in, or by PIN. */
function financeOf(checks: Checks, { actor, now, witnesses }: Context): StaffMark | null {
  const found = [{ staff: actor.id, name: actor.name, roles: actor.roles, at: now }, ...witnesses].find(
    ({ roles }) => roles.includes('finance'),
  );
  if (!found) checks.refuse('finance', 'financeMustConfirm');
  return found ? { staff: found.staff, name: found.name, at: found.at } : null;
}

/** A stocktake's difference belongs to its month, also when the next one has begun before it is approved. */
function dayOf({ body }: Count, { day }: Context): string {
  const last = body.type === 'monthEnd' ? lastDayOf(body.period) : day;
  return last < day ? last : day;
}

export const approveCount: Command<OfCount> = {
  type: 'count.approve',
  roles: [...DESK_ROLES, 'finance'],
  books: true,
  reads: (input, context) => [
    ...readSheet(input, context),
    { name: 'adjustment', collection: 'ledger', ids: [adjustmentId(input.count)] },
  ],
  decide: (input, loaded, context) =>
    onSheet(input, loaded, context, 'submitted', ({ count, lines, rows }) => {
      const checks = new Checks();
      checkExplained(checks, rows);
      const approval = leadApproval(checks, 'approval', countersOf(count, lines), context);
      const finance = count.body.type === 'monthEnd' ? financeOf(checks, context) : null;
      if (checks.refusals.length > 0 || !approval) return refuse(...checks.refusals);
      const differences = adjustments(rows);
      const approved = {
        collection: 'stockDocuments' as const,
        doc: changed(count, 'count.approve', { approval, finance, final: finalOf(rows) }, context, {
          status: 'approved',
        }),
      };
      if (differences.length === 0) return accept(approved);
      const entry = newEntry(
        adjustmentId(count.id),
        'countAdjustment',
        'count.approve',
        { count: count.id, countNo: count.body.no ?? '', lines: differences, approval },
        context,
      );
      return accept(approved, { collection: 'ledger', doc: { ...entry, day: dayOf(count, context) } });
    }),
};
