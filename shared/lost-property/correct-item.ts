/** `lostItem.correct`: a mistake is put right with a reason; the log names every field (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { secondStaff } from '../signatures/signature';
import { custodyOf, restated } from './custody';
import { checkFound, foundFieldsOf, type FoundFields } from './found-fields';
import { LIMITS, needsTwo } from './schema';
import { acceptLost, decideOnItem, readLost } from './state';

export interface CorrectItem {
  readonly id: string;
  /** Only what was changed, so that what happened meanwhile is not undone. */
  readonly changed: Partial<FoundFields>;
  readonly reason: string;
}

/** What a second member of staff confirms when it is corrected of valuables or cash. */
const WEIGHTY = ['quantity', 'valueKind', 'amount', 'bagNo'] as const;
const FIELDS = [
  'name',
  'place',
  'foundAt',
  'category',
  'quantity',
  'valueKind',
  'amount',
  'bagNo',
  'storage',
  'features',
  'finder',
  'owner',
  'remark',
] as const;

export const correctItem: Command<CorrectItem> = {
  type: 'lostItem.correct',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('item', id)],
  decide: ({ changed, reason: typed }, loaded, context) =>
    decideOnItem(loaded, (item) => {
      const { body } = item;
      const checks = new Checks();
      // A clock set back must not refuse a time that is stored already.
      const now = body.foundAt > context.now ? body.foundAt : context.now;
      const part = checkFound(checks, { ...foundFieldsOf(body), ...changed }, { ...context, now });
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      const { claimed, handedOver } = custodyOf(body);
      const out = claimed + handedOver;
      if (part.quantity < out) checks.refuse('quantity', 'fewerThanGone', { out });
      if (part.valueKind === 'document' && body.photos.length > 0)
        checks.refuse('valueKind', 'photosOfDocument');
      const changes = changesBetween(body, { ...body, ...part }, FIELDS);
      const weighty = changesBetween(body, { ...body, ...part }, WEIGHTY).length > 0;
      const second =
        weighty && (needsTwo(body.valueKind) || needsTwo(part.valueKind))
          ? secondStaff(checks, 'second', context)
          : null;
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      if (changes.length === 0) return refuse({ code: 'nothingChanged' });
      const told = second ? [...changes, { field: 'second', from: null, to: second.staff }] : changes;
      const next = withLog({ ...body, ...part }, context, 'lostItem.correct', { reason, changes: told });
      return acceptLost(restated(item, next, context.settings));
    }),
};
