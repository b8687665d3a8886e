/** A new visitor beside the list. */
import type { ReactElement } from 'react';
import { emptyFields } from '@shared/visits/fields';
import { registerVisit } from '@shared/visits/register';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toFields, toValues } from './form-values';
import { REGISTER_DRAFT } from './register-draft';
import { VisitFields } from './visit-fields';

interface RegisterFormProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function RegisterForm({ onSaved, onClose }: RegisterFormProps): ReactElement {
  const actor = useSession((state) => state.actor?.id ?? '');
  const form = useForm({
    draftKey: REGISTER_DRAFT,
    initial: toValues(emptyFields(actor, '')),
    // The act's id is the record's: a form saved twice, even over a crash, is one visit.
    save: (values, actId) => runCommand(registerVisit, { id: actId, fields: toFields(values) }, { actId }),
    onSaved: ([doc]) => {
      const { id, body } = doc as Visit;
      toast(t('visits.saved', { name: namedPerson(body), no: body.no ?? '' }));
      onSaved(id);
    },
  });
  return (
    <FormPanel form={form} title={t('visits.new')} submitLabel={t('visits.submit')} onClose={onClose}>
      <VisitFields form={form} offers />
    </FormPanel>
  );
}
