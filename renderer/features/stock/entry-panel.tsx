/** One entry that moved goods, beside the list: its lines, its sheet, its reversal. */
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import { effects } from '@shared/ledger/effects';
import { isReversible } from '@shared/ledger/reverse';
import type { LedgerEntry } from '@shared/ledger/schema';
import { staffName } from '../../data/directory';
import { useProducts } from '../../data/products';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { kindText } from './move-words';
import { printEntry } from './prints';
import type { ListedMove, StockEntry } from './use-moves';

interface EntryPanelProps {
  readonly row: ListedMove;
  readonly onReverse: () => void;
  readonly onClose: () => void;
}

type Facts = readonly (readonly [string, ReactNode])[];

function factsOf(entry: LedgerEntry): Facts {
  if (entry.kind === 'goodsReceived') {
    const { supplierName, location, orderNo, deliveryNote, amount, remark } = entry.body;
    return [
      [t('stock.field.supplier'), supplierName],
      [t('stock.field.location'), location],
      [t('stock.field.order'), orderNo],
      [t('stock.field.deliveryNote'), deliveryNote],
      [t('stock.field.amount'), formatMoney(amount)],
      [t('stock.field.remark'), remark],
    ];
  }
  if (entry.kind === 'otherOut') {
    const { location, counterpart, approval, remark } = entry.body;
    return [
      [t('stock.field.location'), location],
      [t('stock.field.counterpart'), counterpart],
      [t('stock.field.lead'), approval ? `${approval.name}　${dateTimeCell(approval.at)}` : ''],
      [t('stock.field.why'), remark],
    ];
  }
  if (entry.kind === 'transfer') {
    const { from, to, remark } = entry.body;
    return [
      [t('stock.field.from'), from],
      [t('stock.field.to'), to],
      [t('stock.field.remark'), remark],
    ];
  }
  if (entry.kind !== 'reversal') return [];
  const { ofNo, reason, approval } = entry.body;
  return [
    [t('stock.field.original'), ofNo],
    [t('ui.reason'), reason],
    [t('stock.field.lead'), `${approval.name}　${dateTimeCell(approval.at)}`],
  ];
}

export function EntryPanel({ row, onReverse, onClose }: EntryPanelProps): ReactElement {
  const { entry, reversal } = row;
  const [, navigate] = useLocation();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const sheet: StockEntry | null =
    entry.kind === 'goodsReceived' || entry.kind === 'otherOut' || entry.kind === 'transfer' ? entry : null;
  return (
    <RecordPanel
      number={entry.body.no ?? ''}
      title={kindText(entry)}
      tags={reversal && <span className="tag">{t('stock.mark.reversed')}</span>}
      onClose={onClose}
      facts={[...factsOf(entry), [t('stock.field.by'), staffName(entry.by)]]}
      log={[entry, ...(reversal ? [reversal] : [])].flatMap(({ body }) => body.log ?? [])}
      describe={({ act }) =>
        t(act === 'ledger.reverse' ? 'ledger.kind.reversal' : `ledger.kind.${entry.kind}`)
      }
      actions={
        <>
          {sheet && (
            <button
              type="button"
              className="button primary grow"
              onClick={() => void printEntry(sheet, reversal)}
            >
              {t(sheet.kind === 'goodsReceived' ? 'stock.printIn' : 'stock.printOut')}
            </button>
          )}
          {entry.kind === 'reversal' && (
            <button
              type="button"
              className="button grow"
              onClick={() => navigate(`/stock/moves/${entry.body.of}`)}
            >
              {t('stock.toEntry')}
            </button>
          )}
          {atDesk && sheet && !reversal && isReversible(entry) && (
            <button type="button" className="button danger" onClick={onReverse}>
              {t('stock.reverse')}
            </button>
          )}
        </>
      }
    >
      {reversal && (
        <div className="notice">
          {t('stock.reversedBy', {
            reason: reversal.body.reason,
            lead: reversal.body.approval.name,
            time: dateTimeCell(reversal.at),
          })}
        </div>
      )}
      {sheet ? <SheetLines entry={sheet} /> : <MovedLines entry={entry} />}
    </RecordPanel>
  );
}

function SheetLines({ entry }: { readonly entry: StockEntry }): ReactElement {
  return (
    <table className="history">
      <tbody>
        {entry.body.lines.map((line, at) => (
          <tr key={at}>
            <td>
              {line.name} <span className="quiet">{line.spec}</span>
            </td>
            <td className="right">{`${line.quantity} ${line.unit}`}</td>
            {'amount' in line && line.amount > 0 && <td className="right">{formatMoney(line.amount)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What an entry of another feature, or a reversal, moved. */
function MovedLines({ entry }: { readonly entry: LedgerEntry }): ReactElement {
  const products = useProducts((state) => state.products);
  return (
    <table className="history">
      <tbody>
        {effects(entry).stock.map(({ product, location, quantity }, at) => (
          <tr key={at}>
            <td>
              {products?.get(product)?.body.name ?? product} <span className="quiet">{location}</span>
            </td>
            <td className="right">{quantity > 0 ? `+${quantity}` : quantity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
