/** A lead says that two people are one: which of them stays, and why. */
import type { ReactElement } from 'react';
import { maskPhone } from '@shared/core/mask';
import { mergeCustomers } from '@shared/customers/merge';
import type { Person } from '@shared/customers/people';
import { runCommand } from '../../data/gateway';
import { SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

interface MergeDialogProps {
  readonly person: Person;
  readonly other: Person;
  readonly onClose: () => void;
}

const textOf = ({ name, phone }: Person): string => `${name} ${maskPhone(phone)}`;

export function MergeDialog({ person, other, onClose }: MergeDialogProps): ReactElement {
  const form = useForm({
    draftKey: `customer.merge:${person.id}`,
    initial: { stays: person.id, reason: '' },
    save: ({ stays, reason }, actId) => {
      const [into, from] = stays === person.id ? [person, other] : [other, person];
      const who = ({ name, phone }: Person): { name: string; phone: string } => ({ name, phone });
      return runCommand(mergeCustomers, { from: who(from), into: who(into), reason }, { actId });
    },
    onSaved: () => {
      toast(t('customers.merged'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('customers.mergeTitle')}
      submitLabel={t('customers.mergeDo')}
      onClose={onClose}
    >
      <p className="quiet small wide">{t('customers.mergeHelp')}</p>
      <SelectField
        form={form}
        name="stays"
        label={t('customers.stays')}
        options={[person, other].map((one) => ({ value: one.id, label: textOf(one) }))}
        wide
      />
      <TextField form={form} name="reason" label={t('customers.field.reason')} required wide />
    </FormDialog>
  );
}
