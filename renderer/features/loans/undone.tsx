/** What was done by mistake and taken back: told on the record, and named in its log. */
import type { ReactElement } from 'react';
import type { LogEntry } from '@shared/core/envelope';
import type { LedgerEntry, Reversal } from '@shared/ledger/schema';
import type { Undone } from '@shared/loans/rows';
import { t, type MessageKey } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

/** Logs of the entries a record shows, those taken back with their reversals among them, by time. */
export function logOf(
  entries: readonly (LedgerEntry | null | undefined)[],
  undone: readonly Undone<LedgerEntry>[],
): readonly LogEntry[] {
  return [...entries, ...undone.flatMap(({ entry, reversal }) => [entry, reversal])]
    .flatMap((entry) => entry?.body.log ?? [])
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** @param undo what taking back is called, e.g. 冲销退还 */
export function describeBy(
  undone: readonly Undone<LedgerEntry>[],
  undo: string,
): (entry: LogEntry) => string {
  const ids = new Set(undone.flatMap(({ reversal }) => reversal.body.log ?? []).map(({ id }) => id));
  return ({ id, act }) => (ids.has(id) ? undo : t(`loans.act.${act}` as MessageKey));
}

interface ReversalsProps {
  readonly undone: readonly Undone<LedgerEntry>[];
  /** Of the record itself. */
  readonly reversal: Reversal | null;
}

export function Reversals({ undone, reversal }: ReversalsProps): ReactElement {
  const all = [...undone.map((one) => one.reversal), ...(reversal ? [reversal] : [])];
  return (
    <>
      {all.map(({ id, at, body }) => (
        <div key={id} className="notice">
          {t('loans.reversedBy', {
            no: body.ofNo,
            reason: body.reason,
            lead: body.approval.name,
            time: dayTime(at),
          })}
        </div>
      ))}
    </>
  );
}
