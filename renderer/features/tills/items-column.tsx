/** What else is handed over, and who signs: colleague, witness of the night, lead for a difference. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import type { Witness } from '@shared/core/command';
import { useDirectory } from '../../data/directory';
import { type Form } from '../../ui/form';
import { SelectField, TextField } from '../../ui/fields';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import type { CloseValues } from './close-values';

interface ItemsColumnProps {
  readonly mode: 'handover' | 'seal';
  readonly form: Form<CloseValues>;
  readonly differs: boolean;
  readonly needsLead: boolean;
  readonly other: Witness | null;
  readonly onOther: (witness: Witness) => void;
  readonly lead: Witness | null;
  readonly onLead: (witness: Witness) => void;
}

export function ItemsColumn(props: ItemsColumnProps): ReactElement {
  const { mode, form, differs, needsLead, other, onOther, lead, onLead } = props;
  const { shifts, tillDifferenceLimit } = useDirectory(({ settings }) => settings);
  const { errors } = form;
  return (
    <section className="column">
      <h2>{t('tills.handItems')}</h2>
      <div className="form-grid">
        {differs && <TextField form={form} name="reason" label={t('tills.reason')} required wide />}
        {needsLead && (
          <SecondStaff
            label={t('tills.approver')}
            help={t('tills.approverHelp', { limit: formatMoney(tillDifferenceLimit) })}
            witness={lead}
            onWitness={onLead}
            error={errors.approver}
          />
        )}
        <TextField form={form} name="receiptFrom" label={t('tills.field.receiptFrom')} />
        <TextField form={form} name="receiptTo" label={t('tills.field.receiptTo')} />
        <TextField form={form} name="keys" label={t('tills.field.keys')} />
        <TextField form={form} name="cards" label={t('tills.field.cards')} />
        <TextField form={form} name="equipment" label={t('tills.field.equipment')} />
        <TextField form={form} name="note" label={t('tills.field.note')} />
        <TextField form={form} name="deposits" label={t('tills.field.deposits')} wide />
        {mode === 'handover' ? (
          <>
            <SelectField
              form={form}
              name="shift"
              label={t('tills.shift')}
              options={shifts.map(({ name }) => ({ value: name, label: name }))}
              wide
            />
            <SecondStaff
              label={t('tills.taking')}
              help={t('tills.takingHelp')}
              witness={other}
              onWitness={onOther}
              error={errors.taking}
            />
          </>
        ) : (
          <>
            <TextField form={form} name="sealNo" label={t('tills.field.sealNo')} required />
            <TextField form={form} name="safe" label={t('tills.field.safe')} required />
            <SecondStaff
              label={t('tills.witness')}
              help={t('tills.witnessHelp')}
              witness={other}
              onWitness={onOther}
              error={errors.witness}
            />
          </>
        )}
      </div>
    </section>
  );
}
