/** 查看计算过程: both sides of the check in full with their formulas. */
import { Fragment, type ReactElement } from 'react';
import {
  agrees,
  type GroupCheck,
  type MoneyCheck,
  type QuantityCheck,
  type TenderMoney,
} from '@shared/counts/money-check';
import { ReadingDialog } from '../../ui/reading-dialog';
import { t } from '../../ui/i18n';
import { carriersHere, signedMoney } from './money-panel';

const QUANTITY_PARTS = [
  'opening',
  'received',
  'otherOut',
  'counted',
  'shouldSell',
  'recorded',
  'difference',
] as const satisfies readonly (keyof GroupCheck)[];
const MONEY_PARTS = [
  'sales',
  'fees',
  'topUps',
  'others',
  'recorded',
  'actual',
  'difference',
] as const satisfies readonly (keyof TenderMoney)[];

interface HowDialogProps {
  readonly no: string;
  readonly check: MoneyCheck;
  readonly onClose: () => void;
}

export function HowDialog({ no, check, onClose }: HowDialogProps): ReactElement {
  const sum = (of: (one: GroupCheck) => number): number =>
    check.groups.reduce((all, one) => all + of(one), 0);
  const money = (of: (one: TenderMoney) => number): number =>
    check.tenders.reduce((all, one) => all + of(one), 0);
  return (
    <ReadingDialog title={t('counts.check.howTitle')} width={860} onClose={onClose}>
      <p>
        {no === '' ? t('counts.check.sinceFirst') : t('counts.check.since', { no })}{' '}
        <span className="quiet">{t('counts.check.period', { from: check.from, to: check.to })}</span>
      </p>
      <div className="how">
        <h3>{t('counts.check.groupTable')}</h3>
        <p className="quiet small">{t('counts.check.quantityFormula')}</p>
        <table>
          <thead>
            <tr>
              <th>{t('counts.check.group')}</th>
              <th>{t('counts.check.opening')}</th>
              <th>{t('counts.check.received')}</th>
              <th>{t('counts.check.otherOut')}</th>
              <th>{t('counts.check.counted')}</th>
              <th>{t('counts.check.shouldSell')}</th>
              <th>{t('counts.check.recordedSold')}</th>
              <th>{t('counts.check.differenceUnits')}</th>
              <th>{t('counts.check.value')}</th>
            </tr>
          </thead>
          <tbody>
            {check.groups.map((group) => (
              <Fragment key={group.category}>
                <QuantityRow name={group.category} check={group} />
                {check.productsOff
                  .filter(({ of }) => of.category === group.category)
                  .map((product) => (
                    <QuantityRow
                      key={product.of.product}
                      name={[product.of.name, product.of.spec].filter(Boolean).join(' ')}
                      check={product}
                      detail
                    />
                  ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th>{t('counts.check.total')}</th>
              {QUANTITY_PARTS.map((part) => (
                <td key={part}>{String(sum((group) => group[part])).replace('-', '−')}</td>
              ))}
              <td>{signedMoney(sum(({ value }) => value))}</td>
            </tr>
          </tfoot>
        </table>
        <h3>{t('counts.check.tenderTable')}</h3>
        <p className="quiet small">{t('counts.check.moneyFormula')}</p>
        <table>
          <thead>
            <tr>
              <th>{t('counts.check.tenderName')}</th>
              <th>{t('counts.check.sales')}</th>
              <th>{t('counts.check.fees')}</th>
              <th>{t('counts.check.topUps')}</th>
              <th>{t('counts.check.others')}</th>
              <th>{t('counts.check.recorded')}</th>
              <th>{t('counts.check.actualTender')}</th>
              <th>{t('counts.check.value')}</th>
            </tr>
          </thead>
          <tbody>
            {check.tenders.map((tender) => (
              <tr key={tender.tender} className={tender.difference === 0 ? '' : 'off'}>
                <th>{t(`ledger.tender.${tender.tender}`)}</th>
                {MONEY_PARTS.map((part) => (
                  <td key={part}>{signedMoney(tender[part])}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th>{t('counts.check.total')}</th>
              {MONEY_PARTS.map((part) => (
                <td key={part}>{signedMoney(money((tender) => tender[part]))}</td>
              ))}
            </tr>
          </tfoot>
        </table>
        <p>
          {t('counts.check.difference')} {signedMoney(check.difference)} = {signedMoney(check.actual)} −（
          {signedMoney(check.shouldSell)} + {signedMoney(check.flows)}）
        </p>
        <p className="quiet small">{t('counts.check.totalFormula')}</p>
        <div className={agrees(check) ? 'notice good' : 'notice overdue'}>{carriersHere(check)}</div>
      </div>
    </ReadingDialog>
  );
}

interface QuantityRowProps {
  readonly name: string;
  readonly check: QuantityCheck;
  /** A product below its group. */
  readonly detail?: boolean;
}

function QuantityRow({ name, check, detail }: QuantityRowProps): ReactElement {
  const off = check.difference !== 0 || check.value !== 0;
  return (
    <tr className={[detail ? 'detail' : '', off ? 'off' : ''].join(' ')}>
      <th>{name}</th>
      {QUANTITY_PARTS.map((part) => (
        <td key={part}>{String(check[part]).replace('-', '−')}</td>
      ))}
      <td>{signedMoney(check.value)}</td>
    </tr>
  );
}
