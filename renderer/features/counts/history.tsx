/** 历次清点: the counts of a period with who counted, who approved and how many lines differed. */
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { countIds } from '@shared/counts/lines';
import { stocktakeMonth, startCount } from '@shared/counts/start';
import type { Count } from '@shared/counts/schema';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { staffName } from '../../data/directory';
import { useLive } from '../../data/live';
import { byIds, range } from '../../data/read';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { chosenPeriod, PeriodFilter, type PeriodChoice } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { toast } from '../../ui/toast';

const differing = ({ body }: Count): string =>
  body.final === null
    ? ''
    : t('counts.differenceRows', {
        count: body.final.filter(({ counted, book }) => counted !== book).length,
      });

/** What its state means to whoever reads the list. */
const stateText = ({ status, body }: Count): string =>
  status === 'approved' && !body.approval ? t('counts.agreed') : t(`counts.status.${status}`);

const COLUMNS = (): readonly RegisterColumn<Count>[] => [
  {
    key: 'no',
    title: t('counts.no'),
    width: '176px',
    render: ({ body }) => body.no,
    sort: ({ body }) => body.no ?? '',
  },
  { key: 'day', title: t('counts.day'), width: '112px', render: ({ day }) => day, sort: ({ day }) => day },
  {
    key: 'type',
    title: t('counts.kind'),
    width: '110px',
    render: ({ body }) => t(`counts.type.${body.type}`),
    sort: ({ body }) => body.type,
  },
  {
    key: 'counter',
    title: t('counts.counter'),
    width: 'minmax(90px, 1fr)',
    render: ({ body, by }) => body.submitted?.name ?? staffName(by),
    sort: ({ body, by }) => body.submitted?.name ?? staffName(by),
  },
  {
    key: 'state',
    title: t('counts.state'),
    width: 'minmax(130px, 1fr)',
    render: (count) => (
      <span className={count.status === 'submitted' ? 'tag due' : ''}>{stateText(count)}</span>
    ),
    sort: stateText,
  },
  { key: 'lead', title: t('counts.lead'), width: '110px', render: ({ body }) => body.approval?.name ?? '' },
  { key: 'differences', title: t('counts.differences'), width: '100px', align: 'right', render: differing },
];

export function CountHistory(): ReactElement {
  const [, navigate] = useLocation();
  const [choice, setChoice] = useState<PeriodChoice>({ preset: 'thisMonth' });
  const { from, to } = chosenPeriod(choice, today());
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const month = stocktakeMonth(today());
  /** Goes on with the month's stocktake, or begins it. */
  const stocktake = async (): Promise<void> => {
    const known = await byIds<Count>('stockDocuments', countIds('monthEnd', month));
    const running = known.find(({ status }) => status !== 'void');
    if (running) return navigate(`/counts/${running.id}`);
    const outcome = await runCommand(startCount, { type: 'monthEnd', period: month });
    if (outcome.ok) return navigate(`/counts/${outcome.docs[0]?.id ?? ''}`);
    for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
  };
  const live = useLive(
    async () => [...(await range<Count>('stockDocuments', 'kind', ['count', from], ['count', to]))].reverse(),
    ['stockDocuments'],
    [from, to],
  );
  return (
    <RegisterPage
      title={t('counts.title')}
      hint={t('counts.history')}
      {...(atDesk
        ? { onNew: { label: t('counts.beginMonth', { month }), run: () => void stocktake() } }
        : {})}
      actions={
        <a className="button" href="#/counts">
          {t('counts.back')}
        </a>
      }
      filters={<PeriodFilter choice={choice} today={today()} onChange={setChoice} />}
      table={
        <RegisterTable
          label={t('counts.history')}
          columns={COLUMNS()}
          rows={live.state === 'ready' ? live.value : []}
          selected={null}
          onSelect={(id) => id && navigate(`/counts/${id}`)}
          rowClass={({ status }) => (status === 'void' ? 'void' : '')}
          empty={<ListState state={live.state} title={t('counts.historyEmpty')} />}
        />
      }
      side={null}
    />
  );
}
