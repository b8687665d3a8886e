/** The columns that name a shift of a desk. */
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';

interface OfSlot {
  readonly id: string;
  readonly day: string;
  readonly shiftName: string;
  readonly desk: string;
}

export const slotColumns = <R extends OfSlot>(): readonly RegisterColumn<R>[] => [
  {
    key: 'day',
    title: t('shiftLog.column.day'),
    width: '104px',
    render: ({ day }) => day,
    sort: ({ day }) => day,
  },
  {
    key: 'shift',
    title: t('shiftLog.column.shift'),
    width: '80px',
    render: ({ shiftName }) => shiftName,
    sort: ({ shiftName }) => shiftName,
  },
  {
    key: 'desk',
    title: t('shiftLog.column.desk'),
    width: '60px',
    render: ({ desk }) => t('shiftLog.deskName', { desk }),
    sort: ({ desk }) => desk,
  },
];
