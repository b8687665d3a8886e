/** One swap beside the list: what it is about, how it would stand, and the next step of whoever is to take it. */
import { useMemo, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { hasRole, DESK_ROLES } from '@shared/core/roles';
import { withCells } from '@shared/roster/plan-many';
import { planOf, workingOn, type Roster } from '@shared/roster/roster';
import type { Swap } from '@shared/roster/schema';
import { isHalved, swapCells, swapFaults, swapWarnings } from '@shared/roster/swap';
import { answerSwap, decideSwap, withdrawSwap } from '@shared/roster/swap-commands';
import { leastOf } from '@shared/roster/warnings';
import { planText, shiftName } from '@shared/roster/words';
import { staffName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { OwnPin } from '../../ui/own-pin';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { DecideDialog } from './decide-dialog';
import { printSwap } from './request-prints';
import { actText, shiftText } from './texts';
import { useRoster } from './use-roster';
import { Warnings } from './warnings';

interface SwapProps {
  readonly swap: Swap;
  readonly onClose: () => void;
}

const OPEN: readonly Swap['status'][] = ['asked', 'agreed'];

export function SwapPanel({
  swap,
  onAct,
  onClose,
}: SwapProps & { readonly onAct: (act: string) => void }): ReactElement {
  const { body, status } = swap;
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const days = [body.day, body.returnDay].filter((day) => day !== '').sort();
  const { state, roster } = useRoster(days[0] ?? body.day, days.at(-1) ?? body.day);
  const atDesk = hasRole(roles, DESK_ROLES);
  const said = (one: Swap['body']['answer']): string =>
    one ? [one.name, dayTime(one.at), one.note].filter(Boolean).join(' · ') : '';
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={`${body.applicantName} · ${shiftText(body.day, body.shift)}`}
      tags={
        <span className={status === 'approved' ? 'tag good' : 'tag'}>
          {t(`roster.swaps.status.${status}`)}
        </span>
      }
      onClose={onClose}
      facts={[
        [t('roster.swaps.colleague'), body.colleagueName],
        [t('roster.swaps.back'), shiftText(body.returnDay, body.returnShift) || t('roster.swaps.gives')],
        [t('roster.swaps.reason'), body.reason],
        [t('roster.swaps.answered'), said(body.answer)],
        [t('roster.swaps.decided'), said(body.decision)],
      ]}
      log={body.log ?? []}
      describe={actText}
      actions={
        <>
          {atDesk && status === 'agreed' && (
            <button type="button" className="button primary" onClick={() => onAct('decide')}>
              {t('roster.decision.approve')}
            </button>
          )}
          {atDesk && status === 'asked' && (
            <button type="button" className="button primary" onClick={() => onAct('answer')}>
              {t('roster.swaps.answered')}
            </button>
          )}
          {atDesk && OPEN.includes(status) && (
            <button type="button" className="button" onClick={() => onAct('withdraw')}>
              {t('roster.swaps.withdraw')}
            </button>
          )}
          <button type="button" className="button" onClick={() => printSwap(swap)}>
            {t('roster.swaps.print')}
          </button>
        </>
      }
    >
      {state === 'ready' && isHalved(swap, roster) && (
        <div className="notice overdue">{t('roster.swaps.halved')}</div>
      )}
      {state === 'ready' && OPEN.includes(status) && <Preview swap={swap} roster={roster} />}
    </RecordPanel>
  );
}

/** The cells, the coverage and the warnings as they would be. */
function Preview({ swap, roster }: { readonly swap: Swap; readonly roster: Roster }): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const { body } = swap;
  const stale = swapFaults(roster, body, today()).length > 0;
  const cells = useMemo(() => swapCells(roster, body), [roster, body]);
  if (stale) return <div className="notice">{t('roster.swaps.stale')}</div>;
  const after = withCells(roster, cells);
  const words = { rest: t('roster.rest'), leave: t('roster.leave'), none: t('roster.none') };
  const text = (plan: readonly string[]): string => planText(plan, settings.shifts, words);
  const shifts = [
    { day: body.day, shift: body.shift },
    ...(body.returnShift === '' ? [] : [{ day: body.returnDay, shift: body.returnShift }]),
  ];
  const warnings = swapWarnings(roster, body, settings);
  return (
    <section className="swap-preview">
      <h3>{t('roster.swaps.after')}</h3>
      <ul>
        {cells.map(({ day, staff, plan }) => (
          <li key={`${day}${staff}`}>
            {t('roster.swaps.afterLine', {
              day: day.slice(5),
              name: staffName(staff),
              from: text(planOf(roster, day, staff)),
              to: text(plan),
            })}
          </li>
        ))}
        {shifts.map(({ day, shift }) => (
          <li key={`${day}${shift}`} className="quiet">
            {t('roster.swaps.coverage', {
              day: day.slice(5),
              shift: shiftName(settings.shifts, shift),
              have: workingOn(after, day, shift).length,
              least: leastOf(settings.shifts.find(({ id }) => id === shift) ?? {}),
            })}
          </li>
        ))}
      </ul>
      {warnings.length === 0 ? (
        <p className="quiet small">{t('roster.swaps.clean')}</p>
      ) : (
        <Warnings warnings={warnings} settings={settings} />
      )}
    </section>
  );
}

