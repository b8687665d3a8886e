/** Columns of 商品进销存月报 and 月度库存盘点表 on the page, in the order of the printed sheets. */
import type { ReactNode } from 'react';
import { grossProfit, profitRate } from '@shared/month-end/figures';
import { cost4, money, units } from '@shared/month-end/forms/parts';
import { t, type MessageKey } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import type { MonthRow } from './rows';

type Column = RegisterColumn<MonthRow>;

const text = (key: string, title: MessageKey, width: string, render: Column['render']): Column => ({
  key,
  title: t(title),
  width,
  render,
});
const right = (key: string, title: MessageKey, width: string, render: Column['render']): Column => ({
  ...text(key, title, width, render),
  align: 'right',
});

/** A figure below 0 where there should be stock. */
function stock(quantity: number): ReactNode {
  if (quantity >= 0) return units(quantity);
  return (
    <span className="negative" title={t('monthEnd.negative')}>
      {units(quantity)}
    </span>
  );
}

const product = (): readonly Column[] => [
  text('sku', 'monthEnd.field.sku', '70px', ({ line }) => <span className="quiet">{line?.sku}</span>),
  text('name', 'monthEnd.field.name', 'minmax(104px, 1fr)', ({ title }) => (
    <span title={title}>{title}</span>
  )),
  text('unit', 'monthEnd.field.unit', '38px', ({ line }) => line?.unit ?? ''),
];

/** `31.4%`, or nothing without revenue. */
const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(1)}%`);

export function reportColumns(): readonly Column[] {
  const [quantity, amount] = ['48px', '82px'];
  return [
    ...product(),
    right('opening', 'monthEnd.field.opening', quantity, ({ sums }) => stock(sums.opening)),
    right('openingAmount', 'monthEnd.field.openingAmount', amount, ({ sums }) => money(sums.openingAmount)),
    right('received', 'monthEnd.field.received', quantity, ({ sums }) => units(sums.received)),
    right('receivedAmount', 'monthEnd.field.receivedAmount', amount, ({ sums }) =>
      money(sums.receivedAmount),
    ),
    right('sold', 'monthEnd.field.sold', quantity, ({ sums }) => units(sums.sold)),
    right('revenue', 'monthEnd.field.revenue', amount, ({ sums }) => money(sums.revenue)),
    right('soldCost', 'monthEnd.field.soldCost', amount, ({ sums }) => money(sums.soldCost)),
    right('other', 'monthEnd.field.other', '66px', ({ sums }) => units(0 - sums.otherOut)),
    right('otherAmount', 'monthEnd.field.otherAmount', '72px', ({ sums }) => money(0 - sums.otherOutAmount)),
    right('closing', 'monthEnd.field.closing', quantity, ({ sums }) => stock(sums.closing)),
    right('closingAmount', 'monthEnd.field.closingAmount', amount, ({ sums }) => money(sums.closingAmount)),
    right('profit', 'monthEnd.field.profit', '78px', ({ sums }) => money(grossProfit(sums))),
    right('rate', 'monthEnd.field.rate', '60px', ({ sums }) => percent(profitRate(sums))),
  ];
}

export function stocktakeColumns(): readonly Column[] {
  return [
    ...product(),
    right('opening', 'monthEnd.field.opening', '52px', ({ sums }) => stock(sums.opening)),
    right('received', 'monthEnd.field.received', '52px', ({ sums }) => units(sums.received)),
    right('sold', 'monthEnd.field.sold', '52px', ({ sums }) => units(sums.sold)),
    right('other', 'monthEnd.field.other', '66px', ({ sums }) => units(sums.otherIn)),
    right('book', 'monthEnd.field.book', '58px', ({ sums }) => stock(sums.book)),
    right('counted', 'monthEnd.field.counted', '58px', ({ line, sums }) =>
      line?.counted === null ? '' : line ? String(line.counted) : units(sums.counted),
    ),
    right('gain', 'monthEnd.field.gain', '50px', ({ sums }) => units(sums.gain)),
    right('loss', 'monthEnd.field.loss', '50px', ({ sums }) => units(sums.loss)),
    right('unitCost', 'monthEnd.field.unitCost', '84px', ({ line }) => (line ? cost4(line.unitCost) : '')),
    right('atCost', 'monthEnd.field.atCost', '92px', ({ sums }) => money(sums.differenceAtCost)),
    right('atPrice', 'monthEnd.field.atPrice', '92px', ({ sums }) => money(sums.differenceAtPrice)),
    text('reason', 'monthEnd.field.reason', 'minmax(80px, 0.6fr)', ({ line }) => line?.reason ?? ''),
    text('treatment', 'monthEnd.field.treatment', 'minmax(88px, 0.7fr)', ({ line }) => line?.treatment ?? ''),
  ];
}
