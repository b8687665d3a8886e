/** 工作单登记: the orders of a period with everything open, and beside them the selected one. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { WorkOrder } from '@shared/work-orders/schema';
import { dutiesOf, isOverdue, liveParts, stageOf } from '@shared/work-orders/state';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { orderColumns } from './order-columns';
import { OrderSide } from './order-side';
import { exportOrders, printRegister } from './prints';
import { useOrders } from './use-orders';
import { SEGMENTS, useOrderFilters, type Segment } from './view-state';

interface OrderRegisterProps {
  /** An order's id, or ''. */
  readonly record: string;
  /** An act on that order, or ''. */
  readonly act: string;
  /** The part or extension the act is about, or ''. */
  readonly part: string;
}

const BASE = '/work-orders';
const rowClass = ({ status }: WorkOrder): string => (status === 'void' ? 'void' : '');

/** Puts the keyboard on the list, where the arrows work. */
function focusRows(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-register-rows]')?.focus());
}

export function OrderRegister({ record, act, part }: OrderRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const filters = useOrderFilters();
  const set = useOrderFilters.setState;
  const minute = useMinute();
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, orders, span } = useOrders(period);
  const worded = useWordFilter(orders, filters.words, 'tickets', span);
  const matching = useMemo(
    () =>
      worded.filter(
        ({ key, body }) =>
          (filters.category === '' || body.category === filters.category) &&
          (filters.responsible === '' || key === filters.responsible) &&
          (filters.department === '' ||
            liveParts(body).some(({ department }) => department === filters.department)),
      ),
    [worded, filters.category, filters.responsible, filters.department],
  );
  const inSegment = useMemo(() => {
    const within = ({ day }: WorkOrder): boolean => day >= period.from && day <= period.to;
    const tests: Readonly<Record<Segment, (order: WorkOrder) => boolean>> = {
      open: ({ status }) => status === 'open' || status === 'confirmed',
      unaccepted: (order) => dutiesOf(order).some(({ name }) => name === 'accept' || name === 'reassign'),
      overdue: (order) => isOverdue(order, minute),
      done: (order) => stageOf(order) === 'done' || stageOf(order) === 'confirmed',
      closed: (order) => order.status === 'closed' && within(order),
      all: within,
    };
    return (segment: Segment): readonly WorkOrder[] => matching.filter(tests[segment]);
    // The period's days decide, not the object that holds them.
  }, [matching, minute, period.from, period.to]);
  const shown = useMemo(() => inSegment(filters.segment), [inSegment, filters.segment]);
  const columns = useMemo(() => orderColumns({ minute, amberMinutes }), [minute, amberMinutes]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  return (
    <RegisterPage
      title={t('workOrders.title')}
      {...(atDesk ? { onNew: { label: t('workOrders.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printRegister([...shown].reverse(), period, minute)}
      onExport={() => void exportOrders([...shown].reverse(), period, minute)}
      filters={
        <>
          <Segmented
            label={t('workOrders.field.state')}
            value={filters.segment}
            options={SEGMENTS.map((value) => ({
              value,
              label: t(`workOrders.segment.${value}`),
              count: inSegment(value).length,
            }))}
            onChange={(segment) => set({ segment })}
          />
          <MoreFilters orders={orders} />
        </>
      }
      table={
        <RegisterTable
          label={t('workOrders.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t(atDesk ? 'workOrders.empty' : 'workOrders.emptyHandler')}>
              {atDesk && <span>{t('workOrders.emptyHint')}</span>}
            </ListState>
          }
        />
      }
      side={
        record === '' ? null : (
          <OrderSide
            key={record}
            id={record}
            act={act}
            part={part}
            listed={orders.find(({ id }) => id === record)}
            minute={minute}
            onAct={(next, about = '') =>
              navigate([BASE, record, next, about].filter((step) => step !== '').join('/'))
            }
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

function MoreFilters({ orders }: { readonly orders: readonly WorkOrder[] }): ReactElement {
  const { period, department, category, responsible, words } = useOrderFilters();
  const set = useOrderFilters.setState;
  const categories = useDirectory(({ settings }) => settings.workOrderCategories);
  const departments = useMemo(
    () => [...new Set(orders.flatMap(({ body }) => liveParts(body).map((one) => one.department)))],
    [orders],
  );
  const people = useMemo(() => [...new Set(orders.map(({ key }) => key))], [orders]);
  return (
    <>
      <PeriodFilter choice={period} today={today()} onChange={(next) => set({ period: next })} />
      <ChoiceFilter
        label={t('workOrders.field.department')}
        all={t('workOrders.allDepartments')}
        value={department}
        values={departments}
        text={departmentName}
        onChange={(next) => set({ department: next })}
      />
      <ChoiceFilter
        label={t('workOrders.field.category')}
        all={t('workOrders.allCategories')}
        value={category}
        values={categories}
        onChange={(next) => set({ category: next })}
      />
      <ChoiceFilter
        label={t('workOrders.field.responsible')}
        all={t('workOrders.allResponsible')}
        value={responsible}
        values={people}
        text={staffName}
        onChange={(next) => set({ responsible: next })}
      />
      <WordsFilter
        label={t('workOrders.filterWords')}
        value={words}
        onChange={(next) => set({ words: next })}
      />
    </>
  );
}
