/** 出库: 退供应商 报损 领用 赠送 (DOMAIN §4). */
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { typedMoney } from '@shared/core/money';
import type { Witness } from '@shared/core/command';
import { OUT_REASONS } from '@shared/ledger/entries/stock';
import { takeOut, type TakeOutFields } from '@shared/stock/take-out';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSuppliers } from '../../data/suppliers';
import { ChoiceField } from '../../ui/choice-field';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { LinesField } from '../../ui/lines/lines-field';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

export function OutForm(): ReactElement {
  const [, navigate] = useLocation();
  const locations = useDirectory(({ settings }) => settings.locations);
  const suppliers = useSuppliers();
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm<TakeOutFields>({
    draftKey: 'stock.takeOut',
    initial: {
      reason: 'used',
      location: locations[0] ?? '',
      supplier: '',
      counterpart: '',
      lines: [],
      remark: '',
    },
    parts: ['approval'],
    save: (fields, actId) =>
      runCommand(takeOut, { id: actId, fields }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: ([entry]) => {
      if (!entry) return;
      toast(t('stock.savedOut', { no: entry.body.no ?? '' }));
      navigate(`/stock/moves/${entry.id}`);
    },
  });
  const { reason, location, lines } = form.values;
  const back = reason === 'supplierReturn';
  const scrapped = reason === 'scrapped';
  return (
    <div className="entry-page">
      <FormPanel
        form={form}
        title={t('stock.outTitle')}
        submitLabel={t('stock.save')}
        onClose={() => navigate('/stock')}
      >
        <ChoiceField
          form={form}
          name="reason"
          label={t('stock.field.reason')}
          required
          options={OUT_REASONS.map((value) => ({ value, label: t(`ledger.move.${value}`) }))}
          wide
        />
        <SelectField
          form={form}
          name="location"
          label={t('stock.field.location')}
          required
          options={locations.map((value) => ({ value, label: value }))}
        />
        {back ? (
          <SelectField
            form={form}
            name="supplier"
            label={t('stock.field.supplier')}
            required
            options={[
              { value: '', label: '' },
              ...suppliers.map(({ id, body }) => ({ value: id, label: body.name })),
            ]}
          />
        ) : (
          <TextField
            form={form}
            name="counterpart"
            label={t(`stock.counterpartOf.${scrapped ? 'scrapped' : reason === 'gift' ? 'gift' : 'used'}`)}
            required={!scrapped}
          />
        )}
        <LinesField
          lines={lines}
          onChange={(next) => form.set({ lines: next })}
          errors={form.errors}
          place={location}
          leaving
          {...(back
            ? {
                priceFor: ({ body }: { readonly body: { readonly cost: number } }, factor: number) =>
                  typedMoney(body.cost * factor),
              }
            : {})}
        />
        <TextField form={form} name="remark" label={t('stock.field.why')} required={scrapped || back} wide />
        {scrapped && (
          <SecondStaff
            label={t('stock.leadConfirms')}
            help={t('stock.scrapHelp')}
            witness={lead}
            onWitness={setLead}
            error={form.errors.approval}
          />
        )}
      </FormPanel>
    </div>
  );
}
