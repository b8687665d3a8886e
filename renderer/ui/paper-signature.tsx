/** 待签字 of an entry whose customer signed on paper, with the way to note where the original is filed (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { paperId, waitsForPaper } from '@shared/ledger/file-paper';
import type { PaperFiled } from '@shared/ledger/entries/tills';
import type { LedgerEntry } from '@shared/ledger/schema';
import { useLiveOf } from '../data/live';
import { byIds } from '../data/read';
import { useSession } from '../data/session';
import { t } from './i18n';
import { PaperDialog } from './paper-dialog';

/** Nothing where nobody signed on paper, or the original is filed. */
export function PaperSignature({ entry }: { readonly entry: LedgerEntry }): ReactElement | null {
  const [filing, setFiling] = useState(false);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const live = useLiveOf(() => byIds<PaperFiled>('ledger', [paperId(entry.id)]), ['ledger'], [entry.id]);
  if (live.state !== 'ready' || !waitsForPaper(entry, live.value[0])) return null;
  return (
    <div>
      <span className="tag due">{t('signatures.waiting')}</span>{' '}
      {atDesk && (
        <button type="button" className="button plain" onClick={() => setFiling(true)}>
          {t('signatures.filePaper')}
        </button>
      )}
      {filing && <PaperDialog entry={entry} onClose={() => setFiling(false)} />}
    </div>
  );
}
