/** 冲销: reason, way of refund, and a lead who did not take the fee (DOMAIN §5). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney } from '@shared/core/money';
import { REFUND_WAYS, reverseFee, tendersBack, type ReverseFee } from '@shared/fees/reverse-fee';
import { isTillTender } from '@shared/ledger/effects';
import type { NumberedStock } from '@shared/ledger/entries/fees';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { CheckField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import type { ListedFee } from './use-fees';

interface ReverseDialogProps {
  readonly row: ListedFee;
  readonly pieces: readonly NumberedStock[];
  readonly onClose: () => void;
}

export function ReverseDialog({ row: { fee }, pieces, onClose }: ReverseDialogProps): ReactElement {
  const { id, body, by } = fee;
  const actor = useSession((state) => state.actor);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== by;
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm<Omit<ReverseFee, 'id'>>({
    draftKey: `fee.reverse:${id}`,
    initial: { reason: '', way: 'same', confirmed: false, piecesBack: false },
    parts: ['approval'],
    save: (values, actId) =>
      runCommand(reverseFee, { id, ...values }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(t('fees.reverseDone', { no: body.no ?? '' }));
      onClose();
    },
  });
  const { way } = form.values;
  const back = body.payments.map(({ tender, amount }) => {
    const tenderBack = way === 'cash' && isTillTender(tender) ? 'cash' : tender;
    return `${t(`ledger.tender.${tenderBack}`)} ${formatMoney(amount)}`;
  });
  const notCash = tendersBack(fee, way).some((tender) => tender !== 'cash');
  return (
    <FormDialog
      form={form}
      title={t('fees.reverseTitle', { no: body.no ?? '' })}
      submitLabel={t('fees.reverse')}
      onClose={onClose}
      danger
    >
      <p className="wide quiet">{t('fees.reverseText')}</p>
      <TextField form={form} name="reason" label={t('fees.field.reason')} required wide />
      {body.payments.some(({ tender }) => tender !== 'cash' && isTillTender(tender)) && (
        <ChoiceField
          form={form}
          name="way"
          label={t('fees.field.way')}
          options={REFUND_WAYS.map((value) => ({ value, label: t(`fees.way.${value}`) }))}
          wide
        />
      )}
      <p className="wide">{t('fees.refundBack', { list: back.join(t('ui.listSeparator')) })}</p>
      {notCash && <CheckField form={form} name="confirmed" label={t('fees.refundConfirmed')} wide />}
      {form.errors.confirmed && (
        <span className="error wide" role="alert">
          {form.errors.confirmed}
        </span>
      )}
      {pieces.length > 0 && <CheckField form={form} name="piecesBack" label={t('fees.piecesBack')} wide />}
      {!mayAlone && (
        <SecondStaff
          label={t('fees.leadConfirms')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.approval}
        />
      )}
    </FormDialog>
  );
}
