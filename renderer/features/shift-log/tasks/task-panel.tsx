/** One task: what is asked, its steps so far, and the steps that are this person's to take. */
import type { ReactElement } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import { handOverMatters } from '@shared/service/hand-over';
import { RULES, stepsFrom, TASK_STEPS, type TaskStep } from '@shared/tasks/machine';
import type { Task } from '@shared/tasks/schema';
import { mayStep, stepTask } from '@shared/tasks/step';
import { staffName } from '../../../data/directory';
import { runCommand } from '../../../data/gateway';
import { useSession } from '../../../data/session';
import { SelectField, TextField } from '../../../ui/fields';
import { useForm } from '../../../ui/form';
import { FormDialog } from '../../../ui/form-dialog';
import { t, type MessageKey } from '../../../ui/i18n';
import { RecordPanel } from '../../../ui/record-panel';
import { toast } from '../../../ui/toast';
import { useMinute } from '../../../ui/use-minute';
import { useDeskStaff } from '../use-records';
import { responsibleOf, TaskTags } from './task-register';

interface TaskPanelProps {
  readonly task: Task;
  readonly act: string;
  /** '' goes back to the record. */
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function TaskPanel({ task, act, onAct, onClose }: TaskPanelProps): ReactElement {
  const now = useMinute();
  const actor = useSession((session) => session.actor);
  const { body, status } = task;
  const mine = actor ? stepsFrom(status).filter((step) => mayStep(task, step, actor)) : [];
  const mayMove =
    (status === 'given' || status === 'accepted') &&
    task.key !== '' &&
    (task.key === actor?.id || hasRole(actor?.roles ?? [], ['lead', 'manager']));
  // What goes on comes first, what ends it without a result last.
  const [main, ...others] = [...mine].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const step = TASK_STEPS.find((one) => one === act);
  return (
    <>
      <RecordPanel
        number={body.no ?? ''}
        title={body.title}
        tags={<TaskTags task={task} now={now} />}
        onClose={onClose}
        facts={[
          [t('shiftLog.column.responsible'), responsibleOf(task)],
          [t('shiftLog.column.setter'), staffName(body.setter)],
          [t('shiftLog.column.due'), dateTimeCell(body.deadline)],
          [t('shiftLog.column.priority'), t(`shiftLog.task.priority.${body.priority}`)],
          [
            t('shiftLog.task.content'),
            body.content === '' ? '' : <span className="pre">{body.content}</span>,
          ],
        ]}
        log={body.log ?? []}
        describe={(entry) => t(`shiftLog.act.${entry.act}` as MessageKey)}
        actions={
          (main ?? mayMove) && (
            <>
              {main && (
                <button type="button" className="button primary grow" onClick={() => onAct(main)}>
                  {t(`shiftLog.task.step.${main}`)}
                </button>
              )}
              {others.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={one === 'withdraw' ? 'button danger' : 'button'}
                  onClick={() => onAct(one)}
                >
                  {t(`shiftLog.task.step.${one}`)}
                </button>
              ))}
              {mayMove && (
                <button type="button" className="button" onClick={() => onAct('handOver')}>
                  {t('shiftLog.task.handOver')}
                </button>
              )}
            </>
          )
        }
      />
      {step && mine.includes(step) && (
        <StepDialog key={step} task={task} step={step} onClose={() => onAct('')} />
      )}
      {act === 'handOver' && mayMove && <HandOverDialog task={task} onClose={() => onAct('')} />}
    </>
  );
}

const ORDER: readonly TaskStep[] = ['accept', 'finish', 'confirm', 'progress', 'return', 'withdraw'];

interface StepDialogProps {
  readonly task: Task;
  readonly step: TaskStep;
  readonly onClose: () => void;
}

function StepDialog({ task, step, onClose }: StepDialogProps): ReactElement {
  const form = useForm({
    draftKey: `task.${step}:${task.id}`,
    initial: { note: '' },
    save: ({ note }, actId) => runCommand(stepTask, { id: task.id, step, note }, { actId }),
    onSaved: () => {
      toast(t(`shiftLog.task.stepped.${step}`));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={`${t(`shiftLog.task.step.${step}`)}：${task.body.title}`}
      submitLabel={t(`shiftLog.task.step.${step}`)}
      danger={step === 'withdraw'}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="note"
        label={t(`shiftLog.task.note.${step}`)}
        rows={3}
        required={RULES[step].note === 'required'}
        wide
      />
    </FormDialog>
  );
}

function HandOverDialog({
  task,
  onClose,
}: {
  readonly task: Task;
  readonly onClose: () => void;
}): ReactElement {
  const colleagues = useDeskStaff().filter(
    ({ id, body }) => id !== task.key && id !== task.body.setter && hasRole(body.roles, DESK_ROLES),
  );
  const form = useForm({
    draftKey: `task.handOver:${task.id}`,
    initial: { to: '', reason: '' },
    save: ({ to, reason }, actId) => runCommand(handOverMatters, { ids: [task.id], to, reason }, { actId }),
    onSaved: () => {
      toast(t('shiftLog.task.handedOver', { name: staffName(form.values.to) }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('shiftLog.task.handOverTitle')}
      submitLabel={t('shiftLog.task.handOver')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="to"
        label={t('shiftLog.task.handOverTo')}
        options={[
          { value: '', label: '' },
          ...colleagues.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        required
        wide
      />
      <TextField form={form} name="reason" label={t('shiftLog.task.handOverReason')} required wide />
    </FormDialog>
  );
}
