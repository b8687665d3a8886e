/** 开钱箱: the first float, or the recount of the night's seal (DOMAIN §6). */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import type { TillOpen, TillSeal } from '@shared/ledger/entries/tills';
import { openTill } from '@shared/tills/open-till';
import { amountOf, readPieces, type TypedPieces } from '@shared/tills/schema';
import { nearestShift } from '@shared/tills/shift';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { PiecesTable } from './pieces-table';

interface OpenValues {
  readonly pieces: TypedPieces;
  readonly reason: string;
  readonly shift: string;
}

/** @param seal the night's seal of this desk, or null for a first float */
export function OpenForm({ seal }: { readonly seal: TillSeal | null }): ReactElement {
  const { shifts, denominations, blindTill } = useDirectory(({ settings }) => settings);
  const form = useForm<OpenValues>({
    draftKey: `till.open:${seal?.id ?? ''}`,
    initial: { pieces: {}, reason: '', shift: nearestShift(shifts, nowIso()) },
    save: (values, actId) => runCommand(openTill, { id: actId, ...values }, { actId }),
    onSaved: (docs) => {
      const opened = docs.find((doc): doc is TillOpen => doc.kind === 'tillOpen');
      if (opened)
        toast(t('tills.opened', { no: opened.body.no ?? '', amount: formatMoney(opened.body.float) }));
    },
  });
  const pieces = readPieces(form.values.pieces, denominations) ?? {};
  // A blind club sees the seal's amount when its first recount was refused.
  const isTold =
    Object.keys(pieces).length > 0 &&
    (!blindTill || form.errors.reason !== undefined || form.values.reason !== '');
  const difference = seal && isTold ? amountOf(pieces) - seal.body.float : 0;
  return (
    <FormPanel form={form} title={t('tills.open')} submitLabel={t('tills.open')}>
      <p className="wide">
        {seal
          ? t('tills.openSeal', {
              no: seal.body.sessionNo,
              sealNo: seal.body.sealNo,
              safe: seal.body.safe,
              name: seal.body.leaving.name,
              witness: seal.body.witness.name,
            })
          : t('tills.openFirst')}
      </p>
      <div className="wide">
        <PiecesTable
          label={t('tills.recounted')}
          value={form.values.pieces}
          onChange={(next) => form.set({ pieces: next })}
          error={form.errors.pieces}
        />
      </div>
      {seal && isTold && (
        <dl className="facts wide till-facts">
          <dt>{t('tills.sealedFloat')}</dt>
          <dd>{formatMoney(seal.body.float)}</dd>
          <dt>{t('tills.field.difference')}</dt>
          <dd className={difference === 0 ? '' : 'error'}>{formatMoney(difference)}</dd>
        </dl>
      )}
      <SelectField
        form={form}
        name="shift"
        label={t('tills.shift')}
        options={shifts.map(({ name }) => ({ value: name, label: name }))}
      />
      {difference !== 0 && <TextField form={form} name="reason" label={t('tills.reason')} required wide />}
    </FormPanel>
  );
}
