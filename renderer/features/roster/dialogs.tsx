/** Dialogs of the roster: publishing, the reason of a late change, a week copied, a turn laid over people and days. */
import { useState, type ReactElement } from 'react';
import type { Settings } from '@shared/core/settings';
import { addDays } from '@shared/core/time';
import type { Staff } from '@shared/directory/schema';
import { copied, turned } from '@shared/roster/plan-many';
import { publishRoster } from '@shared/roster/publish';
import { planOf, type Roster } from '@shared/roster/roster';
import { REST, type Unit } from '@shared/roster/schema';
import { setPlans } from '@shared/roster/set-plans';
import type { Warning } from '@shared/roster/warnings';
import { planText, shiftName } from '@shared/roster/words';
import type { Period } from '@shared/core/period';
import { staffName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { Dialog } from '../../ui/dialog';
import { Field, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { applyCells } from './apply';
import { useRosterView } from './view-state';
import { Warnings } from './warnings';

interface PublishDialogProps {
  readonly unit: Unit;
  readonly span: Period;
  readonly warnings: readonly Warning[];
  readonly settings: Settings;
  readonly onClose: () => void;
}

/** 发布: what the roster lacks stands here; gaps need their reason. */
export function PublishDialog({ unit, span, warnings, settings, onClose }: PublishDialogProps): ReactElement {
  const gaps = warnings.filter(({ type }) => type === 'gap').length;
  const form = useForm({
    draftKey: `roster.publish:${unit}:${span.from}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(publishRoster, { unit, day: span.from, reason }, { actId }),
    onSaved: () => {
      toast(t('roster.publishDone'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('roster.publishTitle', { from: span.from, to: span.to })}
      submitLabel={t('roster.publish')}
      onClose={onClose}
      width={560}
    >
      <p className="quiet wide">{t('roster.publishText')}</p>
      <div className="wide roster-publish">
        {warnings.length === 0 ? (
          <p>{t('roster.publishClean')}</p>
        ) : (
          <>
            <p>{t('roster.publishWarn', { count: warnings.length })}</p>
            <Warnings warnings={warnings} settings={settings} />
          </>
        )}
      </div>
      {gaps > 0 && (
        <TextField form={form} name="reason" label={t('roster.publishReason')} required wide rows={2} />
      )}
    </FormDialog>
  );
}

/** Asks why a published roster changes, and changes it. */
export function ReasonDialog({
  roster,
  settings,
}: {
  readonly roster: Roster;
  readonly settings: Settings;
}): ReactElement | null {
  const pending = useRosterView((state) => state.pending);
  return (
    pending && <Reason key={JSON.stringify(pending.cells)} {...{ roster, settings, cells: pending.cells }} />
  );
}

function Reason({
  roster,
  settings,
  cells,
}: {
  readonly roster: Roster;
  readonly settings: Settings;
  readonly cells: NonNullable<ReturnType<typeof useRosterView.getState>['pending']>['cells'];
}): ReactElement {
  const close = (): void => useRosterView.setState({ pending: null });
  const form = useForm({
    draftKey: 'roster.reason',
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(setPlans, { cells, reason }, { actId }),
    onSaved: () => {
      toast(t('roster.saved', { cells: cells.length }));
      close();
    },
  });
  const words = { rest: t('roster.rest'), leave: t('roster.leave'), none: t('roster.none') };
  const text = (plan: readonly string[]): string => planText(plan, settings.shifts, words);
  return (
    <FormDialog
      form={form}
      title={t('roster.reasonTitle')}
      submitLabel={t('roster.reasonDo')}
      onClose={close}
    >
      <div className="wide">
        {cells.length > 6
          ? t('roster.reasonMany', { cells: cells.length })
          : cells.map(({ day, staff, plan }) => (
              <div key={`${day}${staff}`}>
                {t('roster.reasonText', {
                  name: staffName(staff),
                  day,
                  from: text(planOf(roster, day, staff)),
                  to: text(plan),
                })}
              </div>
            ))}
      </div>
      <TextField form={form} name="reason" label={t('roster.reasonField')} required wide />
    </FormDialog>
  );
}

interface ManyProps {
  readonly roster: Roster;
  readonly staff: readonly Staff[];
  readonly span: Period;
  readonly onClose: () => void;
}

/** 复制上周 over the days shown. */
export function CopyDialog({ roster, staff, span, onClose }: ManyProps): ReactElement {
  const ids = staff.map(({ id }) => id);
  const cells = copied(roster, ids, span.from, span.to);
  return (
    <Dialog
      title={t('roster.copyTitle')}
      onClose={onClose}
      onSubmit={() => {
        onClose();
        void applyCells(roster, cells, t('roster.did.copy'));
      }}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" data-first disabled={cells.length === 0}>
            {t('roster.copyDo')}
          </button>
        </>
      }
    >
      <p>
        {cells.length === 0
          ? t('roster.copySame')
          : t('roster.copyText', { from: span.from, to: span.to, cells: cells.length })}
      </p>
    </Dialog>
  );
}

/** 套用模板: the turn, from which day to which, and who takes part in which order. */
export function TemplateDialog({
  roster,
  staff,
  span,
  settings,
  onClose,
}: ManyProps & { readonly settings: Settings }): ReactElement {
  const templates = settings.rosterTemplates;
  const [name, setName] = useState(templates[0]?.name ?? '');
  const [from, setFrom] = useState(span.from);
  const [to, setTo] = useState(span.to);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [error, setError] = useState('');
  const template = templates.find((one) => one.name === name);
  const turnText = template?.turn
    .map((entry) =>
      entry === REST ? t('roster.rest') : entry ? shiftName(settings.shifts, entry) : t('roster.none'),
    )
    .join(' → ');
  const submit = (): void => {
    if (!template) return;
    if (people.length === 0) return setError(t('roster.choosePeople'));
    onClose();
    void applyCells(roster, turned(template, people, from, to), t('roster.did.template'));
  };
  return (
    <Dialog
      title={t('roster.templateTitle')}
      width={520}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={!template}>
            {t('roster.templateDo')}
          </button>
        </>
      }
    >
      {templates.length === 0 && <p>{t('roster.templateNone')}</p>}
      <div className="form-grid">
        <Field
          label={t('roster.templateName')}
          wide
          {...(turnText ? { help: t('roster.templateTurn', { turn: turnText }) } : {})}
        >
          {(ids) => (
            <select {...ids} className="input" value={name} onChange={({ target }) => setName(target.value)}>
              {templates.map((one) => (
                <option key={one.name} value={one.name}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('roster.templateFrom')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="date"
              value={from}
              min={span.from}
              max={span.to}
              onChange={({ target }) => target.value && setFrom(target.value)}
            />
          )}
        </Field>
        <Field label={t('roster.templateTo')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="date"
              value={to}
              min={from}
              max={addDays(from, 92)}
              onChange={({ target }) => target.value && setTo(target.value)}
            />
          )}
        </Field>
        <fieldset className="field wide roster-people">
          <legend className="label">{t('roster.templatePeople')}</legend>
          {staff.map(({ id, body }) => {
            const at = people.indexOf(id);
            return (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  onChange={({ target }) => {
                    setError('');
                    setPeople(target.checked ? [...people, id] : people.filter((one) => one !== id));
                  }}
                />
                {body.name} {at >= 0 && <span className="tag good">{at + 1}</span>}
              </label>
            );
          })}
          {error && (
            <span className="error" role="alert">
              {error}
            </span>
          )}
        </fieldset>
      </div>
    </Dialog>
  );
}
