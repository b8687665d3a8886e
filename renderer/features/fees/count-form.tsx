/** 盘点 of numbered stock: what lies there against the book, shown while it is typed (DOMAIN §5). */
import { useMemo, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { countDifference, countNumbered, type CountNumbered } from '@shared/fees/count-numbered';
import { onHandPieces, pieceBook } from '@shared/fees/numbered';
import { parseRanges, piecesIn, rangeText, type PieceRange } from '@shared/fees/pieces';
import { NUMBERED_STOCKS, type NumberedStock, type NumberedStockKind } from '@shared/ledger/entries/fees';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { CheckField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

interface CountFormProps {
  readonly moves: readonly NumberedStock[];
  readonly stock: NumberedStockKind;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

const listed = (ranges: readonly PieceRange[]): string => ranges.map(rangeText).join(t('ui.listSeparator'));

export function CountForm({ moves, stock: first, onSaved, onClose }: CountFormProps): ReactElement {
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm<Omit<CountNumbered, 'id'>>({
    draftKey: 'numbered.count',
    initial: { stock: first, counted: '', none: false, reason: '' },
    parts: ['approval'],
    save: (values, actId) =>
      runCommand(countNumbered, { id: actId, ...values }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: (docs) => {
      toast(t(docs.length > 1 ? 'fees.numbered.countPosted' : 'fees.numbered.countSaved'));
      if (docs[0]) onSaved(docs[0].id);
    },
  });
  const { stock, counted, none } = form.values;
  const book = useMemo(() => pieceBook(moves, stock), [moves, stock]);
  const { ranges, bad } = useMemo(() => parseRanges(counted), [counted]);
  const answered = (ranges.length > 0 && bad === '') || none;
  const { missing, surplus } = countDifference(book, ranges);
  const differs = answered && missing.length + surplus.length > 0;
  return (
    <FormPanel
      form={form}
      title={t('fees.numbered.countTitle')}
      submitLabel={t('fees.numbered.countSave')}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="stock"
        label={t('fees.numbered.stock')}
        options={NUMBERED_STOCKS.map((value) => ({ value, label: t(`fees.stock.${value}`) }))}
        wide
      />
      <TextField
        form={form}
        name="counted"
        label={t('fees.numbered.counted')}
        help={t('fees.numbered.countedHelp')}
        rows={5}
        wide
      />
      <CheckField form={form} name="none" label={t('fees.numbered.countNone')} wide />
      {answered && (
        <div className={differs ? 'notice wide' : 'notice good wide'} role="status">
          <div>
            {t('fees.numbered.countBook', { count: onHandPieces(book), unit: t(`fees.unit.${stock}`) })}
            {' / '}
            {piecesIn(ranges)}
            {!differs && ` · ${t('fees.numbered.countAgrees')}`}
          </div>
          {missing.length > 0 && <div>{t('fees.numbered.countMissing', { ranges: listed(missing) })}</div>}
          {surplus.length > 0 && <div>{t('fees.numbered.countSurplus', { ranges: listed(surplus) })}</div>}
        </div>
      )}
      {differs && (
        <>
          <TextField
            form={form}
            name="reason"
            label={t('fees.numbered.countReason')}
            required
            rows={2}
            wide
          />
          <SecondStaff
            label={t('fees.leadConfirms')}
            help={t('fees.numbered.countApproval')}
            witness={lead}
            onWitness={setLead}
            error={form.errors.approval}
          />
        </>
      )}
    </FormPanel>
  );
}
