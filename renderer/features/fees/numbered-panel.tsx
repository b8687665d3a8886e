/** One move or count of numbered stock beside the list. */
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { dateTimeCell } from '@shared/forms/texts';
import type { NumberedCount, NumberedStock } from '@shared/ledger/entries/fees';
import { staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';

interface NumberedPanelProps {
  readonly entry: NumberedStock | NumberedCount;
  readonly onClose: () => void;
}

export function NumberedPanel({ entry, onClose }: NumberedPanelProps): ReactElement {
  const [, navigate] = useLocation();
  const { body } = entry;
  const approval: readonly (readonly [string, ReactNode])[] = body.approval
    ? [[t('fees.numbered.approval'), `${body.approval.name}　${dateTimeCell(body.approval.at)}`]]
    : [];
  const list = (ranges: readonly string[]): ReactNode =>
    ranges.map((range) => <div key={range}>{range}</div>);
  const facts: readonly (readonly [string, ReactNode])[] =
    entry.kind === 'numberedStock'
      ? [
          [t('fees.numbered.stock'), t(`fees.stock.${entry.body.stock}`)],
          [t('fees.numbered.range'), rangeOfMove(entry)],
          [t('fees.numbered.quantity'), String(entry.body.quantity)],
          [t('fees.numbered.reason'), entry.body.reason],
          ...approval,
          [t('fees.numbered.by'), staffName(entry.by)],
        ]
      : [
          [t('fees.numbered.stock'), t(`fees.stock.${entry.body.stock}`)],
          [
            t('fees.numbered.counted'),
            <>
              {`${entry.body.countedQuantity} / ${t('fees.numbered.countBook', { count: entry.body.bookQuantity, unit: t(`fees.unit.${entry.body.stock}`) })}`}
              {list(entry.body.counted)}
            </>,
          ],
          [
            t('fees.numbered.difference'),
            entry.body.missing.length + entry.body.surplus.length === 0 ? (
              t('fees.numbered.countAgrees')
            ) : (
              <>
                {entry.body.missing.length > 0 &&
                  t('fees.numbered.countMissing', {
                    ranges: entry.body.missing.join(t('ui.listSeparator')),
                  })}{' '}
                {entry.body.surplus.length > 0 &&
                  t('fees.numbered.countSurplus', { ranges: entry.body.surplus.join(t('ui.listSeparator')) })}
              </>
            ),
          ],
          [t('fees.numbered.reason'), entry.body.reason],
          ...approval,
          [t('fees.numbered.by'), staffName(entry.by)],
        ];
  const fee = entry.kind === 'numberedStock' ? entry.body.fee : '';
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={entry.kind === 'numberedStock' ? t(`fees.move.${entry.body.move}`) : t('fees.numbered.countRow')}
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={({ act }) => t(`fees.act.${act}` as MessageKey)}
      actions={
        fee === '' ? null : (
          <button type="button" className="button grow" onClick={() => navigate(`/fees/${fee}`)}>
            {t('fees.numbered.withFee')}
          </button>
        )
      }
    />
  );
}

/** `HY000101–HY000150` as it was entered. */
export function rangeOfMove({ body: { from, to } }: NumberedStock): string {
  return from === to ? from : `${from}–${to}`;
}
