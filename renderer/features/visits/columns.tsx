/** Columns of the visitor log's list. */
import type { ReactElement } from 'react';
import { maskPhone } from '@shared/core/mask';
import { businessDay, clock } from '@shared/core/time';
import { awaitsAnswer, awaitsSignature } from '@shared/visits/rules';
import { namedPerson, type Visit, type VisitStatus } from '@shared/visits/schema';
import { departmentName, staffName } from '../../data/directory';
import { flagsOf, type FlagsByPhone } from '../../ui/customer-flags';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import type { RegisterColumn } from '../../ui/register-table';
import { dayTime } from '../../ui/typed';

export interface ColumnOptions {
  /** More than one day is listed, so times need their date. */
  readonly manyDays: boolean;
  /** ISO instant, whole minutes: what is late is coloured. */
  readonly minute: string;
  readonly flags: FlagsByPhone;
  readonly cutOffHour: number;
}

export function visitColumns({
  manyDays,
  minute,
  flags,
  cutOffHour,
}: ColumnOptions): readonly RegisterColumn<Visit>[] {
  const time = (instant: string, alwaysDate: boolean): string =>
    alwaysDate ? dayTime(instant) : clock(instant);
  return [
    {
      key: 'no',
      title: t('visits.field.no'),
      width: '154px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'timeIn',
      title: t('visits.field.timeIn'),
      width: manyDays ? '112px' : '82px',
      render: ({ body }) => time(body.timeIn, manyDays),
      sort: ({ body }) => body.timeIn,
    },
    {
      key: 'name',
      title: t('visits.field.name'),
      width: 'minmax(116px, 0.9fr)',
      render: (visit) => <Name visit={visit} flags={flags} />,
      sort: ({ body }) => namedPerson(body),
    },
    {
      key: 'people',
      title: t('visits.field.people'),
      width: '68px',
      align: 'right',
      render: ({ body }) => body.people,
      sort: ({ body }) => body.people,
    },
    {
      key: 'company',
      title: t('visits.field.company'),
      width: 'minmax(80px, 1.5fr)',
      render: ({ body }) => body.company,
      sort: ({ body }) => body.company,
    },
    {
      key: 'phone',
      title: t('visits.field.phone'),
      width: '118px',
      render: ({ body }) => maskPhone(body.phone),
      wideOnly: true,
    },
    {
      key: 'purpose',
      title: t('visits.field.purpose'),
      width: '88px',
      render: ({ body }) => body.purpose,
      sort: ({ body }) => body.purpose,
    },
    {
      key: 'visiting',
      title: t('visits.field.visiting'),
      width: 'minmax(108px, 1.1fr)',
      render: ({ body }) => visitingText(body),
      sort: ({ body }) => visitingText(body),
    },
    {
      key: 'plate',
      title: t('visits.field.plate'),
      width: '94px',
      render: ({ body }) => body.plate,
      wideOnly: true,
    },
    {
      key: 'receivedBy',
      title: t('visits.field.receivedBy'),
      width: '78px',
      render: ({ body }) => staffName(body.receivedBy),
      sort: ({ body }) => staffName(body.receivedBy),
      wideOnly: true,
    },
    {
      key: 'status',
      title: t('visits.field.timeOut'),
      width: '130px',
      render: (visit) => <State visit={visit} minute={minute} leftAt={leftText(visit, time, cutOffHour)} />,
      sort: ({ status, body }) => (status === 'left' ? body.timeOut : status),
    },
  ];
}

function leftText(
  { day, body: { timeOut } }: Visit,
  time: (instant: string, date: boolean) => string,
  cutOffHour: number,
): string {
  return timeOut && time(timeOut, businessDay(timeOut, cutOffHour) !== day);
}

export function visitingText({ department, host }: Visit['body']): string {
  return [department && departmentName(department), host].filter(Boolean).join(' ');
}

function Name({ visit, flags }: { readonly visit: Visit; readonly flags: FlagsByPhone }): ReactElement {
  const { body } = visit;
  const marks = flagsOf(flags, body);
  return (
    <>
      {marks.some((flag) => flag.body.vip) && <Mark name="star" label={t('visits.vip')} />}
      {marks.some((flag) => flag.body.focus) && <Mark name="flag" label={t('visits.focus')} />}
      {namedPerson(body)}
      {body.guardian && <span className="tag">{t('visits.guardianTag')}</span>}
    </>
  );
}

/** A small sign before the name, explained on hover: a notice is discreet (DOMAIN §3.1). */
function Mark({ name, label }: { readonly name: 'star' | 'flag'; readonly label: string }): ReactElement {
  return (
    <span className={`mark ${name}`} role="img" aria-label={label} title={label}>
      <Icon name={name} size={14} />
    </span>
  );
}

/** Colour of a state's dot. */
export const STATUS_COLOR: Readonly<Record<VisitStatus, string>> = {
  onSite: '#3f9c6b',
  left: '#b9bdb6',
  leftUnrecorded: '#c77700',
  void: '#b9bdb6',
};

interface StateProps {
  readonly visit: Visit;
  readonly minute: string;
  readonly leftAt: string;
}

function State({ visit, minute, leftAt }: StateProps): ReactElement {
  const { status, body } = visit;
  const late = awaitsAnswer(visit) && (body.transfer?.dueAt ?? '') <= minute;
  return (
    <>
      <span className="dot" style={{ background: STATUS_COLOR[status] }} />
      {status === 'left' ? leftAt : t(`visits.status.${status}`)}
      {awaitsAnswer(visit) && (
        <span className={late ? 'tag overdue' : 'tag due'}>{t('visits.answerTag')}</span>
      )}
      {awaitsSignature(visit) && <span className="tag due">{t('visits.awaitsSignature')}</span>}
    </>
  );
}
