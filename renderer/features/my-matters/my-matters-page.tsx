/** 我的事项: what the signed-in person answers for, by due time, and the hand-over of several at shift end. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import type { MatterBody, Responsible } from '@shared/service/schema';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { ChoiceFilter } from '../../ui/filters';
import { t, type MessageKey } from '../../ui/i18n';
import { shownAs } from '../../ui/record-path';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { DueBadge } from '../../ui/service/due-badge';
import { HandOverDialog } from '../../ui/service/hand-over';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { exportMatters } from './export';
import { useMatters } from './use-matters';
import { useMatterFilters } from './view-state';

const kindText = (kind: string): string => t(`service.kinds.${kind}` as MessageKey);
const summaryOf = ({ body }: Responsible): string => ('summary' in body ? (body as MatterBody).summary : '');
const customerOf = ({ body }: Responsible): string =>
  'customer' in body ? (body as MatterBody).customer.name : '';

interface ColumnOptions {
  readonly minute: string;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (id: string) => void;
  /** Names whose each matter is. */
  readonly everybody: boolean;
}

function columnsOf({
  minute,
  ticked,
  tick,
  everybody,
}: ColumnOptions): readonly RegisterColumn<Responsible>[] {
  return [
    {
      key: 'tick',
      title: '',
      width: '40px',
      render: ({ id, body }) => (
        <input
          type="checkbox"
          aria-label={t('myMatters.tick', { no: body.no ?? '' })}
          checked={ticked.has(id)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => tick(id)}
        />
      ),
    },
    {
      key: 'no',
      title: t('myMatters.no'),
      width: '172px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
    },
    {
      key: 'kind',
      title: t('myMatters.kind'),
      width: '92px',
      render: ({ kind }) => kindText(kind),
      sort: ({ kind }) => kind,
    },
    {
      key: 'summary',
      title: t('myMatters.summary'),
      width: 'minmax(160px, 1fr)',
      render: (doc) => <span title={summaryOf(doc)}>{summaryOf(doc)}</span>,
    },
    {
      key: 'customer',
      title: t('service.customer'),
      width: '96px',
      render: customerOf,
      sort: customerOf,
    },
    ...(everybody
      ? [
          {
            key: 'responsible',
            title: t('service.responsible'),
            width: '92px',
            render: ({ key }: Responsible) => staffName(key),
            sort: ({ key }: Responsible) => staffName(key),
          },
        ]
      : []),
    {
      key: 'due',
      title: t('myMatters.due'),
      width: '160px',
      render: ({ dueAt }) => <DueBadge dueAt={dueAt} minute={minute} />,
      sort: ({ dueAt }) => dueAt,
    },
  ];
}

export default function MyMattersPage(): ReactElement {
  const [, navigate] = useLocation();
  const minute = useMinute();
  const actor = useSession((session) => session.actor);
  const { whose, person, kind } = useMatterFilters();
  const set = useMatterFilters.setState;
  const { state, matters } = useMatters();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [handing, setHanding] = useState<readonly Responsible[]>([]);
  const seesAll = hasRole(actor?.roles ?? [], ['lead', 'manager']);
  const everybody = seesAll && whose === 'all';
  const mine = useMemo(() => matters.filter(({ key }) => key === actor?.id), [matters, actor]);
  const shown = useMemo(
    () =>
      (everybody ? matters : mine).filter(
        (doc) => (kind === '' || doc.kind === kind) && (!everybody || person === '' || doc.key === person),
      ),
    [everybody, matters, mine, kind, person],
  );
  const people = useMemo(() => [...new Set(matters.map(({ key }) => key))], [matters]);
  const kinds = useMemo(() => [...new Set(matters.map((doc) => doc.kind))], [matters]);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  const columns = useMemo(
    () =>
      columnsOf({
        minute,
        ticked,
        everybody,
        tick: (id) =>
          setTicked((before) => {
            const next = new Set(before);
            if (!next.delete(id)) next.add(id);
            return next;
          }),
      }),
    [minute, ticked, everybody],
  );
  const open = (id: string | null): void => {
    const doc = shown.find((one) => one.id === id);
    const path = doc ? shownAs(doc)?.path : undefined;
    if (path) navigate(path);
  };
  const allTicked = shown.length > 0 && chosen.length === shown.length;
  return (
    <>
      <RegisterPage
        title={t('myMatters.title')}
        hint={t('myMatters.hint')}
        onExport={() => void exportMatters(shown)}
        actions={
          <>
            <button
              type="button"
              className="button"
              disabled={shown.length === 0}
              onClick={() => setTicked(new Set(allTicked ? [] : shown.map(({ id }) => id)))}
            >
              {t(allTicked ? 'myMatters.tickNone' : 'myMatters.tickAll')}
            </button>
            <button
              type="button"
              className="button primary"
              disabled={chosen.length === 0}
              onClick={() => setHanding(chosen)}
            >
              {chosen.length === 0
                ? t('service.handOver')
                : t('myMatters.handOver', { count: chosen.length })}
            </button>
          </>
        }
        filters={
          <>
            {seesAll && (
              <Segmented
                label={t('service.responsible')}
                value={whose}
                options={[
                  { value: 'mine', label: t('myMatters.mine'), count: mine.length },
                  { value: 'all', label: t('myMatters.all'), count: matters.length },
                ]}
                onChange={(next) => set({ whose: next })}
              />
            )}
            {everybody && (
              <ChoiceFilter
                label={t('service.responsible')}
                all={t('myMatters.everybody')}
                value={person}
                values={people}
                text={(id) =>
                  t('myMatters.personCount', {
                    name: staffName(id),
                    count: matters.filter(({ key }) => key === id).length,
                  })
                }
                onChange={(next) => set({ person: next })}
              />
            )}
            <ChoiceFilter
              label={t('myMatters.kind')}
              all={t('myMatters.allKinds')}
              value={kind}
              values={kinds}
              text={kindText}
              onChange={(next) => set({ kind: next })}
            />
          </>
        }
        table={
          <RegisterTable
            label={t('myMatters.title')}
            columns={columns}
            rows={shown}
            selected={null}
            onSelect={open}
            empty={
              <ListState state={state} title={t('myMatters.empty')}>
                <span>{t('myMatters.emptyHint')}</span>
              </ListState>
            }
          />
        }
        side={null}
      />
      {handing.length > 0 && (
        <HandOverDialog
          matters={handing}
          onClose={() => {
            setHanding([]);
            setTicked(new Set());
          }}
        />
      )}
    </>
  );
}
