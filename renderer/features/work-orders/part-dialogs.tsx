/** What a department did, typed by its handler or, told by telephone, by the desk. */
import type { ReactElement } from 'react';
import { isTheirs } from '@shared/work-orders/access';
import {
  acceptPart,
  finishPart,
  handBackPart,
  refusePart,
  tellProgress,
} from '@shared/work-orders/part-steps';
import type { Part, WorkOrder } from '@shared/work-orders/schema';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

export interface PartDialogProps {
  readonly order: WorkOrder;
  readonly part: Part;
  readonly onClose: () => void;
}

/** Names of who answers for a department. */
export function useHandlers(department: string): readonly string[] {
  const staff = useDirectory((state) => state.staff);
  return staff
    .filter(
      ({ status, body }) =>
        status === 'active' && body.roles.includes('handler') && body.departments.includes(department),
    )
    .map(({ body }) => body.name);
}

/** 电话告知人, where the desk writes down what it was told. */
export function ToldByField<V extends { readonly toldBy: string }>(props: {
  readonly form: Form<V>;
  readonly part: Part;
}): ReactElement | null {
  const { part } = props;
  // The form's other fields do not matter here.
  const form = props.form as unknown as Form<{ readonly toldBy: string }>;
  const names = useHandlers(part.department);
  const own = useSession(({ actor }) => actor !== null && isTheirs(actor, part));
  if (own) return null;
  return (
    <TextField
      form={form}
      name="toldBy"
      label={t('workOrders.field.toldBy')}
      help={t('workOrders.toldByHelp')}
      list={names}
      required
      wide
    />
  );
}

const saved = (onClose: () => void) => (): void => {
  toast(t('workOrders.done'));
  onClose();
};

/** 接单. */
export function AcceptDialog({ order, part, onClose }: PartDialogProps): ReactElement {
  const names = useHandlers(part.department);
  const { origin } = order.body;
  const form = useForm({
    draftKey: `workOrder.accept:${part.id}`,
    initial: { assignee: part.assignee, toldBy: '' },
    save: (values, actId) =>
      runCommand(
        acceptPart,
        { id: order.id, part: part.id, visit: origin?.kind === 'visit' ? origin.id : '', ...values },
        { actId },
      ),
    onSaved: saved(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('workOrders.acceptTitle', { department: departmentName(part.department) })}
      submitLabel={t('workOrders.accept')}
      onClose={onClose}
    >
      <ToldByField form={form} part={part} />
      <TextField form={form} name="assignee" label={t('workOrders.field.assignee')} list={names} wide />
    </FormDialog>
  );
}

const WORDS = {
  progress: { command: tellProgress, title: 'workOrders.progressTitle', label: 'workOrders.progress' },
  finish: { command: finishPart, title: 'workOrders.finishTitle', label: 'workOrders.finish' },
} as const;

/** 进展 and 完成. */
export function WordDialog({
  order,
  part,
  act,
  onClose,
}: PartDialogProps & { readonly act: keyof typeof WORDS }): ReactElement {
  const form = useForm({
    draftKey: `workOrder.${act}:${part.id}`,
    initial: { text: '', toldBy: '' },
    save: (values, actId) =>
      runCommand(WORDS[act].command, { id: order.id, part: part.id, ...values }, { actId }),
    onSaved: saved(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t(WORDS[act].title, { department: departmentName(part.department) })}
      submitLabel={t(WORDS[act].label)}
      onClose={onClose}
    >
      <ToldByField form={form} part={part} />
      <TextField
        form={form}
        name="text"
        label={t(act === 'finish' ? 'workOrders.field.result' : 'workOrders.field.text')}
        rows={4}
        required
        wide
      />
    </FormDialog>
  );
}

const RETURNS = {
  refuse: { command: refusePart, title: 'workOrders.refuseTitle', label: 'workOrders.refuse' },
  handBack: { command: handBackPart, title: 'workOrders.handBackTitle', label: 'workOrders.handBack' },
} as const;

/** 拒绝承办 and 退回. */
export function ReturnDialog({
  order,
  part,
  act,
  onClose,
}: PartDialogProps & { readonly act: keyof typeof RETURNS }): ReactElement {
  const form = useForm({
    draftKey: `workOrder.${act}:${part.id}`,
    initial: { reason: '', toldBy: '' },
    save: (values, actId) =>
      runCommand(RETURNS[act].command, { id: order.id, part: part.id, ...values }, { actId }),
    onSaved: saved(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t(RETURNS[act].title, { department: departmentName(part.department) })}
      submitLabel={t(RETURNS[act].label)}
      onClose={onClose}
      danger
    >
      <ToldByField form={form} part={part} />
      <TextField form={form} name="reason" label={t('workOrders.field.reason')} required wide />
    </FormDialog>
  );
}
