/** 历史班次: every session of a period with its sheet. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { clock } from '@shared/core/time';
import { differencesOf, holderOf, shiftOf, type Till } from '@shared/tills/till';
import { today } from '../../data/session';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod, type PeriodChoice } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { exportTills } from './export';
import { Difference } from './money';
import { printSheet } from './prints';
import { SessionPanel } from './session-panel';
import { stateOf } from './session-state';
import { Tabs } from './tabs';
import { useTills } from './use-tills';

/** All differences of a session together. */
const differenceOf = (till: Till): number =>
  Object.values(differencesOf(till)).reduce((sum, amount) => sum + amount, 0);

const columns = (): readonly RegisterColumn<Till>[] => [
  {
    key: 'no',
    title: t('tills.field.no'),
    width: '166px',
    render: ({ opening }) => <span className="quiet">{opening.body.no}</span>,
    sort: ({ opening }) => opening.body.no ?? '',
  },
  {
    key: 'day',
    title: t('tills.field.day'),
    width: '62px',
    render: ({ opening }) => opening.day.slice(5),
    sort: ({ opening }) => opening.day,
  },
  { key: 'shift', title: t('tills.field.shift'), width: '58px', render: shiftOf, sort: shiftOf },
  {
    key: 'desk',
    title: t('tills.field.desk'),
    width: '38px',
    render: ({ opening }) => opening.desk,
    sort: ({ opening }) => opening.desk,
  },
  {
    key: 'time',
    title: `${t('tills.field.opened')} – ${t('tills.field.closed')}`,
    width: '114px',
    render: ({ opening, closing }) => `${clock(opening.at)} – ${closing ? clock(closing.at) : ''}`,
  },
  {
    key: 'holder',
    title: t('tills.field.holder'),
    width: 'minmax(66px, 1fr)',
    render: (till) => holderOf(till).name,
    sort: (till) => holderOf(till).name,
  },
  {
    key: 'difference',
    title: t('tills.field.difference'),
    width: '108px',
    align: 'right',
    render: (till) => (till.closing ? <Difference fen={differenceOf(till)} /> : ''),
    sort: differenceOf,
  },
  {
    key: 'state',
    title: t('tills.field.state'),
    width: 'minmax(84px, 1.2fr)',
    render: (till) => (
      <>
        {t(`tills.state.${stateOf(till)}`)}
        {till.late.length > 0 && (
          <span className="tag due">{t('tills.late', { count: till.late.length })}</span>
        )}
      </>
    ),
  },
];

/** @param record id of the selected session, '' for none */
export function HistoryPage({ record }: { readonly record: string }): ReactElement {
  const [, navigate] = useLocation();
  const [choice, setChoice] = useState<PeriodChoice>({ preset: 'thisMonth' });
  const period = chosenPeriod(choice, today());
  const { state, tills } = useTills(period);
  const shown = useMemo(columns, []);
  const selected = tills.find(({ id }) => id === record) ?? null;
  const total = tills.reduce((sum, till) => sum + differenceOf(till), 0);
  return (
    <RegisterPage
      title={t('tills.title')}
      hint={<Tabs current="history" />}
      {...(tills.length > 0 ? { onExport: () => void exportTills(tills, period) } : {})}
      {...(selected?.closing ? { onPrint: () => printSheet(selected) } : {})}
      filters={<PeriodFilter choice={choice} today={today()} onChange={setChoice} />}
      table={
        <RegisterTable
          label={t('tills.history')}
          columns={shown}
          rows={tills}
          selected={selected?.id ?? null}
          onSelect={(id) => navigate(id ? `/tills/history/${id}` : '/tills/history')}
          empty={<ListState state={state} title={t('tills.noSessions')} />}
          foot={
            <>
              <span>{t('ui.rows', { count: tills.length })}</span>
              <span className="spacer" />
              <span>{`${t('tills.field.difference')} ${formatMoney(total)}`}</span>
            </>
          }
        />
      }
      side={selected && <SessionPanel till={selected} onClose={() => navigate('/tills/history')} />}
    />
  );
}
