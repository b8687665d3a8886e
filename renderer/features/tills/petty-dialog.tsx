/** 零星收支: cash into or out of the till beside sales, and taking a mistake back (DOMAIN §6). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney } from '@shared/core/money';
import type { PaidIn, PaidOut } from '@shared/ledger/entries/tills';
import { payIn, payOut } from '@shared/tills/petty-cash';
import { reversePetty } from '@shared/tills/reverse-petty';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { useForm } from '../../ui/form';
import { TextField } from '../../ui/fields';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

interface PettyValues {
  readonly way: 'paidIn' | 'paidOut';
  readonly amount: string;
  readonly purpose: string;
  readonly counterpart: string;
  readonly voucherNo: string;
  readonly remark: string;
}

export function PettyDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const purposes = useDirectory(({ settings }) => settings.pettyPurposes);
  const form = useForm<PettyValues>({
    draftKey: 'till.petty',
    initial: { way: 'paidOut', amount: '', purpose: '', counterpart: '', voucherNo: '', remark: '' },
    save: ({ way, ...values }, actId) =>
      runCommand(way === 'paidIn' ? payIn : payOut, { id: actId, ...values }, { actId }),
    onSaved: (docs) => {
      const saved = docs.find(
        (doc): doc is PaidIn | PaidOut => doc.kind === 'paidIn' || doc.kind === 'paidOut',
      );
      if (saved)
        toast(
          t('tills.pettySaved', {
            no: saved.body.no ?? '',
            text: `${t(`ledger.kind.${saved.kind}`)} ${formatMoney(saved.body.amount)}`,
          }),
        );
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('tills.petty')} submitLabel={t('ui.save')} onClose={onClose} width={520}>
      <p className="quiet wide">{t('tills.pettyHelp')}</p>
      <ChoiceField
        form={form}
        name="way"
        label={t('tills.field.kind')}
        options={[
          { value: 'paidOut', label: t('tills.pettyOut') },
          { value: 'paidIn', label: t('tills.pettyIn') },
        ]}
        wide
      />
      <TextField form={form} name="amount" label={t('tills.field.amount')} required />
      <TextField form={form} name="purpose" label={t('tills.field.purpose')} list={purposes} required />
      <TextField form={form} name="counterpart" label={t('tills.field.counterpart')} />
      <TextField form={form} name="voucherNo" label={t('tills.field.voucherNo')} />
      <TextField form={form} name="remark" label={t('tills.field.remark')} wide />
    </FormDialog>
  );
}

export function ReversePettyDialog({
  entry,
  onClose,
}: {
  readonly entry: PaidIn | PaidOut;
  readonly onClose: () => void;
}): ReactElement {
  const no = entry.body.no ?? '';
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `till.reverse:${entry.id}`,
    parts: ['approval'],
    initial: { reason: '' },
    save: ({ reason }, actId) =>
      runCommand(reversePetty, { id: entry.id, reason }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(t('tills.reversed', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('tills.reverseTitle', { no })}
      submitLabel={t('tills.reverse')}
      onClose={onClose}
      danger
    >
      <TextField form={form} name="reason" label={t('tills.reverseReason')} required wide />
      <SecondStaff
        label={t('tills.field.approval')}
        witness={lead}
        onWitness={setLead}
        error={form.errors.approval}
      />
    </FormDialog>
  );
}
