/** Columns of the list of enquiries. */
import type { ReactElement } from 'react';
import { NEVER_DUE } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import { clock } from '@shared/core/time';
import type { Enquiry } from '@shared/enquiries/schema';
import { staffName } from '../../data/directory';
import { flagsOf, type FlagsByPhone } from '../../ui/customer-flags';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import type { RegisterColumn } from '../../ui/register-table';
import { DueBadge } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';

export interface ColumnOptions {
  /** More than one day is listed, so times need their date. */
  readonly manyDays: boolean;
  /** ISO instant, whole minutes. */
  readonly minute: string;
  readonly flags: FlagsByPhone;
}

export function enquiryColumns({
  manyDays,
  minute,
  flags,
}: ColumnOptions): readonly RegisterColumn<Enquiry>[] {
  return [
    {
      key: 'no',
      title: t('enquiries.field.no'),
      width: '154px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'receivedAt',
      title: t('enquiries.field.receivedAt'),
      width: manyDays ? '112px' : '84px',
      render: ({ body }) => (manyDays ? dayTime(body.receivedAt) : clock(body.receivedAt)),
      sort: ({ body }) => body.receivedAt,
    },
    {
      key: 'channel',
      title: t('enquiries.field.channel'),
      width: '84px',
      render: ({ body }) => t(`enquiries.channel.${body.channel}`),
      sort: ({ body }) => body.channel,
    },
    {
      key: 'name',
      title: t('enquiries.field.name'),
      width: 'minmax(86px, 0.7fr)',
      render: ({ body }) => (
        <>
          {flagsOf(flags, body.customer).length > 0 && (
            <span className="mark">
              <Icon name="star" size={14} />
            </span>
          )}
          {body.customer.name || <span className="quiet">{t('enquiries.anonymous')}</span>}
        </>
      ),
      sort: ({ body }) => body.customer.name,
    },
    {
      key: 'phone',
      title: t('enquiries.field.phone'),
      width: '112px',
      render: ({ body }) => maskPhone(body.customer.phone),
      wideOnly: true,
    },
    {
      key: 'category',
      title: t('enquiries.field.category'),
      width: '58px',
      render: ({ body }) => t(`enquiries.category.${body.category}`),
      sort: ({ body }) => body.category,
    },
    {
      key: 'summary',
      title: t('enquiries.field.summary'),
      width: 'minmax(120px, 2fr)',
      render: ({ body }) => <span title={body.summary}>{body.summary}</span>,
    },
    {
      key: 'responsible',
      title: t('enquiries.field.responsible'),
      width: '78px',
      render: ({ key }) => staffName(key),
      sort: ({ key }) => staffName(key),
      wideOnly: true,
    },
    {
      key: 'status',
      title: t('enquiries.field.outcome'),
      width: '236px',
      render: (enquiry) => <State enquiry={enquiry} minute={minute} />,
      sort: ({ status, dueAt }) => `${dueAt === NEVER_DUE ? 1 : 0}${status}${dueAt}`,
    },
  ];
}

/** Colour of a state's dot. */
const COLOR = { open: '#c77700', closed: '#3f9c6b', void: '#b9bdb6' } as const;

function State({ enquiry, minute }: { readonly enquiry: Enquiry; readonly minute: string }): ReactElement {
  const { status, dueAt, body } = enquiry;
  return (
    <>
      <span className="dot" style={{ background: COLOR[status] }} />
      {status === 'void' ? t('enquiries.status.void') : t(`enquiries.outcome.${body.outcome}`)}{' '}
      {status === 'open' && <DueBadge dueAt={dueAt} minute={minute} />}
    </>
  );
}
