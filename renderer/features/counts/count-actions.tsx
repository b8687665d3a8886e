/** The buttons of a count, by its state: print, leave, submit, approve, send back, void. */
import { useState, type ReactElement } from 'react';
import { approveCount } from '@shared/counts/approve';
import { countersOf, lineName, uncountedOf, type PlacedLine } from '@shared/counts/lines';
import { sendBackCount, voidCount } from '@shared/counts/send-back';
import { submitCount } from '@shared/counts/submit';
import type { Count } from '@shared/counts/schema';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Witness } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { runCommand, type Outcome } from '../../data/gateway';
import { isOffered } from '../../data/offered';
import { useSession } from '../../data/session';
import { walkByArrows } from '../../ui/focus';
import { refusalText, t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { toast } from '../../ui/toast';
import { HistoryLink } from './history-link';
import { LeadDialog } from './lead-dialog';
import { exportCount } from './prints';
import type { CountState } from './use-count';

type Asking = 'uncounted' | 'approve' | 'sendBack' | 'void';

interface CountActionsProps {
  readonly state: CountState;
  readonly count: Count;
  readonly onPrint: () => void;
  readonly onLeave: () => void;
  /** Goes to a line that is still to be counted. */
  readonly onGo: (line: PlacedLine) => void;
}

function sayRefusals(outcome: Outcome): void {
  if (outcome.ok) return;
  for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
}

export function CountActions({ state, count, onPrint, onLeave, onGo }: CountActionsProps): ReactElement {
  const { actor } = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { lines, rows } = state;
  const { status, body } = count;
  const no = body.no ?? '';
  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const left = uncountedOf(count, lines);
  const of = { count: count.id, opening: body.opening };
  const counters = countersOf(count, lines);

  const saySubmitted = (docs: readonly Envelope[]): void => {
    const agreed = docs.some(({ id, status: now }) => id === count.id && now === 'approved');
    toast(t(agreed ? 'counts.submittedAgrees' : 'counts.submitted', { no }));
  };
  const submit = async (
    skipReason: string,
    witnesses: readonly Witness[],
    actId?: string,
  ): Promise<Outcome> => {
    const outcome = await runCommand(
      submitCount,
      { ...of, skipReason },
      { witnesses, ...(actId ? { actId } : {}) },
    );
    if (outcome.ok) saySubmitted(outcome.docs);
    return outcome;
  };
  const close = (): void => setAsking(null);
  return (
    <>
      <HistoryLink />
      {atDesk && (status === 'counting' || status === 'submitted') && (
        <button type="button" className="button danger" onClick={() => setAsking('void')}>
          {t('counts.void')}
        </button>
      )}
      <button type="button" className="button" onClick={() => void exportCount(count, rows)}>
        <Icon name="export" />
        {t('ui.export')}
      </button>
      <button type="button" className="button" onClick={onPrint}>
        <Icon name="print" />
        {t(status === 'counting' ? 'counts.blankSheet' : 'counts.filledSheet')}
      </button>
      {atDesk && status === 'counting' && (
        <>
          <button type="button" className="button" onClick={onLeave}>
            {t('counts.leave')}
          </button>
          <button
            type="button"
            className="button primary"
            data-submit-count
            onClick={() => {
              if (left.length > 0) setAsking('uncounted');
              else void submit('', []).then(sayRefusals);
            }}
          >
            {t('counts.submit')}
          </button>
        </>
      )}
      {status === 'submitted' && isOffered(approveCount) && (atDesk || actor?.roles.includes('finance')) && (
        <>
          <button type="button" className="button" onClick={() => setAsking('sendBack')}>
            {t('counts.sendBack')}
          </button>
          <button type="button" className="button primary" onClick={() => setAsking('approve')}>
            {t('counts.approve')}
          </button>
        </>
      )}
      {asking === 'uncounted' && (
        <LeadDialog
          title={t('counts.submitTitle')}
          submitLabel={t('counts.submit')}
          reason={t('counts.skipReason')}
          reasonField="skipReason"
          notBy={counters}
          run={(reason, witnesses, actId) =>
            // Without a reason nothing is let pass: the refusal names the field.
            reason.trim() === ''
              ? Promise.resolve({ ok: false, refusals: [{ field: 'reason', code: 'required' }] })
              : submit(reason, witnesses, actId)
          }
          onDone={() => undefined}
          onClose={close}
        >
          <strong>{t('counts.uncountedText', { count: left.length })}</strong>
          {/* One stop of the Tab key, walked by arrows: there may be a hundred. */}
          <ul className="uncounted" onKeyDown={walkByArrows}>
            {left.map((line, at) => (
              <li key={`${line.product}${line.location}`}>
                <button
                  type="button"
                  className="button plain"
                  tabIndex={at === 0 ? 0 : -1}
                  onClick={() => {
                    close();
                    onGo(line);
                  }}
                >
                  {lineName(line)}
                </button>
              </li>
            ))}
          </ul>
          <p className="quiet small">{t('counts.skipText')}</p>
        </LeadDialog>
      )}
      {asking === 'approve' && (
        <LeadDialog
          title={t('counts.approveTitle')}
          submitLabel={t('counts.approve')}
          notBy={counters}
          finance={body.type === 'monthEnd'}
          run={(_reason, witnesses, actId) => runCommand(approveCount, of, { witnesses, actId })}
          onDone={() => toast(t('counts.approved', { no }))}
          onClose={close}
        >
          {t('counts.approveText', { count: rows.filter(({ difference }) => difference !== 0).length })}
        </LeadDialog>
      )}
      {asking === 'sendBack' && (
        <LeadDialog
          title={t('counts.sendBackTitle')}
          submitLabel={t('counts.sendBack')}
          reason={t('ui.reason')}
          notBy={[]}
          run={(reason, witnesses, actId) =>
            runCommand(sendBackCount, { count: count.id, reason }, { witnesses, actId })
          }
          onDone={() => toast(t('counts.sentBack', { no }))}
          onClose={close}
        >
          {t('counts.sendBackText')}
        </LeadDialog>
      )}
      {asking === 'void' && (
        <LeadDialog
          title={t('counts.voidTitle')}
          submitLabel={t('counts.void')}
          danger
          reason={t('ui.reason')}
          notBy={[]}
          run={(reason, witnesses, actId) =>
            runCommand(voidCount, { count: count.id, reason }, { witnesses, actId })
          }
          onDone={() => toast(t('counts.voided', { no }))}
          onClose={close}
        >
          {t('counts.voidText')}
        </LeadDialog>
      )}
    </>
  );
}
