/** 退货: per line and quantity, goods back on a shelf or not, money back the way it came, a lead's PIN. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney } from '@shared/core/money';
import { EMPTY_PAYMENT } from '@shared/ledger/payments';
import type { Refund } from '@shared/ledger/entries/sales';
import { leftByTender, refundSale, returnedOf, worthOf, type RefundFields } from '@shared/sales/refund';
import type { ListedSale } from '@shared/sales/rows';
import { readQuantity } from '@shared/sales/sell';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PaymentsField } from '../../ui/payments/payments-field';
import { asTyped, filled } from '../../ui/payments/sums';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import { printReceipt } from './prints';

interface RefundFormProps {
  readonly row: ListedSale;
  readonly onDone: () => void;
}

export function RefundForm({ row: { sale, refunds, invoice }, onDone }: RefundFormProps): ReactElement {
  const locations = useDirectory(({ settings }) => settings.locations);
  const actor = useSession((state) => state.actor);
  const [lead, setLead] = useState<Witness | null>(null);
  const already = returnedOf(sale, refunds);
  const left = leftByTender(sale, refunds);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== sale.by;

  /** What the typed quantities are worth, fen. */
  const worth = (lines: RefundFields['lines']): number =>
    lines.reduce((sum, { line: at, quantity }) => {
      const line = sale.body.lines[at];
      const count = readQuantity(quantity);
      return line && count !== null && count <= line.quantity - (already[at] ?? 0)
        ? sum + worthOf(line, already[at] ?? 0, count)
        : sum;
    }, 0);

  /** Money back by the tenders it came by, in their order. */
  const waysBack = (total: number): RefundFields['payments'] => {
    let rest = total;
    return left.flatMap(({ tender, amount, account }) => {
      const part = Math.min(rest, amount);
      rest -= part;
      return part > 0 ? [{ ...EMPTY_PAYMENT, tender, account, amount: asTyped(part) }] : [];
    });
  };

  const form = useForm<RefundFields>({
    draftKey: `sale.refund:${sale.id}`,
    initial: {
      lines: sale.body.lines.map(({ location }, line) => ({ line, quantity: '', location })),
      payments: [],
      reason: '',
      redInvoice: '',
    },
    parts: ['approval'],
    save: (values, actId) => {
      const fields = { ...values, payments: filled(values.payments, worth(values.lines)) };
      return runCommand(refundSale, { sale: sale.id, fields }, { actId, witnesses: lead ? [lead] : [] });
    },
    onSaved: (docs) => {
      const refund = docs.find((doc): doc is Refund => doc.kind === 'refund');
      if (refund)
        toast(t('sales.refundDone', { no: refund.body.no ?? '', amount: formatMoney(refund.body.total) }), {
          action: { label: t('sales.print'), run: () => void printReceipt(refund, true) },
        });
      onDone();
    },
  });
  const { values, errors } = form;
  const change = (at: number, part: Partial<RefundFields['lines'][number]>): void => {
    const lines = values.lines.map((line) => (line.line === at ? { ...line, ...part } : line));
    form.set({ lines, ...('quantity' in part ? { payments: waysBack(worth(lines)) } : {}) });
  };
  return (
    <FormPanel
      form={form}
      title={t('sales.refundTitle', { no: sale.body.no ?? '' })}
      submitLabel={t('sales.refundDo', { amount: formatMoney(worth(values.lines)) })}
      onClose={onDone}
    >
      <table className="sold wide">
        <tbody>
          {sale.body.lines.map((line, at) => {
            const rest = line.quantity - (already[at] ?? 0);
            const typed = values.lines[at];
            if (rest === 0 || !typed) return null;
            return (
              <tr key={at}>
                <td>
                  {line.name} <span className="quiet">{line.spec}</span>
                  {errors[`lines.${at}`] && (
                    <div className="error" role="alert">
                      {errors[`lines.${at}`]}
                    </div>
                  )}
                </td>
                <td className="refund-count">
                  <input
                    className="input money"
                    inputMode="numeric"
                    aria-label={t('sales.refundCount', { name: line.name })}
                    aria-invalid={errors[`lines.${at}`] !== undefined}
                    value={typed.quantity}
                    onChange={({ target }) => change(at, { quantity: target.value })}
                  />
                  <span className="quiet"> / {rest}</span>
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={t('sales.refundTo')}
                    value={typed.location}
                    onChange={({ target }) => change(at, { location: target.value })}
                  >
                    {locations.map((location) => (
                      <option key={location} value={location}>
                        {location}
                      </option>
                    ))}
                    <option value="">{t('sales.refundUnfit')}</option>
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {errors.lines && (
        <span className="error wide" role="alert">
          {errors.lines}
        </span>
      )}
      <TextField form={form} name="reason" label={t('sales.refundReason')} required wide />
      {invoice.state === 'issued' && (
        <TextField form={form} name="redInvoice" label={t('sales.redInvoice')} required wide />
      )}
      <PaymentsField
        total={worth(values.lines)}
        value={values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={errors}
        direction="out"
        among={[...new Set(left.map(({ tender }) => tender))]}
      />
      {!mayAlone && (
        <SecondStaff
          label={t('sales.refundLead')}
          witness={lead}
          onWitness={setLead}
          error={errors.approval}
        />
      )}
    </FormPanel>
  );
}
