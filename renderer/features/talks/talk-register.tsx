/** 接待洽谈: the talks of a period with everything open, and beside them the selected one. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { GROUNDS, type Talk } from '@shared/talks/schema';
import { awaitsSignature } from '@shared/talks/state';
import { staffName, useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { dayTime } from '../../ui/typed';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportTalks, printTalk } from './prints';
import { TalkSide } from './talk-side';
import { TalkTags, type Clock } from './talk-tags';
import { useTalks } from './use-talks';
import { SEGMENTS, useTalkFilters, type Segment } from './view-state';

const BASE = '/talks';
const rowClass = ({ status }: Talk): string => (status === 'void' ? 'void' : '');

const columnsOf = (clock: Clock): readonly RegisterColumn<Talk>[] => [
  {
    key: 'no',
    title: t('talks.field.no'),
    width: '168px',
    render: ({ body }) => <span className="quiet">{body.no}</span>,
    sort: ({ body }) => body.no ?? '',
    wideOnly: true,
  },
  {
    key: 'held',
    title: t('talks.field.heldAt'),
    width: '104px',
    render: ({ body }) => dayTime(body.heldAt),
    sort: ({ body }) => body.heldAt,
  },
  {
    key: 'customer',
    title: t('talks.field.customer'),
    width: '88px',
    render: ({ body }) => body.customer.name,
    sort: ({ body }) => body.customer.name,
  },
  {
    key: 'ground',
    title: t('talks.field.ground'),
    width: '128px',
    render: ({ body }) => t(`talks.ground.${body.ground}`),
    sort: ({ body }) => body.ground,
    wideOnly: true,
  },
  {
    key: 'summary',
    title: t('talks.field.summary'),
    width: 'minmax(140px, 1fr)',
    render: ({ body }) => <span title={body.summary}>{body.summary}</span>,
  },
  {
    key: 'agreed',
    title: t('talks.field.agreedAt'),
    width: '104px',
    render: ({ body }) => dayTime(body.agreedAt),
    sort: ({ body }) => body.agreedAt,
  },
  {
    key: 'handler',
    title: t('talks.field.handler'),
    width: '80px',
    render: ({ body }) => body.handler,
    sort: ({ body }) => body.handler,
    wideOnly: true,
  },
  {
    key: 'state',
    title: t('talks.field.state'),
    width: '140px',
    render: (talk) => <TalkTags talk={talk} {...clock} />,
    sort: ({ status }) => status,
  },
];

/** Puts the keyboard on the list, where the arrows work. */
function focusRows(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-register-rows]')?.focus());
}

export function TalkRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const { segment, ground, responsible, words, period: choice } = useTalkFilters();
  const set = useTalkFilters.setState;
  const minute = useMinute();
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(choice, today());
  const { state, talks, span } = useTalks(period);
  const worded = useWordFilter(talks, words, 'tickets', span);
  const matching = useMemo(
    () =>
      worded.filter(
        ({ key, body }) =>
          (ground === '' || body.ground === ground) && (responsible === '' || key === responsible),
      ),
    [worded, ground, responsible],
  );
  const inSegment = useMemo(() => {
    const within = ({ day }: Talk): boolean => day >= period.from && day <= period.to;
    const tests: Readonly<Record<Segment, (talk: Talk) => boolean>> = {
      open: ({ status }) => status !== 'archived' && status !== 'void',
      waiting: ({ status }) => status === 'open' || status === 'returned',
      unsigned: awaitsSignature,
      due: ({ status, body }) => status === 'approved' && body.agreedAt <= minute,
      archived: (talk) => talk.status === 'archived' && within(talk),
      all: within,
    };
    return (wanted: Segment): readonly Talk[] => matching.filter(tests[wanted]);
    // The period's days decide, not the object that holds them.
  }, [matching, minute, period.from, period.to]);
  const shown = useMemo(() => inSegment(segment), [inSegment, segment]);
  const columns = useMemo(() => columnsOf({ minute, amberMinutes }), [minute, amberMinutes]);
  const people = useMemo(() => [...new Set(talks.map(({ key }) => key))], [talks]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const selected = talks.find(({ id }) => id === record);
  return (
    <RegisterPage
      title={t('talks.title')}
      {...(atDesk ? { onNew: { label: t('talks.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      {...(selected ? { onPrint: () => printTalk(selected) } : {})}
      onExport={() => void exportTalks([...shown].reverse(), period)}
      filters={
        <>
          <Segmented
            label={t('talks.field.state')}
            value={segment}
            options={SEGMENTS.map((value) => ({
              value,
              label: t(`talks.segment.${value}`),
              count: inSegment(value).length,
            }))}
            onChange={(next) => set({ segment: next })}
          />
          <PeriodFilter choice={choice} today={today()} onChange={(next) => set({ period: next })} />
          <ChoiceFilter
            label={t('talks.field.ground')}
            all={t('talks.allGrounds')}
            value={ground}
            values={GROUNDS}
            text={(value) => t(`talks.ground.${value}`)}
            onChange={(next) => set({ ground: next })}
          />
          <ChoiceFilter
            label={t('talks.field.responsible')}
            all={t('talks.allResponsible')}
            value={responsible}
            values={people}
            text={staffName}
            onChange={(next) => set({ responsible: next })}
          />
          <WordsFilter
            label={t('talks.filterWords')}
            value={words}
            onChange={(next) => set({ words: next })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('talks.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('talks.empty')}>
              {atDesk && <span>{t('talks.emptyHint')}</span>}
            </ListState>
          }
        />
      }
      side={
        record === '' ? null : (
          <TalkSide
            key={record}
            id={record}
            act={act}
            listed={selected}
            minute={minute}
            onAct={(next) => navigate(next === '' ? `${BASE}/${record}` : `${BASE}/${record}/${next}`)}
            onClose={() => {
              open(null);
              focusRows();
            }}
          />
        )
      }
    />
  );
}
