/** Columns of the register, and the tags that say how an order stands. */
import type { ReactElement } from 'react';
import { NEVER_DUE } from '@shared/core/envelope';
import type { WorkOrder } from '@shared/work-orders/schema';
import { dutiesOf, liveParts, stageOf } from '@shared/work-orders/state';
import { departmentName, staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { dueLevel } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';

export interface ColumnOptions {
  /** ISO instant, whole minutes. */
  readonly minute: string;
  readonly amberMinutes: number;
}

/** The most pressing time on an order, or `NEVER_DUE`. */
export const nextDue = (order: WorkOrder): string =>
  dutiesOf(order).reduce((first, { dueAt }) => (dueAt < first ? dueAt : first), NEVER_DUE);

export function StageTag({
  order,
  minute,
  amberMinutes,
}: ColumnOptions & { readonly order: WorkOrder }): ReactElement {
  const stage = stageOf(order);
  const level = dueLevel(nextDue(order), minute, amberMinutes);
  const open = stage !== 'closed' && stage !== 'void';
  const returned = dutiesOf(order).some(({ name }) => name === 'reassign');
  const tone = returned && level === 'open' ? 'due' : level;
  return (
    <span className={open && tone !== 'open' ? `tag ${tone}` : stage === 'closed' ? 'tag good' : 'tag'}>
      {returned ? t('workOrders.toReassign') : t(`workOrders.stage.${stage}`)}
    </span>
  );
}

export const departmentsText = ({ body }: WorkOrder): string =>
  liveParts(body)
    .map(({ department }) => departmentName(department))
    .join(t('ui.listSeparator'));

export function orderColumns(options: ColumnOptions): readonly RegisterColumn<WorkOrder>[] {
  return [
    {
      key: 'no',
      title: t('workOrders.field.no'),
      width: '168px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'category',
      title: t('workOrders.field.category'),
      width: '84px',
      render: ({ body }) => body.category,
      sort: ({ body }) => body.category,
    },
    {
      key: 'summary',
      title: t('workOrders.field.summary'),
      width: 'minmax(150px, 1fr)',
      render: ({ body }) => <span title={body.summary}>{body.summary}</span>,
    },
    {
      key: 'customer',
      title: t('workOrders.field.customer'),
      width: '84px',
      render: ({ body }) => body.customer.name,
      sort: ({ body }) => body.customer.name,
      wideOnly: true,
    },
    {
      key: 'departments',
      title: t('workOrders.field.departments'),
      width: '140px',
      render: (order) => <span title={departmentsText(order)}>{departmentsText(order)}</span>,
      sort: departmentsText,
    },
    {
      key: 'due',
      title: t('workOrders.field.due'),
      width: '108px',
      render: ({ body }) => dayTime(body.due),
      sort: ({ body }) => body.due,
    },
    {
      key: 'responsible',
      title: t('workOrders.field.responsible'),
      width: '76px',
      render: ({ key }) => staffName(key),
      sort: ({ key }) => staffName(key),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('workOrders.field.state'),
      width: '104px',
      render: (order) => <StageTag order={order} {...options} />,
      sort: stageOf,
    },
  ];
}
