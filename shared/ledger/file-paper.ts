/** `ledger.filePaper`: the original of a paper signature is filed; until then the entry stands at 待签字 (DOMAIN §2). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES, hasRole } from '../core/roles';
import { ARCHIVE_NO_MAX, type Signature } from '../signatures/signature';
import { newEntry } from './entry';
import type { PaperFiled } from './entries/tills';
import type { LedgerEntry } from './schema';

export interface FilePaper {
  /** The signed entry. */
  readonly of: string;
  readonly archiveNo: string;
}

/** Id of the note that an entry's paper was filed. */
export const paperId = (of: string): string => `paper:${of}`;

/** The customer's or receiver's signature of an entry, null where nobody signed. */
export function signatureOf(entry: LedgerEntry): Signature | null {
  if (entry.kind === 'deposit') return entry.body.receiver.mode === 'later' ? null : entry.body.receiver;
  const { body } = entry;
  return 'signature' in body ? body.signature : null;
}

/** True while an entry's paper signature waits for its archive number. */
export function waitsForPaper(entry: LedgerEntry, filed: PaperFiled | undefined): boolean {
  const signature = signatureOf(entry);
  return signature?.mode === 'paper' && signature.archiveNo === '' && !filed;
}

export const filePaper: Command<FilePaper> = {
  type: 'ledger.filePaper',
  // Finance keeps the originals of what it received itself.
  roles: [...DESK_ROLES, 'finance'],
  reads: ({ of }) => [
    { name: 'entry', collection: 'ledger', ids: [of] },
    { name: 'filed', collection: 'ledger', ids: [paperId(of)] },
  ],
  decide: ({ of, archiveNo: typed }, loaded, context) => {
    const entry = loaded.entry?.[0] as LedgerEntry | undefined;
    if (!entry) return refuse({ code: 'notFound' });
    if (entry.kind !== 'deposit' && !hasRole(context.actor.roles, DESK_ROLES))
      return refuse({ code: 'notAllowed' });
    if (!waitsForPaper(entry, loaded.filed?.[0] as PaperFiled | undefined))
      return refuse({ code: 'noSignatureDue' });
    const checks = new Checks();
    const archiveNo = checks.text('archiveNo', typed, { max: ARCHIVE_NO_MAX, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = { of, ofNo: entry.body.no ?? '', archiveNo };
    return accept({
      collection: 'ledger',
      doc: newEntry(paperId(of), 'paperFiled', 'ledger.filePaper', body, context),
    });
  },
};
