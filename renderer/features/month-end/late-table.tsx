/** 补记: what came too late for its own month and counts in this one. */
import type { ReactElement } from 'react';
import type { LateEntry } from '@shared/ledger/schema';
import { t } from '../../ui/i18n';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';

const columns = (): readonly RegisterColumn<LateEntry>[] => [
  {
    key: 'day',
    title: t('monthEnd.field.day'),
    width: '120px',
    render: ({ day }) => day,
    sort: ({ day }) => day,
  },
  {
    key: 'no',
    title: t('monthEnd.field.no'),
    width: 'minmax(180px, 1fr)',
    render: ({ no }) => no,
    sort: ({ no }) => no,
  },
  {
    key: 'kind',
    title: t('monthEnd.field.kind'),
    width: 'minmax(120px, 1fr)',
    render: ({ kind }) => t(`ledger.kind.${kind}`),
  },
  {
    key: 'place',
    title: t('monthEnd.field.place'),
    width: 'minmax(140px, 1fr)',
    render: ({ place }) => <span className="quiet">{place}</span>,
  },
];

export function LateTable({ late }: { readonly late: readonly LateEntry[] }): ReactElement {
  return (
    <RegisterTable
      label={t('monthEnd.tab.late')}
      columns={columns()}
      rows={late}
      selected={null}
      onSelect={() => undefined}
      empty={
        <EmptyState title={t('monthEnd.noLate')}>
          <span>{t('monthEnd.noLateHelp')}</span>
        </EmptyState>
      }
    />
  );
}
