/** The payments that are not cash, line by line, each with one of four outcomes; driven by keys 1 to 4 and the arrows. */
import type { KeyboardEvent, ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { clock } from '@shared/core/time';
import { CHECK_OUTCOMES } from '@shared/ledger/entries/tills';
import type { CloseFields } from '@shared/tills/close-fields';
import type { PaymentLine } from '@shared/tills/till';
import { t } from '../../ui/i18n';

type Exceptions = CloseFields['exceptions'];
type Outcome = (typeof CHECK_OUTCOMES)[number];

interface LineChecksProps {
  readonly lines: readonly PaymentLine[];
  readonly value: Exceptions;
  readonly onChange: (value: Exceptions) => void;
  readonly error: string | undefined;
}

export function LineChecks({ lines, value, onChange, error }: LineChecksProps): ReactElement {
  const found = new Map(value.map((one) => [one.key, one]));
  const put = (key: string, outcome: Outcome, note = found.get(key)?.note ?? ''): void =>
    onChange([
      ...value.filter((one) => one.key !== key),
      ...(outcome === 'matches' ? [] : [{ key, outcome, note }]),
    ]);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, key: string): void => {
    const picked = CHECK_OUTCOMES[Number(event.key) - 1];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!picked && step === 0) return;
    event.preventDefault();
    if (picked) put(key, picked);
    const buttons = [
      ...(event.currentTarget.closest('.line-checks')?.querySelectorAll<HTMLElement>('button.outcome') ?? []),
    ];
    buttons[buttons.indexOf(event.currentTarget) + step]?.focus();
  };
  if (lines.length === 0) return <p className="quiet">{t('tills.noLines')}</p>;
  return (
    <>
      <p className="quiet small">{t('tills.outcomeKeys')}</p>
      <ul className="line-checks">
        {lines.map(({ key, at, no, kind, tender, amount, ref }) => {
          const exception = found.get(key);
          const outcome = exception?.outcome ?? 'matches';
          const next =
            CHECK_OUTCOMES[(CHECK_OUTCOMES.indexOf(outcome) + 1) % CHECK_OUTCOMES.length] ?? 'matches';
          return (
            <li key={key}>
              <span>{clock(at)}</span>
              <span className="quiet" title={no}>
                {t(`ledger.kind.${kind}`)} {no.slice(-4)}
              </span>
              <span>
                {t(`ledger.tender.${tender}`)} <span className="quiet">{ref}</span>
              </span>
              <span className="right">{formatMoney(amount)}</span>
              <button
                type="button"
                className={outcome === 'matches' ? 'button outcome' : 'button outcome danger'}
                aria-label={`${no} ${t('tills.field.outcome')}`}
                onKeyDown={(event) => onKeyDown(event, key)}
                onClick={() => put(key, next)}
              >
                {t(`tills.outcome.${outcome}`)}
              </button>
              {exception && (
                <input
                  className="input"
                  aria-label={t('tills.exceptionNote', { no })}
                  placeholder={t('tills.field.note')}
                  aria-invalid={
                    error !== undefined && exception.outcome === 'amountDiffers' && exception.note === ''
                  }
                  value={exception.note}
                  onChange={({ target }) => put(key, exception.outcome, target.value)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </>
  );
}
