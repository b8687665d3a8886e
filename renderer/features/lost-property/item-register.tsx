/** 失物招领: the found items, and beside them the selected one or a form. HR has the same list of what it keeps. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { civil } from '@shared/core/time';
import { openSignatures } from '@shared/lost-property/custody';
import { proposals } from '@shared/lost-property/match';
import { FOUND_STATUSES, type FoundItem } from '@shared/lost-property/schema';
import { useDirectory } from '../../data/directory';
import type { ReadState } from '../../data/live';
import { today, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportItems } from './export';
import { Filters } from './filters';
import { isDue, itemColumns } from './item-columns';
import { ItemSide } from './item-side';
import { printDisposals, printLabels, printNotice, printRegister } from './prints';
import { Tabs } from './tabs';
import { treatedSpan } from './treated';
import { useLost, within } from './use-lost';
import { useHrFilters, useItemFilters } from './view-state';

interface ItemRegisterProps {
  readonly view: 'desk' | 'hr';
  /** An item's id, `new`, or ''. */
  readonly record: string;
  /** An act on that item, or ''. */
  readonly act: string;
}

const rowClass = ({ status }: FoundItem): string => (status === 'void' ? 'void' : '');

/** HR looks for what it dealt with in a period, whenever that was found. */
function lastTouched({ body, day }: FoundItem): { readonly day: string } {
  const last = body.events.at(-1);
  return { day: last ? civil(last.at).slice(0, 10) : day };
}

/** Puts the keyboard on the list, where the arrows work. */
function focusRows(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-register-rows]')?.focus());
}

export function ItemRegister({ view, record, act }: ItemRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const base = view === 'hr' ? '/lost-property/hr' : '/lost-property';
  const store = view === 'hr' ? useHrFilters : useItemFilters;
  const filters = store();
  const minute = useMinute();
  const settings = useDirectory((state) => state.settings);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const atDesk = hasRole(roles, DESK_ROLES);
  const period = chosenPeriod(filters.period, today());
  const { state, items, reports, sheets, span } = useLost(view === 'hr' ? treatedSpan(period) : period);

  const mine = useMemo(
    () =>
      view === 'hr'
        ? items.filter(({ body }) => body.events.some(({ type }) => type === 'handedOver'))
        : items,
    [items, view],
  );
  const worded = useWordFilter(mine, filters.words, 'lostItems', span);
  const matching = useMemo(
    () =>
      filters.category === '' ? worded : worded.filter(({ body }) => body.category === filters.category),
    [worded, filters.category],
  );
  const inSegment = useMemo(() => {
    const test = (segment: string, item: FoundItem): boolean => {
      if (segment === 'due') return isDue(item, minute, settings);
      if (segment === 'waiting') return openSignatures(item.body).length > 0;
      if (segment === 'held') return item.status === 'held';
      if (view === 'hr')
        return segment === 'handedOver'
          ? item.status === 'handedOver'
          : within(period, lastTouched(item)) && (segment === 'all' || item.status === segment);
      return within(period, item) && (segment === 'all' || item.status === segment);
    };
    return (segment: string): readonly FoundItem[] => matching.filter((item) => test(segment, item));
    // The period's days decide, not the object that holds them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [matching, minute, settings, view, period.from, period.to]);
  const segments = (
    view === 'hr'
      ? (['handedOver', 'disposed', 'all'] as const)
      : (['all', 'held', 'due', 'waiting', 'claimed', 'handedOver'] as const)
  ).map((value) => ({
    value,
    label: t(`lostProperty.status.${value}`),
    count: inSegment(value).length,
  }));
  const shown = useMemo(() => inSegment(filters.segment), [inSegment, filters.segment]);
  const matches = useMemo(() => proposals(items, reports, settings), [items, reports, settings]);

  const columns = useMemo(() => itemColumns({ minute, settings }), [minute, settings]);
  const open = (id: string | null): void => navigate(id ? `${base}/${id}` : base, { replace: true });
  const held = shown.filter(({ status }) => status === 'held').length;
  const print = (): void => {
    if (view === 'hr') printDisposals(mine, period);
    else
      printRegister(
        [...shown].reverse(),
        period,
        FOUND_STATUSES.filter((status) => status === filters.segment),
      );
  };

  return (
    <RegisterPage
      title={t('lostProperty.title')}
      hint={<Tabs current={view === 'hr' ? 'hr' : 'items'} />}
      {...(atDesk && view === 'desk'
        ? { onNew: { label: t('lostProperty.new'), run: () => navigate('/lost-property/new') } }
        : {})}
      onPrint={print}
      onExport={() => void exportItems(shown, period)}
      actions={
        view === 'desk' && (
          <>
            <button type="button" className="button" disabled={held === 0} onClick={() => printNotice(shown)}>
              <Icon name="print" />
              {t('lostProperty.notice')}
            </button>
            <button
              type="button"
              className="button"
              disabled={held === 0}
              onClick={() =>
                printLabels(
                  shown.filter(({ status }) => status === 'held'),
                  true,
                )
              }
            >
              <Icon name="print" />
              {t('lostProperty.label')}
            </button>
          </>
        )
      }
      filters={<Filters filters={filters} set={store.setState} segments={segments} />}
      table={
        <RegisterTable
          label={t('lostProperty.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          rowKeys={
            atDesk && view === 'desk'
              ? { c: ({ id, status }) => status === 'held' && navigate(`${base}/${id}/claim`) }
              : {}
          }
          empty={<Empty state={state} hr={view === 'hr'} />}
          foot={
            <>
              {t('lostProperty.rows', { items: shown.length, held })}
              <span className="spacer" />
              {atDesk && view === 'desk' && t('lostProperty.keysHint')}
            </>
          }
        />
      }
      side={
        record === '' ? null : (
          <ItemSide
            id={record}
            act={act}
            listed={items.find(({ id }) => id === record)}
            reports={reports}
            sheets={sheets}
            matches={matches.filter(({ item }) => item.id === record)}
            minute={minute}
            onAct={(next) => navigate(next === '' ? `${base}/${record}` : `${base}/${record}/${next}`)}
            onOpen={(id) => {
              open(id);
              focusRows();
            }}
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

function Empty({ state, hr }: { readonly state: ReadState; readonly hr: boolean }): ReactElement {
  return (
    <ListState state={state} title={t(hr ? 'lostProperty.hrEmpty' : 'lostProperty.emptyItems')}>
      {!hr && <span>{t('lostProperty.emptyHint')}</span>}
    </ListState>
  );
}
