/** `count.submit`: nothing uncounted, every difference counted again and explained; what agrees is closed at once (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import { finalOf } from './approve';
import { countersOf, namesOf, uncountedOf } from './lines';
import { checkExplained, onSheet, readSheet, type OfCount } from './reads';
import { LIMITS } from './schema';

export interface SubmitCount extends OfCount {
  /** Why lines stay uncounted; a lead stands for it by PIN. '' while all are counted. */
  readonly skipReason: string;
}

export const submitCount: Command<SubmitCount> = {
  type: 'count.submit',
  roles: DESK_ROLES,
  books: true,
  reads: readSheet,
  decide: (input, loaded, context) =>
    onSheet(input, loaded, context, 'counting', ({ count, lines, rows }) => {
      const checks = new Checks();
      const { actor, now } = context;
      const uncounted = uncountedOf(count, lines);
      const skipReason = checks.text('skipReason', input.skipReason, { max: LIMITS.reason });
      const skips = uncounted.length > 0 && skipReason !== '';
      if (lines.length === 0) checks.refuse('lines', 'countNothing');
      else if (uncounted.length > 0 && !skips)
        checks.refuse('lines', 'linesUncounted', { count: uncounted.length, names: namesOf(uncounted) });
      const skipApproval = skips ? leadApproval(checks, 'approval', countersOf(count, lines), context) : null;
      // Who counts blind learns of the differences by submitting, and explains them then.
      if (!count.body.blind) checkExplained(checks, rows);
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const submitted = {
        submitted: { staff: actor.id, name: actor.name, at: now },
        skipped: uncounted.map(({ product, location }) => ({ product, location })),
        skipReason: skips ? skipReason : '',
        skipApproval,
      };
      const agrees =
        count.body.type === 'morning' && !skips && rows.every(({ difference }) => difference === 0);
      return accept({
        collection: 'stockDocuments',
        doc: agrees
          ? changed(count, 'count.submit', { ...submitted, final: finalOf(rows) }, context, {
              status: 'approved',
            })
          : changed(count, 'count.submit', submitted, context, { status: 'submitted' }),
      });
    }),
};
