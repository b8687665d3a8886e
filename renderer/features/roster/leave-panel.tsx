/** One leave beside the list: when, why, told in time or not, what it leaves short, and its decision. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { hasRole } from '@shared/core/roles';
import { endLeave, decideLeave, toldLate } from '@shared/roster/leave';
import { daysBetween, isPublished, type Roster } from '@shared/roster/roster';
import type { Leave } from '@shared/roster/schema';
import { PLANNERS } from '@shared/roster/set-plans';
import { gapsOn } from '@shared/roster/warnings';
import { shiftName } from '@shared/roster/words';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { isShared } from '../../data/offered';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { OwnPin } from '../../ui/own-pin';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { Approver } from '../../ui/approver';
import { DecideDialog } from './decide-dialog';
import { printLeave } from './request-prints';
import { actText } from './texts';
import { useRoster } from './use-roster';
import { Warnings } from './warnings';

interface LeaveProps {
  readonly leave: Leave;
  readonly onClose: () => void;
}

export function LeavePanel({
  leave,
  onAct,
  onClose,
}: LeaveProps & { readonly onAct: (act: string) => void }): ReactElement {
  const { body, status } = leave;
  const settings = useDirectory((state) => state.settings);
  const { actor } = useSession();
  const { state, roster } = useRoster(body.from, body.to);
  const late = toldLate(leave, roster, settings);
  const decides = hasRole(actor?.roles ?? [], PLANNERS) || hasRole(actor?.roles ?? [], ['clerk']);
  // Only the person themselves withdraws: at a desk they step up and give their PIN.
  const withdraws = status === 'asked' && (isShared() || leave.key === actor?.id);
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={`${body.name} · ${t(`roster.leaves.kind.${body.type}`)}`}
      tags={
        <>
          {body.emergency && <span className="tag">{t('roster.leaves.emergencyTag')}</span>}
          <span className={status === 'approved' ? 'tag good' : 'tag'}>
            {t(`roster.leaves.status.${status}`)}
          </span>
        </>
      }
      onClose={onClose}
      facts={[
        [t('roster.leaves.span'), body.from === body.to ? body.from : `${body.from} – ${body.to}`],
        [
          t('roster.leaves.shift'),
          body.shift === '' ? t('roster.leaves.allDay') : shiftName(settings.shifts, body.shift),
        ],
        [t('roster.leaves.reason'), body.reason],
        [t('roster.leaves.toldAt'), body.emergency ? dayTime(body.toldAt) : ''],
        [
          t('roster.leaves.decided'),
          body.decision
            ? [body.decision.name, dayTime(body.decision.at), body.decision.note].filter(Boolean).join(' · ')
            : '',
        ],
      ]}
      log={body.log ?? []}
      describe={actText}
      actions={
        <>
          {decides && status === 'asked' && (
            <button type="button" className="button primary" onClick={() => onAct('decide')}>
              {t('roster.decision.approve')}
            </button>
          )}
          {decides && (withdraws || status === 'approved') && (
            <button type="button" className="button" onClick={() => onAct('end')}>
              {t(status === 'asked' ? 'roster.leaves.end' : 'roster.leaves.cancel')}
            </button>
          )}
          <button type="button" className="button" onClick={() => printLeave(leave, late)}>
            {t('roster.leaves.print')}
          </button>
        </>
      }
    >
      {state === 'ready' && body.emergency && (
        <div className={late > 0 ? 'notice overdue' : 'quiet small'}>
          {late > 0 ? t('roster.leaves.late', { minutes: late }) : t('roster.leaves.inTime')}
        </div>
      )}
      {state === 'ready' && (status === 'asked' || status === 'approved') && (
        <Short leave={leave} roster={roster} />
      )}
    </RecordPanel>
  );
}

/** The shifts that are short with this leave. */
function Short({ leave, roster }: { readonly leave: Leave; readonly roster: Roster }): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const with_: Roster = {
    ...roster,
    leaves: new Map([...roster.leaves, [leave.key, [...(roster.leaves.get(leave.key) ?? []), leave]]]),
  };
  const gaps = daysBetween(leave.body.from, leave.body.to)
    .filter((day) => isPublished(roster, day))
    .flatMap((day) => gapsOn(with_, day, settings));
  if (gaps.length === 0) return <p className="quiet small">{t('roster.leaves.noGaps')}</p>;
  return (
    <section className="swap-preview">
      <h3>{t('roster.leaves.gaps')}</h3>
      <Warnings warnings={gaps} settings={settings} />
    </section>
  );
}

/** 审批. */
export function DecideLeaveDialog({ leave, onClose }: LeaveProps): ReactElement {
  const { id, body } = leave;
  const { state, roster } = useRoster(body.from, body.to);
  return (
    <DecideDialog
      label={t('roster.leaves.decided')}
      draftKey={`leave.decide:${id}`}
      title={t('roster.leaves.decideTitle', { no: body.no ?? '' })}
      approver={t('roster.leaves.approver')}
      roles={PLANNERS}
      notBy={[body.staff]}
      run={(decided, options) => runCommand(decideLeave, { id, ...decided }, options)}
      onClose={onClose}
    >
      <div className="wide">{state === 'ready' && <Short leave={leave} roster={roster} />}</div>
    </DecideDialog>
  );
}

/** 撤回 or 销假. */
export function EndLeaveDialog({ leave, onClose }: LeaveProps): ReactElement {
  const approved = leave.status === 'approved';
  const what = t(approved ? 'roster.leaves.cancel' : 'roster.leaves.end');
  const [who, setWho] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `leave.end:${leave.id}`,
    initial: { reason: '' },
    parts: ['approval', 'staff'],
    save: ({ reason }, actId) =>
      runCommand(endLeave, { id: leave.id, reason }, { actId, witnesses: who ? [who] : [] }),
    onSaved: () => {
      toast(t('roster.decision.done'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('roster.leaves.endTitle', { no: leave.body.no ?? '', what })}
      submitLabel={what}
      onClose={onClose}
    >
      <TextField form={form} name="reason" label={t('roster.leaves.reason')} required={approved} wide />
      {approved ? (
        <Approver
          label={t('roster.leaves.approver')}
          roles={PLANNERS}
          notBy={[leave.body.staff]}
          witness={who}
          onWitness={setWho}
          error={form.errors.approval}
        />
      ) : (
        <OwnPin
          label={t('roster.leaves.pin')}
          staff={leave.body.staff}
          witness={who}
          onWitness={setWho}
          error={form.errors.staff}
        />
      )}
    </FormDialog>
  );
}
