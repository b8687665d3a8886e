/** 冲销 of a ledger entry: reason, money that goes back, and a lead who did not make it (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { effects } from '@shared/ledger/effects';
import type { Effects } from '@shared/ledger/moves';
import { needsConfirmation, reverseEntry } from '@shared/ledger/reverse';
import type { LedgerEntry } from '@shared/ledger/schema';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { CheckField, TextField } from '../fields';
import { useForm } from '../form';
import { FormDialog } from '../form-dialog';
import { t } from '../i18n';
import { SecondStaff } from '../second-staff';
import { toast } from '../toast';

interface ReverseDialogProps {
  readonly entry: LedgerEntry;
  readonly onClose: () => void;
}

/** True when money went out: taking it back brings it in. */
const gaveBack = ({ money }: Effects): boolean => money.some(({ amount }) => amount < 0);

function textOf(moves: Effects): 'text' | 'textIn' | 'textWaits' | 'textGoods' {
  if (moves.custody.length > 0) return 'textWaits';
  if (moves.money.length === 0) return 'textGoods';
  return gaveBack(moves) ? 'textIn' : 'text';
}

export function ReverseDialog({ entry, onClose }: ReverseDialogProps): ReactElement {
  const { id, by } = entry;
  const no = entry.body.no ?? '';
  const mayAlone = useSession(({ actor }) => actor?.roles.includes('lead') && actor.id !== by);
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `ledger.reverse:${id}`,
    initial: { reason: '', confirmed: false },
    parts: ['approval'],
    save: (values, actId) =>
      runCommand(reverseEntry, { id, ...values }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(t('ledger.reverse.done', { no }));
      onClose();
    },
  });
  const moves = effects(entry);
  return (
    <FormDialog
      form={form}
      title={t('ledger.reverse.title', { no })}
      submitLabel={t('ledger.reverse.submit')}
      onClose={onClose}
      danger
    >
      <p className="wide quiet">{t(`ledger.reverse.${textOf(moves)}`)}</p>
      <TextField form={form} name="reason" label={t('ledger.reverse.reason')} required wide />
      {needsConfirmation(moves) && (
        <CheckField
          form={form}
          name="confirmed"
          label={t(gaveBack(moves) ? 'ledger.reverse.confirmedIn' : 'ledger.reverse.confirmed')}
          wide
        />
      )}
      {form.errors.confirmed && (
        <span className="error wide" role="alert">
          {form.errors.confirmed}
        </span>
      )}
      {!mayAlone && (
        <SecondStaff
          label={t('ledger.reverse.lead')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.approval}
        />
      )}
    </FormDialog>
  );
}
