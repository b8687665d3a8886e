/** What must be known of a count above its lines: sent back, waiting, approved, late records. */
import type { ReactElement } from 'react';
import type { CountRow } from '@shared/counts/rows';
import type { Count } from '@shared/counts/schema';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

interface CountNoticesProps {
  readonly count: Count;
  readonly rows: readonly CountRow[];
  readonly hidden: boolean;
}

export function CountNotices({ count, rows, hidden }: CountNoticesProps): ReactElement {
  const { status, body } = count;
  const last = body.log?.at(-1);
  const open = rows.some(({ needsRecount, needsReason }) => needsRecount || needsReason);
  const late = hidden ? 0 : rows.filter((row) => row.late > 0).length;
  return (
    <>
      {status === 'counting' && last?.act === 'count.sendBack' && (
        <div className="notice">{t('counts.sentBackBecause', { reason: last.reason ?? '' })}</div>
      )}
      {status === 'submitted' && body.submitted && (
        <div className="notice">
          {t('counts.waits', { name: body.submitted.name, time: dayTime(body.submitted.at) })}{' '}
          {open && <strong>{t('counts.waitsExplain')}</strong>}
        </div>
      )}
      {status === 'approved' && (
        <div className="notice good">
          {body.approval
            ? t('counts.approvedBy', { name: body.approval.name, time: dayTime(body.approval.at) })
            : t('counts.approvedNone')}
        </div>
      )}
      {status === 'void' && (
        <div className="notice overdue">
          {t('counts.status.void')}：{last?.reason}
        </div>
      )}
      {body.skipped.length > 0 && (
        <div className="notice">
          {t('counts.skipped', {
            count: body.skipped.length,
            reason: body.skipReason,
            name: body.skipApproval?.name ?? '',
          })}
        </div>
      )}
      {late > 0 && <div className="notice">{t('counts.lateRows', { count: late })}</div>}
    </>
  );
}
