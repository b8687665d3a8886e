/** 领入 发出 收回 作废 退领 of numbered stock (DOMAIN §5). */
import { useMemo, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { APPROVED_MOVES, moveNumbered, type MoveNumbered } from '@shared/fees/move-numbered';
import { nextPiece, onHandPieces, onHandRanges, pieceBook } from '@shared/fees/numbered';
import { rangeText } from '@shared/fees/pieces';
import {
  NUMBERED_MOVES,
  NUMBERED_STOCKS,
  type NumberedStock,
  type NumberedStockKind,
} from '@shared/ledger/entries/fees';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

interface NumberedFormProps {
  readonly moves: readonly NumberedStock[];
  readonly stock: NumberedStockKind;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function NumberedForm({ moves, stock: first, onSaved, onClose }: NumberedFormProps): ReactElement {
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm<Omit<MoveNumbered, 'id'>>({
    draftKey: 'numbered.move',
    initial: { stock: first, move: 'issued', from: '', to: '', reason: '' },
    parts: ['approval'],
    save: (values, actId) =>
      runCommand(moveNumbered, { id: actId, ...values }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: ([doc]) => {
      if (!doc) return;
      toast(t('fees.numbered.saved', { no: doc.body.no ?? '' }));
      onSaved(doc.id);
    },
  });
  const { stock, move } = form.values;
  const book = useMemo(() => pieceBook(moves, stock), [moves, stock]);
  const ranges = onHandRanges(book);
  const next = nextPiece(book);
  return (
    <FormPanel
      form={form}
      title={t('fees.numbered.newTitle')}
      submitLabel={t(`fees.move.${move}`)}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="stock"
        label={t('fees.numbered.stock')}
        options={NUMBERED_STOCKS.map((value) => ({ value, label: t(`fees.stock.${value}`) }))}
        wide
      />
      <ChoiceField
        form={form}
        name="move"
        label={t('fees.numbered.move')}
        options={NUMBERED_MOVES.map((value) => ({ value, label: t(`fees.move.${value}`) }))}
        wide
      />
      <div className="wide quiet small">
        {t('fees.numbered.balance')}{' '}
        {ranges.length === 0
          ? t('fees.numbered.none')
          : `${onHandPieces(book)}${t(`fees.unit.${stock}`)}　${ranges.slice(0, 3).map(rangeText).join(t('ui.listSeparator'))}`}
        {move === 'issued' && next !== '' && form.values.from === '' && (
          <button type="button" className="button plain" onClick={() => form.set({ from: next })}>
            {t('fees.nextPiece', { no: next })}
          </button>
        )}
      </div>
      <TextField form={form} name="from" label={t('fees.numbered.from')} required />
      <TextField form={form} name="to" label={t('fees.numbered.to')} help={t('fees.numbered.toHelp')} />
      <TextField
        form={form}
        name="reason"
        label={t(`fees.numbered.reasonOf.${move}`)}
        required={APPROVED_MOVES.includes(move)}
        rows={2}
        wide
      />
      {APPROVED_MOVES.includes(move) && (
        <SecondStaff
          label={t('fees.leadConfirms')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.approval}
        />
      )}
    </FormPanel>
  );
}
