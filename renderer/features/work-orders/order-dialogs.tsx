/** Acts on the whole order: the customer's word, closing, correcting, voiding. */
import { useState, type ReactElement } from 'react';
import { closeOrder, confirmOrder, voidOrder } from '@shared/work-orders/confirm';
import { correctOrder } from '@shared/work-orders/coordinate';
import type { OrderFields } from '@shared/work-orders/fields';
import {
  CONFIRM_RESULTS,
  CONFIRM_WAYS,
  type ConfirmResult,
  type ConfirmWay,
  type WorkOrder,
} from '@shared/work-orders/schema';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { Dialog } from '../../ui/dialog';
import { FormDialog } from '../../ui/form-dialog';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { refusalText, t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { PartyFields } from '../../ui/service/party-fields';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';
import { toInstant } from '../../ui/typed';
import { VoidRecordDialog } from '../../ui/void-dialog';

interface OrderDialogProps {
  readonly order: WorkOrder;
  readonly onClose: () => void;
}

interface ConfirmValues {
  readonly way: ConfirmWay | '';
  readonly result: ConfirmResult | '';
  readonly note: string;
  readonly close: boolean;
  /** Ids of the parts that are worked on again. */
  readonly reopen: readonly string[];
  readonly due: string;
}

/** 客户确认. */
export function ConfirmDialog({ order, onClose }: OrderDialogProps): ReactElement {
  const { id, body } = order;
  const done = body.parts.filter(({ state }) => state === 'done');
  const form = useForm<ConfirmValues>({
    draftKey: `workOrder.confirm:${id}`,
    initial: {
      way: body.customer.name === '' ? 'onSite' : 'phone',
      result: '',
      note: '',
      close: true,
      reopen: done.map((part) => part.id),
      due: '',
    },
    save: ({ due, ...values }, actId) =>
      runCommand(confirmOrder, { id, due: toInstant(due), ...values }, { actId }),
    onSaved: ([saved]) => {
      toast(
        saved?.status === 'closed'
          ? t('workOrders.closed', { no: body.no ?? '' })
          : t(saved?.status === 'open' ? 'workOrders.reopened' : 'workOrders.done'),
      );
      onClose();
    },
  });
  const { values, errors, set } = form;
  const again = values.result === 'dissatisfied';
  const { name, phone } = body.customer;
  const desk = useSession((session) => session.desk);
  return (
    <FormDialog
      form={form}
      title={t('workOrders.confirmTitle')}
      submitLabel={t('workOrders.confirm')}
      onClose={onClose}
      width={520}
    >
      {phone !== '' && (
        <p className="wide">
          {t('workOrders.callCustomer', { name })}{' '}
          {order.desk === desk ? <strong>{phone}</strong> : <MaskedPhone phone={phone} record={id} />}
        </p>
      )}
      <ChoiceField
        form={form}
        name="way"
        label={t('workOrders.field.way')}
        options={CONFIRM_WAYS.map((value) => ({ value, label: t(`workOrders.way.${value}`) }))}
        required
        wide
      />
      <ChoiceField
        form={form}
        name="result"
        label={t('workOrders.field.confirmation')}
        options={CONFIRM_RESULTS.map((value) => ({ value, label: t(`workOrders.confirmResult.${value}`) }))}
        required
        wide
      />
      <TextField form={form} name="note" label={t('workOrders.field.note')} rows={2} required={again} wide />
      {again ? (
        <>
          <fieldset className="field wide ticks">
            <legend className="label">{t('workOrders.reopenParts')}</legend>
            {done.map((part) => (
              <label key={part.id} className="check">
                <input
                  type="checkbox"
                  checked={values.reopen.includes(part.id)}
                  onChange={({ target }) =>
                    set({
                      reopen: target.checked
                        ? [...values.reopen, part.id]
                        : values.reopen.filter((one) => one !== part.id),
                    })
                  }
                />
                {departmentName(part.department)}
              </label>
            ))}
            {errors.reopen && (
              <span className="error" role="alert">
                {errors.reopen}
              </span>
            )}
          </fieldset>
          <TextField
            form={form}
            name="due"
            label={t('workOrders.field.due')}
            help={t('workOrders.reopenDueHelp')}
            type="datetime-local"
            wide
          />
        </>
      ) : (
        <CheckField form={form} name="close" label={t('workOrders.closeToo')} wide />
      )}
    </FormDialog>
  );
}

/** 办结 of a confirmed order. */
export function CloseDialog({ order, onClose }: OrderDialogProps): ReactElement {
  const [fault, setFault] = useState('');
  const close = async (): Promise<void> => {
    const outcome = await runCommand(closeOrder, { id: order.id });
    if (outcome.ok) {
      toast(t('workOrders.closed', { no: order.body.no ?? '' }));
      onClose();
    } else setFault(outcome.refusals.map(({ code, params }) => refusalText(code, params)).join(' '));
  };
  const last = order.body.confirmations.at(-1);
  return (
    <Dialog
      title={`${t('workOrders.close')} ${order.body.no ?? ''}`}
      onClose={onClose}
      onSubmit={() => void close()}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" data-first>
            {t('workOrders.close')}
          </button>
        </>
      }
    >
      {last && (
        <p>
          {t('workOrders.confirmedAs', {
            result: t(`workOrders.confirmResult.${last.result}`),
            way: t(`workOrders.way.${last.way}`),
          })}
        </p>
      )}
      {fault && (
        <div className="notice overdue" role="alert">
          {fault}
        </div>
      )}
    </Dialog>
  );
}

/** 更正: customer, category and matter. */
export function CorrectForm({ order, onClose }: OrderDialogProps): ReactElement {
  const { id, body } = order;
  const settings = useDirectory((state) => state.settings);
  const categories = settings.workOrderCategories.includes(body.category)
    ? settings.workOrderCategories
    : [...settings.workOrderCategories, body.category];
  const form = useForm<Omit<OrderFields, 'due' | 'parts'>>({
    draftKey: `workOrder.correct:${id}`,
    initial: { ...body.customer, category: body.category, summary: body.summary },
    save: (fields, actId) => runCommand(correctOrder, { id, fields }, { actId }),
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onClose();
    },
  });
  const customer = useCustomer(form.values.phone);
  return (
    <FormPanel
      form={form}
      title={t('workOrders.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      <PartyFields form={form} customer={customer} offers={false} named={false} />
      <SelectField
        form={form}
        name="category"
        label={t('workOrders.field.category')}
        options={categories.map((value) => ({ value, label: value }))}
        required
      />
      <TextField form={form} name="summary" label={t('workOrders.field.summary')} rows={4} required wide />
    </FormPanel>
  );
}

/** 作废. */
export function VoidDialog({ order, onClose }: OrderDialogProps): ReactElement {
  const no = order.body.no ?? '';
  return (
    <VoidRecordDialog
      record={order}
      act="workOrder.void"
      leadField="lead"
      texts={{
        title: t('workOrders.voidTitle', { no }),
        text: t('workOrders.voidText'),
        submit: t('workOrders.voidConfirm'),
        reason: t('workOrders.field.reason'),
        lead: t('workOrders.leadConfirms'),
        done: t('workOrders.done'),
      }}
      save={(reason, act) => runCommand(voidOrder, { id: order.id, reason }, act)}
      onClose={onClose}
    />
  );
}
