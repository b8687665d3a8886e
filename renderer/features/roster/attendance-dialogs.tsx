/** Dialogs of attendance: a forgotten punch explained and decided, a correction by lead or HR. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { clock } from '@shared/core/time';
import { decideExplanation, explainPunch, markAttendance } from '@shared/roster/punch';
import { shiftSpan } from '@shared/roster/roster';
import { MARKS, PUNCHES, type Explanation, type Mark, type PunchType } from '@shared/roster/schema';
import { PLANNERS } from '@shared/roster/set-plans';
import { shiftName } from '@shared/roster/words';
import { staffName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { OwnPin } from '../../ui/own-pin';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';
import { Approver } from '../../ui/approver';
import type { AttendanceRow } from './attendance-rows';
import { DecideDialog } from './decide-dialog';

interface RowDialogProps {
  readonly row: AttendanceRow;
  readonly onClose: () => void;
}

const typeLabel = (type: PunchType): string =>
  t(type === 'in' ? 'roster.attendance.in' : 'roster.attendance.out');

function useTitle({
  day,
  shift,
  staff,
}: {
  readonly day: string;
  readonly shift: string;
  readonly staff: string;
}) {
  const { shifts } = useDirectory((state) => state.settings);
  return { name: staffName(staff), day: day.slice(5), shift: shiftName(shifts, shift) };
}

/** 补签: which one was forgotten, when it really was, why. */
export function ExplainDialog({ row: { of }, onClose }: RowDialogProps): ReactElement {
  const shift = useDirectory(({ settings }) => settings.shifts.find(({ id }) => id === of.shift));
  const [who, setWho] = useState<Witness | null>(null);
  const { day, staff } = of;
  const missing = PUNCHES.filter((type) => of[type] === '');
  const span = shift ? shiftSpan(shift, day) : null;
  const usual = (type: PunchType): string => (span ? toCivil(type === 'in' ? span.from : span.to) : '');
  const first = missing[0] ?? 'in';
  const form = useForm<{ readonly type: string; readonly at: string; readonly reason: string }>({
    draftKey: `attendance.explain:${day}:${of.shift}:${staff}`,
    initial: { type: first, at: usual(first), reason: '' },
    parts: ['staff'],
    save: ({ type, at, reason }, actId) =>
      runCommand(
        explainPunch,
        { day, shift: of.shift, staff, type: type as PunchType, at: toInstant(at), reason },
        { actId, witnesses: who ? [who] : [] },
      ),
    onSaved: () => {
      toast(t('roster.attendance.explainDone'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('roster.attendance.explainTitle', useTitle(of))}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="type"
        label={t('roster.attendance.explainType')}
        options={missing.map((type) => ({ value: type, label: typeLabel(type) }))}
        required
      />
      <TextField
        form={form}
        name="at"
        label={t('roster.attendance.explainAt')}
        type="datetime-local"
        required
      />
      <TextField
        form={form}
        name="reason"
        label={t('roster.attendance.explainReason')}
        rows={2}
        required
        wide
      />
      <OwnPin
        label={t('roster.attendance.explainPin')}
        staff={staff}
        witness={who}
        onWitness={setWho}
        error={form.errors.staff}
      />
    </FormDialog>
  );
}

/** Lead or HR decides on a forgotten punch. */
export function DecideExplanationDialog({
  explanation,
  onClose,
}: {
  readonly explanation: Explanation;
  readonly onClose: () => void;
}): ReactElement {
  const { id, body, day } = explanation;
  return (
    <DecideDialog
      label={t('roster.leaves.decided')}
      draftKey={`attendance.decide:${id}`}
      title={t('roster.attendance.decideTitle', useTitle({ day, shift: body.shift, staff: body.staff }))}
      approver={t('roster.leaves.approver')}
      roles={PLANNERS}
      notBy={[body.staff]}
      run={(decided, options) => runCommand(decideExplanation, { id, ...decided }, options)}
      onClose={onClose}
    >
      <p className="wide">
        {t('roster.attendance.decideText', {
          type: typeLabel(body.type),
          time: clock(body.at),
          reason: body.reason,
        })}
      </p>
    </DecideDialog>
  );
}

/** 更正: what lead or HR put in the place of what the punches say. */
export function CorrectDialog({ row: { of, mark }, onClose }: RowDialogProps): ReactElement {
  const { day, shift, staff } = of;
  const [who, setWho] = useState<Witness | null>(null);
  const form = useForm<{ readonly mark: string; readonly reason: string }>({
    draftKey: `attendance.mark:${day}:${shift}:${staff}`,
    initial: { mark: mark?.body.mark ?? 'present', reason: '' },
    parts: ['approval'],
    save: (values, actId) =>
      runCommand(
        markAttendance,
        { day, shift, staff, mark: values.mark as Mark | '', reason: values.reason },
        { actId, witnesses: who ? [who] : [] },
      ),
    onSaved: () => {
      toast(t('roster.attendance.corrected'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('roster.attendance.correctTitle', useTitle(of))}
      submitLabel={t('roster.attendance.correct')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="mark"
        label={t('roster.attendance.correctMark')}
        options={[
          ...MARKS.map((value) => ({ value, label: t(`roster.attendance.mark.${value}`) })),
          { value: '', label: t('roster.attendance.mark.none') },
        ]}
        wide
      />
      <TextField form={form} name="reason" label={t('roster.attendance.correctReason')} required wide />
      <Approver
        label={t('roster.leaves.approver')}
        roles={PLANNERS}
        notBy={[staff]}
        witness={who}
        onWitness={setWho}
        error={form.errors.approval}
      />
    </FormDialog>
  );
}
