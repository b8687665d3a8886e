/** A product's month: its figures, its 处理意见, and every entry behind them. */
import { useMemo, type ReactElement } from 'react';
import { monthOfDay } from '@shared/month-end/months';
import { amountCell } from '@shared/forms/texts';
import { effects } from '@shared/ledger/effects';
import type { LedgerEntry, MonthLine } from '@shared/ledger/schema';
import { cost4 } from '@shared/month-end/forms/parts';
import { treatDifference } from '@shared/month-end/treat';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { toast } from '../../ui/toast';

interface Moved {
  readonly entry: LedgerEntry;
  readonly quantity: number;
  readonly value: number;
}

/** The entries that touched a product, with what they moved in all locations together. */
function movesOf(entries: readonly LedgerEntry[], product: string): readonly Moved[] {
  return entries.flatMap((entry) => {
    const rows = effects(entry).stock.filter((row) => row.product === product);
    if (rows.length === 0) return [];
    const sum = (figure: 'quantity' | 'value'): number => rows.reduce((all, row) => all + row[figure], 0);
    return [{ entry, quantity: sum('quantity'), value: sum('value') }];
  });
}

interface LinePanelProps {
  readonly month: string;
  readonly line: MonthLine;
  readonly entries: readonly LedgerEntry[];
  readonly isClosed: boolean;
  readonly onClose: () => void;
}

export function LinePanel({ month, line, entries, isClosed, onClose }: LinePanelProps): ReactElement {
  const moves = useMemo(() => movesOf(entries, line.product), [entries, line.product]);
  const isLead = useSession(({ actor }) => actor?.roles.includes('lead') ?? false);
  return (
    <section
      className="panel record"
      aria-label={`${line.sku} ${line.name}`}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className="inside">
        <div>
          <div className="number">
            {line.sku}
            <button type="button" className="button plain" aria-label={t('ui.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="title">
            <h2>{`${line.name} ${line.spec}`.trim()}</h2>
          </div>
        </div>
        <dl className="facts" style={{ margin: 0 }}>
          <dt>{t('monthEnd.field.unitCost')}</dt>
          <dd>{cost4(line.unitCost)}</dd>
          {line.reason !== '' && (
            <>
              <dt>{t('monthEnd.field.reason')}</dt>
              <dd>{line.reason}</dd>
            </>
          )}
          {line.treatment !== '' && (
            <>
              <dt>{t('monthEnd.field.treatment')}</dt>
              <dd>{line.treatment}</dd>
            </>
          )}
        </dl>
        {isLead && !isClosed && line.adjusted !== 0 && (
          <TreatForm key={line.product} month={month} line={line} />
        )}
        <h2>{t('monthEnd.detail')}</h2>
        {moves.length === 0 ? (
          <p className="quiet">{t('monthEnd.detailNone')}</p>
        ) : (
          <table className="month-moves">
            <thead>
              <tr>
                <th>{t('monthEnd.field.day')}</th>
                <th>{t('monthEnd.field.kind')}</th>
                <th className="right">{t('monthEnd.field.quantity')}</th>
                <th className="right">{t('monthEnd.field.value')}</th>
              </tr>
            </thead>
            <tbody>
              {moves.map(({ entry, quantity, value }) => (
                <tr key={entry.id}>
                  <td>
                    {entry.day.slice(5)}
                    {monthOfDay(entry.day) < month && (
                      <span className="tag due">{t('monthEnd.detailLate')}</span>
                    )}
                  </td>
                  <td>
                    {t(`ledger.kind.${entry.kind}`)}
                    <div className="quiet small">{entry.body.no ?? entry.status}</div>
                  </td>
                  <td className="right">{quantity}</td>
                  <td className="right">{value === 0 ? '' : amountCell(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

function TreatForm({ month, line }: { readonly month: string; readonly line: MonthLine }): ReactElement {
  const form = useForm({
    draftKey: `month.treat:${month}:${line.product}`,
    initial: { treatment: line.treatment },
    save: ({ treatment }, actId) =>
      runCommand(treatDifference, { month, product: line.product, treatment }, { actId }),
    onSaved: () => {
      toast(t('monthEnd.treatSaved'));
      void form.reset();
    },
  });
  return (
    <form
      className="month-treat"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <TextField form={form} name="treatment" label={t('monthEnd.treat')} />
      <button type="submit" className="button" disabled={form.busy}>
        {t('monthEnd.treatSave')}
      </button>
    </form>
  );
}
