/** 调拨, and 补架 as one transfer of everything the display lacks and the store has (DOMAIN §4). */
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { restockLines, restocks } from '@shared/stock/levels';
import type { StockLineInput } from '@shared/stock/lines';
import { transferGoods, type TransferFields } from '@shared/stock/transfer';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { LinesField } from '../../ui/lines/lines-field';
import { EmptyState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { useLevels } from './use-levels';

export function TransferPage({ restock }: { readonly restock: boolean }): ReactElement {
  const levels = useLevels();
  if (!restock) return <TransferForm lines={[]} restock={false} />;
  if (!levels) return <Loading />;
  return <RestockForm proposed={restockLines(restocks(levels))} />;
}

/** The proposal as it stood when the page was opened: sales meanwhile must not change what is typed. */
function RestockForm({ proposed }: { readonly proposed: readonly StockLineInput[] }): ReactElement {
  const [lines] = useState(proposed);
  const [, navigate] = useLocation();
  if (lines.length === 0)
    return (
      <div className="panel">
        <EmptyState title={t('stock.restockNone')}>
          <button type="button" className="button" onClick={() => navigate('/stock')}>
            {t('stock.title')}
          </button>
        </EmptyState>
      </div>
    );
  return <TransferForm lines={lines} restock />;
}

function TransferForm({
  lines: proposed,
  restock,
}: {
  readonly lines: readonly StockLineInput[];
  readonly restock: boolean;
}): ReactElement {
  const [, navigate] = useLocation();
  const locations = useDirectory(({ settings }) => settings.locations);
  const options = locations.map((value) => ({ value, label: value }));
  const form = useForm<TransferFields>({
    draftKey: restock ? 'stock.restock' : 'stock.transfer',
    initial: {
      from: locations[1] ?? '',
      to: locations[0] ?? '',
      lines: proposed,
      remark: restock ? t('stock.restock') : '',
    },
    save: (fields, actId) => runCommand(transferGoods, { id: actId, fields }, { actId }),
    onSaved: ([entry]) => {
      if (!entry) return;
      toast(t('stock.savedMove', { no: entry.body.no ?? '' }));
      navigate(`/stock/moves/${entry.id}`);
    },
  });
  const { from, lines } = form.values;
  return (
    <div className="entry-page">
      <FormPanel
        form={form}
        title={t(restock ? 'stock.restockTitle' : 'stock.transferTitle')}
        submitLabel={t('stock.save')}
        onClose={() => navigate('/stock')}
      >
        {restock && <p className="wide quiet">{t('stock.restockHint')}</p>}
        <SelectField form={form} name="from" label={t('stock.field.from')} required options={options} />
        <SelectField form={form} name="to" label={t('stock.field.to')} required options={options} />
        <LinesField
          lines={lines}
          onChange={(next) => form.set({ lines: next })}
          errors={form.errors}
          place={from}
          leaving
        />
        <TextField form={form} name="remark" label={t('stock.field.remark')} wide />
      </FormPanel>
    </div>
  );
}
