/** 数量与金额核对 beside the lines: both sides, and who carries the difference (DOMAIN §4). */
import { useState, type ReactElement } from 'react';
import { carriersText } from '@shared/counts/carriers';
import { agrees, type MoneyCheck } from '@shared/counts/money-check';
import type { Count } from '@shared/counts/schema';
import { formatMoney } from '@shared/core/money';
import { t } from '../../ui/i18n';
import { HowDialog } from './how-dialog';
import { isOld } from './use-count';

interface MoneyPanelProps {
  readonly count: Count;
  readonly hidden: boolean;
  /** Lines not counted yet. */
  readonly left: number;
  readonly money: { readonly no: string; readonly check: MoneyCheck } | null;
}

/** A minus in the type's own width. */
export const signedMoney = (fen: number): string => formatMoney(fen).replace('-', '−');

/** Who carries the difference, in the page's language. */
export const carriersHere = (check: MoneyCheck): string =>
  carriersText(check, {
    say: (key, params) => t(`counts.check.${key}`, params),
    tender: (tender) => t(`ledger.tender.${tender}`),
  });

export function MoneyPanel({ count, hidden, left, money }: MoneyPanelProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const check = money?.check;
  return (
    <aside className="panel money-check" aria-label={t('counts.check.title')}>
      <h2>
        {t('counts.check.title')} {check && <span className="quiet small">{daysText(check)}</span>}
      </h2>
      {!check && (
        <p className="quiet">
          {t(
            isOld(count)
              ? 'counts.check.old'
              : hidden
                ? 'counts.check.blind'
                : left > 0
                  ? 'counts.check.waiting'
                  : count.body.skipped.length > 0
                    ? 'counts.check.skipped'
                    : 'counts.reading',
          )}
        </p>
      )}
      {check && (
        <>
          <dl>
            <Line label={t('counts.check.quantitySide')} value={t('counts.check.byGroup')} />
            <Line label={t('counts.check.minusCounted')} value="" />
            <Line label={t('counts.check.should')} value={signedMoney(check.shouldSell)} strong />
            {check.flows !== 0 && <Line label={t('counts.check.flows')} value={signedMoney(check.flows)} />}
            {check.flows !== 0 && (
              <Line label={t('counts.check.receivable')} value={signedMoney(check.should)} strong />
            )}
            {check.tenders.map(({ tender, actual }) => (
              <Line key={tender} label={t(`ledger.tender.${tender}`)} value={signedMoney(actual)} />
            ))}
            <Line label={t('counts.check.actual')} value={signedMoney(check.actual)} strong />
          </dl>
          <div className={agrees(check) ? 'result' : 'result off'}>
            <span>{t('counts.check.difference')}</span>
            <span>{signedMoney(check.difference)}</span>
          </div>
          <div className={agrees(check) ? 'notice good' : 'notice overdue'}>
            {carriersHere(check)}
            {check.productsOff.length > 0 && count.status !== 'approved' && t('counts.check.mend')}
            {check.tendersOff.length > 0 && t('counts.check.mendTender')}
          </div>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t('counts.check.how')}
          </button>
        </>
      )}
      {asking && money && <HowDialog {...money} onClose={() => setAsking(false)} />}
    </aside>
  );
}

/** `11-20` or `11-19 至 11-20`. */
const daysText = ({ from, to }: MoneyCheck): string =>
  from === to ? from.slice(5) : t('counts.check.period', { from: from.slice(5), to: to.slice(5) });

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}

function Line({ label, value, strong }: LineProps): ReactElement {
  return (
    <div className={strong ? 'strong' : ''}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
