/** Columns of the list of complaints. */
import type { ReactElement } from 'react';
import { runningClocks, waitingSince } from '@shared/complaints/clocks';
import { gradeToReview } from '@shared/complaints/grading';
import type { Complaint } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { OPEN, UNSOLVED, type Status } from '@shared/complaints/table';
import { departmentName, staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { DueBadge } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';

/** Colour of a state's dot. */
const colorOf = (status: Status): string => (OPEN.includes(status) ? '#3f9c6b' : '#b9bdb6');

/** True when some promised time of an unsolved complaint has passed. */
export const isOverdue = ({ status, dueAt }: Complaint, now: string): boolean =>
  UNSOLVED.includes(status) && dueAt <= now;

/** 重大, 重复, 群体, 延期 as tags. */
export function Tags({ complaint }: { readonly complaint: Complaint }): ReactElement {
  const { grade, repeatOf, collective, extension } = standingOf(complaint.body);
  return (
    <>
      {grade?.grade === 'serious' && <span className="tag due">{t('complaints.grade.serious')}</span>}
      {collective && <span className="tag">{t('complaints.tagCollective')}</span>}
      {repeatOf && <span className="tag">{t('complaints.tagRepeat')}</span>}
      {extension && <span className="tag">{t('complaints.tagExtended')}</span>}
    </>
  );
}

export function StatusText({ complaint }: { readonly complaint: Complaint }): ReactElement {
  return (
    <>
      <span className="dot" style={{ background: colorOf(complaint.status) }} />
      {t(`complaints.status.${complaint.status}`)}
    </>
  );
}

/** The next promised time, or since when somebody waits for the next step. */
function Due({
  complaint,
  minute,
}: {
  readonly complaint: Complaint;
  readonly minute: string;
}): ReactElement | null {
  const { body } = complaint;
  const [next] = UNSOLVED.includes(complaint.status) ? runningClocks(body) : [];
  if (next)
    return (
      <>
        {t(`complaints.clock.${next.name}`)} <DueBadge dueAt={next.dueAt} minute={minute} />
      </>
    );
  const since = waitingSince(body);
  return since === '' ? null : <span className="quiet">{dayTime(since)}</span>;
}

export function complaintColumns(minute: string): readonly RegisterColumn<Complaint>[] {
  return [
    {
      key: 'no',
      title: t('complaints.field.no'),
      width: '166px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'receivedAt',
      title: t('complaints.field.receivedAt'),
      width: '98px',
      render: ({ body }) => dayTime(body.receivedAt),
      sort: ({ body }) => body.receivedAt,
    },
    {
      key: 'customer',
      title: t('complaints.field.customer'),
      width: '88px',
      render: ({ body }) => body.customer.name,
      sort: ({ body }) => body.customer.name,
    },
    {
      key: 'summary',
      title: t('complaints.field.summary'),
      width: 'minmax(140px, 1fr)',
      render: (complaint) => (
        <>
          <span className="before-text">
            <Tags complaint={complaint} />
          </span>
          {complaint.body.summary}
        </>
      ),
      sort: ({ body }) => body.summary,
    },
    {
      key: 'department',
      title: t('complaints.field.department'),
      width: '92px',
      render: ({ body }) => departmentName(body.department),
      sort: ({ body }) => departmentName(body.department),
      wideOnly: true,
    },
    {
      key: 'status',
      title: t('complaints.field.status'),
      width: '112px',
      render: (complaint) => (
        <>
          <StatusText complaint={complaint} />
          {gradeToReview(complaint, minute).length > 0 && <span className="tag due">!</span>}
        </>
      ),
      sort: ({ status }) => t(`complaints.status.${status}`),
    },
    {
      key: 'due',
      title: t('complaints.field.due'),
      width: '226px',
      render: (complaint) => <Due complaint={complaint} minute={minute} />,
      sort: ({ dueAt }) => dueAt,
      wideOnly: true,
    },
    {
      key: 'responsible',
      title: t('complaints.field.responsible'),
      width: '76px',
      render: ({ key }) => staffName(key),
      sort: ({ key }) => staffName(key),
      wideOnly: true,
    },
  ];
}
