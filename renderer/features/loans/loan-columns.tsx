/** Columns of the list of loans. */
import type { ReactElement } from 'react';
import { NEVER_DUE } from '@shared/core/envelope';
import { formatMoney } from '@shared/core/money';
import { civil } from '@shared/core/time';
import { thingName } from './thing';
import { lateness, loanState, unsigned, type LoanRow } from '@shared/loans/rows';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';

/** `11-21 18:00`. */
export const shortTime = (instant: string): string => civil(instant).slice(5, 16).replace('T', ' ');

interface LoanTagsProps {
  readonly row: LoanRow;
  readonly now: string;
  readonly amberMinutes: number;
}

/** State, lateness, and 待签字; colour only where something is due. */
export function LoanTags({ row, now, amberMinutes }: LoanTagsProps): ReactElement {
  const late = lateness(row, now, amberMinutes);
  return (
    <>
      {late === 'overdue' && <span className="tag overdue">{t('loans.late')}</span>}
      {late === 'due' && <span className="tag due">{t('loans.due')}</span>}
      {late === null && <span className="tag">{t(`loans.state.${loanState(row)}`)}</span>}
      {unsigned(row).length > 0 && <span className="tag due">{t('loans.unsigned')}</span>}
    </>
  );
}

export function loanColumns(now: string, amberMinutes: number): readonly RegisterColumn<LoanRow>[] {
  return [
    {
      key: 'no',
      title: t('loans.field.no'),
      width: '164px',
      render: ({ taken }) => <span className="quiet">{taken.body.no}</span>,
      sort: ({ taken }) => taken.body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'at',
      title: t('loans.field.time'),
      width: '104px',
      render: ({ taken }) => shortTime(taken.at),
      sort: ({ taken }) => taken.at,
    },
    {
      key: 'thing',
      title: t('loans.field.thing'),
      width: 'minmax(140px, 1.6fr)',
      render: ({ taken }) => thingName(taken.body),
      sort: ({ taken }) => thingName(taken.body),
    },
    {
      key: 'name',
      title: t('loans.field.name'),
      width: 'minmax(72px, 0.8fr)',
      render: ({ taken }) => taken.body.customer.name,
      sort: ({ taken }) => taken.body.customer.name,
    },
    {
      key: 'amount',
      title: t('loans.field.amountColumn'),
      width: '100px',
      align: 'right',
      render: ({ taken }) => (taken.body.amount === 0 ? '' : formatMoney(taken.body.amount)),
      sort: ({ taken }) => taken.body.amount,
    },
    {
      key: 'backBy',
      title: t('loans.field.backBy'),
      width: '104px',
      render: ({ taken }) => (taken.body.backBy === NEVER_DUE ? '' : shortTime(taken.body.backBy)),
      sort: ({ taken }) => taken.body.backBy,
    },
    {
      key: 'returnedAt',
      title: t('loans.field.returnedAt'),
      width: '104px',
      render: ({ returned }) => (returned ? shortTime(returned.at) : ''),
      sort: ({ returned }) => returned?.at ?? '',
      wideOnly: true,
    },
    {
      key: 'kept',
      title: t('loans.field.keptColumn'),
      width: '84px',
      align: 'right',
      render: ({ returned }) => (returned?.body.kept ? formatMoney(returned.body.kept) : ''),
      sort: ({ returned }) => returned?.body.kept ?? 0,
      wideOnly: true,
    },
    {
      key: 'clerk',
      title: t('loans.field.clerk'),
      width: '74px',
      render: ({ taken }) => staffName(taken.by),
      sort: ({ taken }) => staffName(taken.by),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('loans.field.state'),
      width: '136px',
      render: (row) => <LoanTags row={row} now={now} amberMinutes={amberMinutes} />,
    },
  ];
}
