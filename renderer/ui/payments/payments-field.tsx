/**
 * Tenders of an act (DOMAIN §4): mixed, cash with change, everything else 待确认收款 until the clerk has seen
 * the money. Alt+1 … 8 adds a tender; an amount left empty is the rest. Save with `filled(value, total)`.
 */
import { useEffect, useRef, type ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import type { PaymentInput } from '@shared/ledger/payments';
import { TENDERS, type Tender } from '@shared/ledger/entries/parts';
import { t } from '../i18n';
import { PaymentLine } from './payment-line';
import { lineOf, paidSoFar } from './sums';
import './payments.css';

interface PaymentsFieldProps {
  /** Fen to be paid. */
  readonly total: number;
  readonly value: readonly PaymentInput[];
  readonly onChange: (value: readonly PaymentInput[]) => void;
  /** The form's messages; those of `payments` and `payments.<index>.<part>` show here. */
  readonly errors: Readonly<Record<string, string>>;
  readonly direction?: 'in' | 'out';
  readonly among?: readonly Tender[];
}

/** Messages of one line by part. */
function errorsOf(errors: Readonly<Record<string, string>>, at: number): Readonly<Record<string, string>> {
  const prefix = `payments.${at}`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field === prefix || field.startsWith(`${prefix}.`))
      .map(([field, message]) => [field.slice(prefix.length + 1), message]),
  );
}

export function PaymentsField(props: PaymentsFieldProps): ReactElement {
  const { total, value, onChange, errors, direction = 'in', among = TENDERS } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const added = useRef<Tender | null>(null);
  const out = direction === 'out';
  const rest = total - paidSoFar(value);
  const hasEmpty = value.some(({ amount }) => amount.trim() === '');

  const add = (tender: Tender): void => {
    added.current = tender;
    // A first line nobody has typed in gives way to the tender that was meant.
    const kept = value.length === 1 && value[0]?.amount === '' && value[0].given === '' ? [] : value;
    const again = tender === 'cash' && kept.some((input) => input.tender === 'cash');
    onChange(again ? [...kept] : [...kept, lineOf(tender)]);
  };

  useEffect(() => {
    const tender = added.current;
    if (!tender) return;
    added.current = null;
    const lines = box.current?.querySelectorAll<HTMLElement>(`[data-tender=${tender}]`);
    const part = tender === 'cash' && !out ? 'given' : 'amount';
    const account = lines?.item(lines.length - 1)?.querySelector<HTMLElement>('.account input');
    (account ?? lines?.item(lines.length - 1)?.querySelector<HTMLElement>(`[data-part=${part}]`))?.focus();
  }, [value, out]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-8]$/.test(event.code)) return;
      const tender = among[Number(event.code.slice(5)) - 1];
      if (!tender || box.current?.closest('[inert]')) return;
      event.preventDefault();
      add(tender);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <fieldset
      ref={box}
      className="payments wide"
      aria-label={t(out ? 'payments.titleOut' : 'payments.title')}
    >
      <div className="sums">
        <span>
          {t(out ? 'payments.dueOut' : 'payments.due')} <b className="due-sum">{formatMoney(total)}</b>
        </span>
        {rest !== 0 && !hasEmpty && (
          <span className={rest > 0 ? 'tag due' : 'tag overdue'}>
            {t(rest > 0 ? 'payments.rest' : 'payments.over')} {formatMoney(Math.abs(rest))}
          </span>
        )}
        {total > 0 && (rest === 0 || hasEmpty) && (
          <span className="tag good">{t(out ? 'payments.settledOut' : 'payments.settled')}</span>
        )}
      </div>
      <div className="chips" role="group" aria-label={t('payments.add')}>
        {among.map((tender, at) => (
          <button
            key={tender}
            type="button"
            className="chip"
            title={`Alt+${at + 1}`}
            onClick={() => add(tender)}
          >
            <kbd aria-hidden="true">{at + 1}</kbd>
            {t(`ledger.tender.${tender}`)}
          </button>
        ))}
      </div>
      {value.map((input, at) => (
        <PaymentLine
          key={`${at} ${input.tender}`}
          input={input}
          rest={rest}
          direction={direction}
          errors={errorsOf(errors, at)}
          onChange={(change) =>
            onChange(value.map((one, index) => (index === at ? { ...one, ...change } : one)))
          }
          onRemove={() => onChange(value.filter((_one, index) => index !== at))}
        />
      ))}
      {errors.payments && (
        <span className="error" role="alert">
          {errors.payments}
        </span>
      )}
    </fieldset>
  );
}
