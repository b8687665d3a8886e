/** 派单: the customer, the matter, and who does what of it until when. */
import { useId, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { LIMITS } from '@shared/work-orders/schema';
import { dispatchOrder } from '@shared/work-orders/dispatch';
import { emptyOrder, emptyPart, type OrderFields, type PartFields } from '@shared/work-orders/fields';
import { dueAfter } from '@shared/service/clocks';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { Field, SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { CustomerHistory } from '../../ui/service/customer-history';
import type { Start } from '../../ui/service/origin';
import { PartyFields } from '../../ui/service/party-fields';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';
import { dayTime, toInstant } from '../../ui/typed';
import { useHandlers } from './part-dialogs';

const BASE = '/work-orders';

function initialOf({ prefill }: Start, categories: readonly string[]): OrderFields {
  const empty = emptyOrder(categories[0] ?? '');
  if (!prefill) return empty;
  const { customer, summary, department } = prefill;
  return { ...empty, ...customer, summary, parts: [emptyPart(department, '')] };
}

/** Times are civil in the form, instants in the command; a part without a text of its own does what the order says. */
function toCommand(fields: OrderFields): OrderFields {
  return {
    ...fields,
    due: toInstant(fields.due),
    parts: fields.parts.map((part) => ({
      ...part,
      due: toInstant(part.due),
      content: part.content.trim() === '' ? fields.summary.slice(0, LIMITS.content) : part.content,
    })),
  };
}

export function OrderForm({ start }: { readonly start: Start }): ReactElement {
  const [, navigate] = useLocation();
  const settings = useDirectory((state) => state.settings);
  const { origin } = start;
  const form = useForm<OrderFields>({
    draftKey: `workOrder.dispatch:${origin?.id ?? ''}`,
    initial: initialOf(start, settings.workOrderCategories),
    save: (fields, actId) =>
      runCommand(dispatchOrder, { id: actId, fields: toCommand(fields), origin }, { actId }),
    onSaved: (docs) => {
      const order = docs.find(({ kind }) => kind === 'workOrder');
      toast(t('workOrders.dispatched', { no: order?.body.no ?? '' }));
      navigate(order ? `${BASE}/${order.id}` : BASE);
    },
  });
  const customer = useCustomer(form.values.phone);
  const due = dueAfter(nowIso(), settings.clocks.workOrder, settings.workingHours);
  return (
    <div className="with-aside">
      <FormPanel
        form={form}
        title={origin ? t('workOrders.fromTitle', { no: origin.no }) : t('workOrders.newTitle')}
        submitLabel={t('workOrders.dispatch')}
        onClose={() => navigate(BASE)}
      >
        <PartyFields form={form} customer={customer} named={false} />
        <SelectField
          form={form}
          name="category"
          label={t('workOrders.field.category')}
          options={settings.workOrderCategories.map((value) => ({ value, label: value }))}
          required
        />
        <TextField
          form={form}
          name="due"
          label={t('workOrders.field.due')}
          help={t('workOrders.dueHelp', { time: dayTime(due) })}
          type="datetime-local"
        />
        <TextField form={form} name="summary" label={t('workOrders.field.summary')} rows={3} required wide />
        <PartsField form={form} />
      </FormPanel>
      <aside>
        <CustomerHistory customer={customer} />
      </aside>
    </div>
  );
}

function PartsField({ form }: { readonly form: Form<OrderFields> }): ReactElement {
  const { values, errors, set } = form;
  const change = (index: number, part: Partial<PartFields>): void =>
    set({ parts: values.parts.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      {errors.parts && (
        <div className="notice overdue wide" role="alert">
          {errors.parts}
        </div>
      )}
      {values.parts.map((part, index) => (
        <PartRow
          key={index}
          index={index}
          part={part}
          errors={errors}
          alone={values.parts.length === 1}
          onChange={(next) => change(index, next)}
          onRemove={() => set({ parts: values.parts.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="wide">
        <button
          type="button"
          className="button"
          onClick={() => set({ parts: [...values.parts, emptyPart()] })}
        >
          <Icon name="plus" />
          {t('workOrders.addPartRow')}
        </button>
      </div>
    </>
  );
}

interface PartRowProps {
  readonly index: number;
  readonly part: PartFields;
  readonly errors: Readonly<Record<string, string>>;
  readonly alone: boolean;
  readonly onChange: (change: Partial<PartFields>) => void;
  readonly onRemove: () => void;
}

function PartRow({ index, part, errors, alone, onChange, onRemove }: PartRowProps): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const names = useHandlers(part.department);
  const list = useId();
  const errorOf = (field: keyof PartFields): string | undefined => errors[`parts.${index}.${field}`];
  return (
    <fieldset className="wide order-part">
      <legend>
        {t('workOrders.partTitle', { index: index + 1 })}
        {!alone && (
          <button type="button" className="button plain" onClick={onRemove}>
            {t('workOrders.removePartRow')}
          </button>
        )}
      </legend>
      <Field label={t('workOrders.field.department')} error={errorOf('department')} required>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={part.department}
            onChange={({ target }) => onChange({ department: target.value })}
          >
            <option value="">{t('workOrders.choose')}</option>
            {departments
              .filter(({ status }) => status === 'active')
              .map(({ id, body }) => (
                <option key={id} value={id}>
                  {body.name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field
        label={t('workOrders.field.assignee')}
        help={t('workOrders.assigneeHelp')}
        error={errorOf('assignee')}
      >
        {(ids) => (
          <>
            <input
              {...ids}
              className="input"
              autoComplete="off"
              list={list}
              value={part.assignee}
              onChange={({ target }) => onChange({ assignee: target.value })}
            />
            <datalist id={list}>
              {names.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field
        label={t('workOrders.field.content')}
        help={t('workOrders.contentHelp')}
        error={errorOf('content')}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            autoComplete="off"
            value={part.content}
            onChange={({ target }) => onChange({ content: target.value })}
          />
        )}
      </Field>
      <Field label={t('workOrders.field.due')} help={t('workOrders.partDueHelp')} error={errorOf('due')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="datetime-local"
            value={part.due}
            onChange={({ target }) => onChange({ due: target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
