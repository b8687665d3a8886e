/** One tender of an act, with what belongs to it. */
import type { KeyboardEvent, ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import type { PaymentInput } from '@shared/ledger/payments';
import { useDirectory } from '../../data/directory';
import { t } from '../i18n';
import { Icon } from '../icon';
import { AccountPicker } from './account-picker';
import { asTyped, changeOf } from './sums';

interface PaymentLineProps {
  readonly input: PaymentInput;
  /** Fen this line stands for while its amount is empty. */
  readonly rest: number;
  readonly direction: 'in' | 'out';
  /** Messages by the part they belong to; '' is the whole line's. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<PaymentInput>) => void;
  readonly onRemove: () => void;
}

interface PartProps {
  readonly part: keyof PaymentInput & ('amount' | 'given' | 'terminal' | 'ref');
  readonly label: string;
  readonly placeholder?: string;
  readonly list?: readonly string[];
}

export function PaymentLine(props: PaymentLineProps): ReactElement {
  const { input, rest, direction, errors, onChange, onRemove } = props;
  const terminals = useDirectory(({ settings }) => settings.paymentTerminals);
  const { tender, confirmed } = input;
  const isCash = tender === 'cash';
  const due = input.amount.trim() === '' ? rest : undefined;
  const change = isCash ? changeOf(input, due ?? Math.round(Number(input.amount) * 100)) : null;
  const out = direction === 'out';

  const part = ({ part: name, label, placeholder, list }: PartProps): ReactElement => (
    <label className="part" key={name}>
      <span className="small quiet">{label}</span>
      <input
        className={name === 'amount' || name === 'given' ? 'input money' : 'input'}
        data-part={name}
        inputMode={name === 'amount' || name === 'given' ? 'decimal' : 'text'}
        autoComplete="off"
        value={input[name]}
        placeholder={placeholder}
        aria-invalid={errors[name] !== undefined}
        list={list && list.length > 0 ? `terminals-${tender}` : undefined}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
      {list && list.length > 0 && (
        <datalist id={`terminals-${tender}`}>
          {list.map((item) => (
            <option key={item} value={item} />
          ))}
        </datalist>
      )}
    </label>
  );

  const onConfirmKey = (event: KeyboardEvent): void => {
    // Enter on the way through confirms; the form then goes on to the next stop.
    if (event.key === 'Enter' && !event.ctrlKey && !confirmed) onChange({ confirmed: true });
  };

  const messages = [...new Set(Object.values(errors))];
  return (
    <div className="payment-line" role="group" aria-label={t(`ledger.tender.${tender}`)} data-tender={tender}>
      <b className="tender">{t(`ledger.tender.${tender}`)}</b>
      {part({
        part: 'amount',
        label: t('payments.amount'),
        placeholder: due === undefined ? '' : asTyped(Math.max(0, due)),
      })}
      {isCash && !out && part({ part: 'given', label: t('payments.given') })}
      {(tender === 'card' || tender === 'wechat' || tender === 'alipay') &&
        part({ part: 'terminal', label: t('payments.terminal'), list: terminals })}
      {(tender === 'member' || tender === 'onAccount') && (
        <div className="part account">
          <span className="small quiet">{t('payments.account')}</span>
          <AccountPicker
            type={tender}
            value={input.account}
            error={errors.account}
            onChange={(account) => onChange({ account })}
          />
        </div>
      )}
      {!isCash &&
        tender !== 'member' &&
        tender !== 'onAccount' &&
        part({ part: 'ref', label: t('payments.ref') })}
      {isCash && !out && change !== null && change > 0 && (
        <span className="change">
          {t('payments.change')} <b>{formatMoney(change)}</b>
        </span>
      )}
      {!isCash && (
        <label className={confirmed ? 'tag good confirm' : 'tag due confirm'}>
          <input
            type="checkbox"
            checked={confirmed}
            onKeyDown={onConfirmKey}
            onChange={({ target }) => onChange({ confirmed: target.checked })}
          />
          {confirmed
            ? t(out ? 'payments.confirmedOut' : 'payments.confirmed')
            : t(out ? 'payments.waitingOut' : 'payments.waiting')}
        </label>
      )}
      <button
        type="button"
        className="button plain"
        title={t('payments.remove')}
        aria-label={t('payments.remove')}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
      {messages.map((message) => (
        <span key={message} className="error" role="alert">
          {message}
        </span>
      ))}
    </div>
  );
}
