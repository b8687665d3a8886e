/** A follow-up by hand, or of a matter that is answered. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { emptyFollowUp, planFollowUp, type FollowUpFields } from '@shared/follow-up/plan-call';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { CustomerHistory } from '../../ui/service/customer-history';
import type { Start } from '../../ui/service/origin';
import { PartyFields } from '../../ui/service/party-fields';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';

const BASE = '/follow-up';

export function CallForm({ start: { origin, prefill } }: { readonly start: Start }): ReactElement {
  const [, navigate] = useLocation();
  const actor = useSession((state) => state.actor?.id ?? '');
  const form = useForm<FollowUpFields>({
    draftKey: `followUp.plan:${origin?.id ?? ''}`,
    initial: {
      ...emptyFollowUp(actor, today()),
      ...(prefill ? { ...prefill.customer, summary: prefill.summary, department: prefill.department } : {}),
    },
    // The act's id is the record's: a form saved twice is one follow-up.
    save: (fields, actId) => runCommand(planFollowUp, { id: actId, fields, origin }, { actId }),
    onSaved: (docs) => {
      const call = docs.find(({ kind }) => kind === 'followUp');
      toast(t('followUp.saved', { no: call?.body.no ?? '' }));
      navigate(call ? `${BASE}/${call.id}` : BASE);
    },
  });
  const customer = useCustomer(form.values.phone);
  return (
    <div className="with-aside">
      <FormPanel
        form={form}
        title={origin ? t('followUp.fromTitle', { no: origin.no }) : t('followUp.newTitle')}
        submitLabel={t('followUp.save')}
        onClose={() => navigate(BASE)}
      >
        <PartyFields form={form} customer={customer} />
        <TextField form={form} name="summary" label={t('followUp.field.summary')} rows={3} required wide />
        <DepartmentField form={form} />
        <TextField
          form={form}
          name="plannedFor"
          label={t('followUp.field.plannedFor')}
          type="date"
          required
        />
        <CallerField form={form} />
      </FormPanel>
      <aside>
        <CustomerHistory customer={customer} />
      </aside>
    </div>
  );
}

/** The department the call counts for; @param none label of '' */
export function DepartmentField<V extends { readonly department: string }>({
  form,
  label = t('followUp.field.department'),
  none = t('followUp.none'),
}: {
  readonly form: Form<V>;
  readonly label?: string;
  readonly none?: string;
}): ReactElement {
  const departments = useDirectory((state) => state.departments);
  // Only this field matters here.
  const one = form as unknown as Form<{ readonly department: string }>;
  return (
    <SelectField
      form={one}
      name="department"
      label={label}
      options={[
        { value: '', label: none },
        ...departments
          .filter(({ id, status }) => status === 'active' || id === one.values.department)
          .map(({ id, body }) => ({ value: id, label: body.name })),
      ]}
    />
  );
}

/** Who calls. */
export function CallerField<V extends { readonly responsible: string }>({
  form,
}: {
  readonly form: Form<V>;
}): ReactElement {
  const staff = useDirectory((state) => state.staff);
  return (
    <SelectField
      form={form as unknown as Form<{ readonly responsible: string }>}
      name="responsible"
      label={t('followUp.field.responsible')}
      options={staff
        .filter(({ status, body }) => status === 'active' && hasRole(body.roles, DESK_ROLES))
        .map(({ id, body }) => ({ value: id, label: body.name }))}
      required
    />
  );
}
