/** Columns of the call list. */
import type { ReactElement } from 'react';
import { maskPhone } from '@shared/core/mask';
import type { FollowUp } from '@shared/follow-up/schema';
import { departmentName, staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { DueBadge } from '../../ui/service/due-badge';

/** @param minute ISO instant, whole minutes */
export function callColumns(minute: string): readonly RegisterColumn<FollowUp>[] {
  return [
    {
      key: 'no',
      title: t('followUp.field.no'),
      width: '172px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'plannedFor',
      title: t('followUp.field.plannedFor'),
      width: '84px',
      render: ({ body }) => body.plannedFor.slice(5),
      sort: ({ body }) => body.plannedFor,
    },
    {
      key: 'name',
      title: t('followUp.field.name'),
      width: 'minmax(80px, 0.7fr)',
      render: ({ body }) => body.customer.name,
      sort: ({ body }) => body.customer.name,
    },
    {
      key: 'phone',
      title: t('followUp.field.phone'),
      width: '112px',
      render: ({ body }) => maskPhone(body.customer.phone),
      wideOnly: true,
    },
    {
      key: 'summary',
      title: t('followUp.field.summary'),
      width: 'minmax(110px, 2fr)',
      render: ({ body }) => <span title={body.summary}>{body.summary}</span>,
    },
    {
      key: 'department',
      title: t('followUp.field.department'),
      width: '92px',
      render: ({ body }) => body.department && departmentName(body.department),
      sort: ({ body }) => body.department && departmentName(body.department),
      wideOnly: true,
    },
    {
      key: 'responsible',
      title: t('followUp.field.responsible'),
      width: '78px',
      render: ({ key }) => staffName(key),
      sort: ({ key }) => staffName(key),
      wideOnly: true,
    },
    {
      key: 'tries',
      title: t('followUp.field.tries'),
      width: '52px',
      align: 'right',
      render: ({ body }) => body.attempts.length || '',
      sort: ({ body }) => body.attempts.length,
    },
    {
      key: 'status',
      title: t('followUp.field.status'),
      width: '190px',
      render: (call) => <State call={call} minute={minute} />,
      sort: ({ status, dueAt, body }) => `${status === 'planned' ? 0 : 1}${dueAt}${body.satisfaction}`,
    },
  ];
}

/** Colour of a state's dot. */
const COLOR = { planned: '#c77700', done: '#3f9c6b', void: '#b9bdb6' } as const;

/** 待回访, or what came of it: 已回访 · 满意. */
export function stateText({
  status,
  outcome,
  satisfaction,
}: Pick<FollowUp, 'status'> & Pick<FollowUp['body'], 'outcome' | 'satisfaction'>): string {
  if (status !== 'done' || outcome === '') return t(`followUp.status.${status}`);
  return satisfaction
    ? `${t(`followUp.result.${outcome}`)} · ${t(`followUp.satisfaction.${satisfaction}`)}`
    : t(`followUp.result.${outcome}`);
}

function State({ call, minute }: { readonly call: FollowUp; readonly minute: string }): ReactElement {
  const { status, dueAt, body } = call;
  return (
    <>
      <span className="dot" style={{ background: COLOR[status] }} />
      {stateText({ status, ...body })} {status === 'planned' && <DueBadge dueAt={dueAt} minute={minute} />}
    </>
  );
}
