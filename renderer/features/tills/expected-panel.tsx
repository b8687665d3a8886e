/** What the open till should hold per tender, and by which formula; hidden while the club counts blindly. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { TENDERS } from '@shared/ledger/entries/parts';
import { CASH_PARTS, cashFormula, expectedOf, type Till } from '@shared/tills/till';
import { t } from '../../ui/i18n';

export function ExpectedPanel({
  till,
  hidden,
}: {
  readonly till: Till;
  readonly hidden: boolean;
}): ReactElement {
  const expected = expectedOf(till);
  const formula = cashFormula(till);
  return (
    <section className="panel record" aria-label={t('tills.shouldHold')}>
      <div className="inside">
        <div className="title">
          <h2>{t('tills.shouldHold')}</h2>
        </div>
        {hidden ? (
          <p className="notice">{t('tills.shouldHoldHidden')}</p>
        ) : (
          <>
            <dl className="till-sums">
              {TENDERS.filter((tender) => expected[tender] !== undefined).map((tender) => (
                <div key={tender} className={tender === 'cash' ? 'strong' : ''}>
                  <dt>{t(`ledger.tender.${tender}`)}</dt>
                  <dd>{formatMoney(expected[tender] ?? 0)}</dd>
                </div>
              ))}
            </dl>
            <h2>{t('tills.cashFormula')}</h2>
            <dl className="till-sums">
              {CASH_PARTS.filter((part) => part === 'float' || formula[part] !== 0).map((part) => (
                <div key={part}>
                  <dt>{t(`tills.part.${part}`)}</dt>
                  <dd>{formatMoney(formula[part])}</dd>
                </div>
              ))}
              <div className="strong total">
                <dt>{t('tills.cashFormula')}</dt>
                <dd>{formatMoney(expected.cash ?? 0)}</dd>
              </div>
            </dl>
          </>
        )}
      </div>
    </section>
  );
}
