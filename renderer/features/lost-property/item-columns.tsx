/** Columns of the list of found items. */
import type { ReactElement } from 'react';
import { custodyOf, handoverDueAt, openSignatures } from '@shared/lost-property/custody';
import type { FoundItem, FoundStatus } from '@shared/lost-property/schema';
import type { Settings } from '@shared/core/settings';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { dayTime } from '../../ui/typed';

/** Colour of a state's dot. */
const COLORS: Readonly<Record<FoundStatus, string>> = {
  held: '#3f9c6b',
  claimed: '#b9bdb6',
  handedOver: '#1f5c46',
  disposed: '#b9bdb6',
  void: '#b9bdb6',
};

/** True for an item the desk must hand to HR now. */
export const isDue = (item: FoundItem, now: string, settings: Settings): boolean =>
  item.status === 'held' && handoverDueAt(item.body, settings) <= now;

export function ValueTag({ item: { body } }: { readonly item: FoundItem }): ReactElement | null {
  if (body.valueKind === 'ordinary') return null;
  return (
    <span className={body.valueKind === 'valuable' || body.valueKind === 'cash' ? 'tag due' : 'tag'}>
      {t(`lostProperty.valueKind.${body.valueKind}`)}
    </span>
  );
}

interface StateProps {
  readonly item: FoundItem;
  readonly due: boolean;
}

export function StateText({ item, due }: StateProps): ReactElement {
  const { status, body } = item;
  const { held, found } = custodyOf(body);
  return (
    <>
      <span className="dot" style={{ background: due ? '#c77700' : COLORS[status] }} />
      {due ? t('lostProperty.status.due') : t(`lostProperty.status.${status}`)}
      {status === 'held' && held < found && (
        <span className="quiet">
          {' '}
          {held}/{found}
        </span>
      )}
      {openSignatures(body).length > 0 && <span className="tag due">{t('lostProperty.status.waiting')}</span>}
    </>
  );
}

export interface ItemColumnOptions {
  readonly minute: string;
  readonly settings: Settings;
}

export function itemColumns({ minute, settings }: ItemColumnOptions): readonly RegisterColumn<FoundItem>[] {
  return [
    {
      key: 'no',
      title: t('lostProperty.field.no'),
      width: '166px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'found',
      title: t('lostProperty.field.found'),
      width: '108px',
      render: ({ body }) => dayTime(body.foundAt),
      sort: ({ body }) => body.foundAt,
    },
    {
      key: 'place',
      title: t('lostProperty.field.place'),
      width: 'minmax(90px, 1fr)',
      render: ({ body }) => body.place,
      sort: ({ body }) => body.place,
    },
    {
      key: 'name',
      title: t('lostProperty.field.name'),
      width: 'minmax(120px, 1.3fr)',
      render: (item) => (
        <>
          {item.body.name}
          <ValueTag item={item} />
        </>
      ),
      sort: ({ body }) => body.name,
    },
    {
      key: 'category',
      title: t('lostProperty.field.category'),
      width: '92px',
      render: ({ body }) => body.category,
      sort: ({ body }) => body.category,
      wideOnly: true,
    },
    {
      key: 'quantity',
      title: t('lostProperty.field.quantity'),
      width: '74px',
      align: 'right',
      render: ({ body }) => body.quantity,
      sort: ({ body }) => body.quantity,
    },
    {
      key: 'storage',
      title: t('lostProperty.field.storage'),
      width: '112px',
      render: ({ body }) => body.storage,
      sort: ({ body }) => body.storage,
      wideOnly: true,
    },
    {
      key: 'status',
      title: t('lostProperty.field.status'),
      width: '164px',
      render: (item) => <StateText item={item} due={isDue(item, minute, settings)} />,
      sort: (item) => (isDue(item, minute, settings) ? 'due' : item.status),
    },
  ];
}
