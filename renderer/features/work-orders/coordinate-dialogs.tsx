/** What the first-asked person does with the departments: another one, one more, none, or somebody higher up. */
import type { ReactElement } from 'react';
import { addPart, escalateOrder, reassignPart, withdrawPart } from '@shared/work-orders/coordinate';
import { emptyPart, type PartFields } from '@shared/work-orders/fields';
import { ESCALATION_LEVELS, type EscalationLevel, type WorkOrder } from '@shared/work-orders/schema';
import { liveParts } from '@shared/work-orders/state';
import { nowIso } from '../../data/clock';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { SelectField, TextField } from '../../ui/fields';
import { useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';
import { useHandlers, type PartDialogProps } from './part-dialogs';

interface OrderDialogProps {
  readonly order: WorkOrder;
  readonly onClose: () => void;
}

const saved = (onClose: () => void) => (): void => {
  toast(t('workOrders.done'));
  onClose();
};

/** Department, assignee, content and time of one part; `due` is a civil time. */
function PartInputs({
  form,
  except,
}: {
  readonly form: Form<PartFields>;
  readonly except: readonly string[];
}): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const names = useHandlers(form.values.department);
  const options = departments.filter(({ id, status }) => status === 'active' && !except.includes(id));
  return (
    <>
      <SelectField
        form={form}
        name="department"
        label={t('workOrders.field.department')}
        options={[
          { value: '', label: t('workOrders.choose') },
          ...options.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        required
      />
      <TextField form={form} name="assignee" label={t('workOrders.field.assignee')} list={names} />
      <TextField form={form} name="content" label={t('workOrders.field.content')} rows={3} required wide />
      <TextField form={form} name="due" label={t('workOrders.field.due')} type="datetime-local" wide />
    </>
  );
}

/** 改派. */
export function ReassignDialog({ order, part, onClose }: PartDialogProps): ReactElement {
  const others = liveParts(order.body).filter(({ id }) => id !== part.id);
  const form = useForm<PartFields & { readonly reason: string }>({
    draftKey: `workOrder.reassign:${part.id}`,
    initial: {
      // Given back: somebody else is looked for. A time that has passed is set anew.
      department: part.state === 'refused' || part.state === 'returned' ? '' : part.department,
      assignee: '',
      content: part.content,
      due: part.due > nowIso() ? toCivil(part.due) : '',
      reason: '',
    },
    save: ({ due, ...values }, actId) =>
      runCommand(reassignPart, { id: order.id, part: part.id, due: toInstant(due), ...values }, { actId }),
    onSaved: saved(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('workOrders.reassignTitle')}
      submitLabel={t('workOrders.reassign')}
      onClose={onClose}
      width={560}
    >
      <PartInputs form={form} except={others.map(({ department }) => department)} />
      <TextField form={form} name="reason" label={t('workOrders.field.reason')} required wide />
    </FormDialog>
  );
}

/** 增加部门. */
export function AddPartDialog({ order, onClose }: OrderDialogProps): ReactElement {
  const { body } = order;
  const form = useForm<PartFields>({
    draftKey: `workOrder.addPart:${order.id}`,
    initial: {
      ...emptyPart('', body.summary.slice(0, 500)),
      due: body.due > nowIso() ? toCivil(body.due) : '',
    },
    save: ({ due, ...values }, actId) =>
      runCommand(addPart, { id: order.id, due: toInstant(due), ...values }, { actId }),
    onSaved: saved(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('workOrders.addPartTitle')}
      submitLabel={t('workOrders.addPart')}
      onClose={onClose}
      width={560}
    >
      <PartInputs form={form} except={liveParts(body).map(({ department }) => department)} />
    </FormDialog>
  );
}

/** 撤销承办. */
export function WithdrawDialog({ order, part, onClose }: PartDialogProps): ReactElement {
  const form = useForm({
    draftKey: `workOrder.withdraw:${part.id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(withdrawPart, { id: order.id, part: part.id, reason }, { actId }),
    onSaved: saved(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('workOrders.withdrawTitle', { department: departmentName(part.department) })}
      submitLabel={t('workOrders.withdraw')}
      onClose={onClose}
      danger
    >
      <TextField form={form} name="reason" label={t('workOrders.field.reason')} required wide />
    </FormDialog>
  );
}

interface EscalationValues {
  readonly level: EscalationLevel;
  readonly to: string;
  readonly department: string;
  readonly reason: string;
}

/** 升级. */
export function EscalateDialog({ order, onClose }: OrderDialogProps): ReactElement {
  const staff = useDirectory((state) => state.staff);
  const departments = [...new Set(liveParts(order.body).map(({ department }) => department))];
  const form = useForm<EscalationValues>({
    draftKey: `workOrder.escalate:${order.id}`,
    initial: {
      level: 'lead',
      to: '',
      department: departments.length === 1 ? (departments[0] ?? '') : '',
      reason: '',
    },
    save: (values, actId) => runCommand(escalateOrder, { id: order.id, ...values }, { actId }),
    onSaved: saved(onClose),
  });
  const role = form.values.level === 'departmentHead' ? 'handler' : form.values.level;
  const names = staff
    .filter(({ status, body }) => status === 'active' && body.roles.includes(role))
    .map(({ body }) => body.name);
  return (
    <FormDialog
      form={form}
      title={t('workOrders.escalateTitle')}
      submitLabel={t('workOrders.escalate')}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="level"
        label={t('workOrders.field.level')}
        options={ESCALATION_LEVELS.map((value) => ({ value, label: t(`workOrders.level.${value}`) }))}
        wide
      />
      <TextField form={form} name="to" label={t('workOrders.field.escalatedTo')} list={names} required />
      <SelectField
        form={form}
        name="department"
        label={t('workOrders.field.department')}
        options={[
          { value: '', label: t('workOrders.allDepartments') },
          ...departments.map((id) => ({ value: id, label: departmentName(id) })),
        ]}
      />
      <TextField form={form} name="reason" label={t('workOrders.field.reason')} required wide />
    </FormDialog>
  );
}