const told = (onClose: () => void) => (): void => {
  toast(t('roster.decision.done'));
  onClose();
};

/** The colleague's yes or no, by session or PIN. */
export function AnswerDialog({ swap, onClose }: SwapProps): ReactElement {
  const [who, setWho] = useState<Witness | null>(null);
  const form = useForm<{ readonly agree: 'yes' | 'no'; readonly note: string }>({
    draftKey: `swap.answer:${swap.id}`,
    initial: { agree: 'yes', note: '' },
    parts: ['answer'],
    save: ({ agree, note }, actId) =>
      runCommand(
        answerSwap,
        { id: swap.id, agree: agree === 'yes', note },
        { actId, witnesses: who ? [who] : [] },
      ),
    onSaved: told(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('roster.swaps.answerTitle', { no: swap.body.no ?? '' })}
      submitLabel={t('ui.confirm')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="agree"
        label={t('roster.swaps.answered')}
        options={[
          { value: 'yes', label: t('roster.swaps.agree') },
          { value: 'no', label: t('roster.swaps.decline') },
        ]}
        wide
      />
      <TextField form={form} name="note" label={t('roster.decision.note')} wide />
      <OwnPin
        label={t('roster.swaps.answerBy', { name: swap.body.colleagueName })}
        staff={swap.body.colleague}
        witness={who}
        onWitness={setWho}
        error={form.errors.answer}
      />
    </FormDialog>
  );
}

/** The lead's decision, with what it brings. */
export function DecideSwapDialog({ swap, onClose }: SwapProps): ReactElement {
  const { id, body } = swap;
  const days = [body.day, body.returnDay].filter((day) => day !== '').sort();
  const { state, roster } = useRoster(days[0] ?? body.day, days.at(-1) ?? body.day);
  return (
    <DecideDialog
      label={t('roster.swaps.decided')}
      draftKey={`swap.decide:${id}`}
      title={t('roster.swaps.decideTitle', { no: body.no ?? '' })}
      approver={t('roster.swaps.lead')}
      roles={['lead']}
      notBy={[body.applicant, body.colleague]}
      width={520}
      run={(decided, options) => runCommand(decideSwap, { swap, ...decided }, options)}
      onClose={onClose}
    >
      <div className="wide">{state === 'ready' && <Preview swap={swap} roster={roster} />}</div>
    </DecideDialog>
  );
}

/** The applicant takes the request back. */
export function WithdrawDialog({ swap, onClose }: SwapProps): ReactElement {
  const [who, setWho] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `swap.withdraw:${swap.id}`,
    initial: { reason: '' },
    parts: ['applicant'],
    save: ({ reason }, actId) =>
      runCommand(withdrawSwap, { id: swap.id, reason }, { actId, witnesses: who ? [who] : [] }),
    onSaved: told(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('roster.swaps.withdrawTitle', { no: swap.body.no ?? '' })}
      submitLabel={t('roster.swaps.withdraw')}
      onClose={onClose}
    >
      <TextField form={form} name="reason" label={t('roster.swaps.reason')} wide />
      <OwnPin
        label={swap.body.applicantName}
        staff={swap.body.applicant}
        witness={who}
        onWitness={setWho}
        error={form.errors.applicant}
      />
    </FormDialog>
  );
}
