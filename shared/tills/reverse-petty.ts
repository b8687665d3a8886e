/** `till.reversePetty`: petty cash entered by mistake is taken back in today's session by a lead who did not enter it (DOMAIN §2). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { effects, turned } from '../ledger/effects';
import { newEntry } from '../ledger/entry';
import type { PaidIn, PaidOut } from '../ledger/entries/tills';
import { needSession } from '../ledger/sessions';
import { leadApproval } from '../signatures/lead-approval';
import { LIMITS } from './schema';

export interface ReversePetty {
  /** The entry that was a mistake. */
  readonly id: string;
  readonly reason: string;
}

export const reversePetty: Command<ReversePetty> = {
  type: 'till.reversePetty',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id }) => [
    { name: 'entry', collection: 'ledger', ids: [id] },
    { name: 'reversal', collection: 'ledger', ids: [`reversal:${id}`] },
  ],
  decide: ({ id, reason: typed }, loaded, context) => {
    const entry = loaded.entry?.find(
      (doc): doc is PaidIn | PaidOut => doc.kind === 'paidIn' || doc.kind === 'paidOut',
    );
    if (!entry) return refuse({ code: 'notFound' });
    if (loaded.reversal?.length) return refuse({ code: 'pettyReversed' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
    const approval = leadApproval(checks, 'approval', [entry.by], context);
    if (!approval || checks.refusals.length > 0) return refuse(...checks.refusals);
    const doc = newEntry(
      `reversal:${id}`,
      'reversal',
      'till.reversePetty',
      {
        of: id,
        ofKind: entry.kind,
        ofNo: entry.body.no ?? '',
        reason,
        approval,
        effects: turned(effects(entry), session),
      },
      context,
      session,
    );
    return accept({ collection: 'ledger', doc, number: 'pettyCash' });
  },
};
