/** One complaint beside the list: where it stands, its clocks, what to look at, facts, history, and the next duty. */
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { gradeToReview } from '@shared/complaints/grading';
import type { Complaint } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { OPEN } from '@shared/complaints/table';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { departmentName, useDirectory } from '../../data/directory';
import { useLive } from '../../data/live';
import { byIds } from '../../data/read';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { FollowUpLink } from '../../ui/service/follow-up-link';
import { ResponsiblePerson, mayHandOver } from '../../ui/service/hand-over';
import { ChildList, OriginLink } from '../../ui/service/origin';
import { dayTime } from '../../ui/typed';
import { actsOf, nextAct, type Act } from './acts';
import { Tags } from './columns';
import { handlerName } from '../../ui/service/handler-name';
import { describeAct, describeChanges, sayingsOf } from './log-text';
import { namedIn, printSheet } from './prints';
import { SimilarNotice, type useProposals } from './similar';
import { ClockList, Steps } from './steps';

interface ComplaintPanelProps {
  readonly complaint: Complaint;
  readonly minute: string;
  readonly found: ReturnType<typeof useProposals>;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

/** Register numbers of the complaints that one names. */
function useNumbers(complaint: Complaint): (id: string) => string {
  const ids = namedIn(complaint);
  const live = useLive(() => byIds('tickets', ids), ['tickets'], [ids.join()]);
  const docs = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const known = new Map((docs ?? []).map(({ id, body }) => [id, body.no ?? '']));
    return (id) => known.get(id) ?? '';
  }, [docs]);
}

function handlerText({ body }: Complaint): string {
  const { assignment } = standingOf(body);
  return assignment ? [handlerName(assignment.handler), assignment.person].filter(Boolean).join(' ') : '';
}

export function ComplaintPanel(props: ComplaintPanelProps): ReactElement {
  const { complaint, minute, found, onAct, onClose } = props;
  const { body, status, id } = complaint;
  const { actor, desk } = useSession();
  const amber = useDirectory(({ settings }) => settings.amberMinutes);
  const noOf = useNumbers(complaint);
  const standing = standingOf(body);
  const { customer, reference } = body;
  const isOpen = OPEN.includes(status);
  // The record's own desk sees the phone while it handles the complaint (DOMAIN §2).
  const phone =
    complaint.desk === desk && isOpen ? customer.phone : <MaskedPhone phone={customer.phone} record={id} />;
  const identity = [t(`service.identities.${customer.identity}`), customer.memberNo]
    .filter(Boolean)
    .join(' ');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('complaints.field.summary'), <span className="said">{body.summary}</span>],
    [t('complaints.field.wanted'), body.wanted],
    [
      t('complaints.field.customer'),
      <>
        {customer.name} {customer.phone && phone} <span className="quiet">{identity}</span>
      </>,
    ],
    [
      t('complaints.field.receivedAt'),
      [
        dayTime(body.receivedAt),
        t(`complaints.channel.${body.channel}`),
        body.apologised && t('complaints.field.apologised'),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('complaints.field.department'), departmentName(body.department)],
    [
      t('complaints.field.reference'),
      reference && `${t(`complaints.referenceKind.${reference.kind}`)} ${reference.no}`,
    ],
    [
      t('complaints.field.determination'),
      standing.determination &&
        [
          t(`complaints.determination.${standing.determination.kind}`),
          standing.grade && t(`complaints.grade.${standing.grade.grade}`),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [t('complaints.field.handler'), handlerText(complaint)],
    [t('complaints.field.responsible'), <ResponsiblePerson doc={complaint} />],
    [
      t('complaints.field.satisfaction'),
      standing.satisfaction && t(`complaints.satisfaction.${standing.satisfaction}`),
    ],
    [t('complaints.field.archiveNo'), status === 'archived' ? standing.archiveNo : ''],
    [t('service.origin'), body.origin && <OriginLink origin={body.origin} />],
    [t('service.children'), body.children.length > 0 && <ChildList>{body.children}</ChildList>],
  ];
  const again = gradeToReview(complaint, minute);
  const acts = actsOf(complaint, actor);
  const next = nextAct(complaint, minute, amber);
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={customer.name}
      tags={
        <>
          <span className={isOpen ? 'tag good' : 'tag'}>{t(`complaints.status.${status}`)}</span>
          <Tags complaint={complaint} />
        </>
      }
      onClose={onClose}
      above={
        <>
          <Steps complaint={complaint} />
          <ClockList complaint={complaint} minute={minute} />
          <SimilarNotice found={found} onCompare={() => onAct('compare')} />
        </>
      }
      facts={facts.map(([label, value]) => [label, value === false ? '' : value] as const)}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      describeMore={sayingsOf(complaint, noOf)}
      actions={
        <Actions
          complaint={complaint}
          acts={acts}
          next={next !== null && acts.includes(next) ? next : null}
          onAct={onAct}
        />
      }
    >
      {standing.collective && (
        <div className="quiet small">
          {t('complaints.collective', {
            customers: standing.collective.customers,
            count: standing.collective.members.length,
          })}
        </div>
      )}
      {standing.repeatOf && (
        <div className="quiet small">{t('complaints.repeatOf', { no: noOf(standing.repeatOf.of) })}</div>
      )}
      {again.length > 0 && (
        <div className="notice with-action">
          <span>
            {t('complaints.gradeAgain', {
              criteria: again.map((one) => t(`complaints.criterionShort.${one}`)).join('、'),
            })}
          </span>
          {acts.includes('regrade') && (
            <button type="button" className="button" onClick={() => onAct('regrade')}>
              {t('complaints.do.regrade')}
            </button>
          )}
        </div>
      )}
      {standing.unexplained.map((asked) => (
        <div key={asked.id} className="notice with-action">
          <span>
            {t('complaints.unexplained', {
              department: departmentName(asked.department),
              question: asked.question,
            })}
          </span>
          {acts.includes('explain') && (
            <button type="button" className="button" onClick={() => onAct('explain')}>
              {t('complaints.do.explain')}
            </button>
          )}
        </div>
      ))}
    </RecordPanel>
  );
}

/** Acts that stand as buttons of their own when they are possible; all others are under 更多. */
const BUTTONS: readonly Act[] = ['notice', 'handle', 'answer', 'appoint', 'sendBack', 'instruct'];

interface ActionsProps {
  readonly complaint: Complaint;
  readonly acts: readonly Act[];
  readonly next: Act | null;
  readonly onAct: (act: string) => void;
}

function Actions({ complaint, acts, next, onAct }: ActionsProps): ReactElement {
  const actor = useSession((state) => state.actor);
  const shown = BUTTONS.filter((act) => acts.includes(act) && act !== next).slice(0, 2);
  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const more = [
    'print',
    ...acts
      .filter((act) => act !== next && !shown.includes(act) && act !== 'void')
      .map((act) => act as string),
    ...(mayHandOver(complaint, actor) ? ['handOver'] : []),
    ...(atDesk && OPEN.includes(complaint.status) ? ['correct'] : []),
    ...(acts.includes('void') ? ['void'] : []),
  ];
  return (
    <>
      {next && (
        <button type="button" className="button primary grow" onClick={() => onAct(next)}>
          {t(`complaints.do.${next}`)}
        </button>
      )}
      {shown.map((act) => (
        <button key={act} type="button" className="button" onClick={() => onAct(act)}>
          {t(`complaints.do.${act}`)}
        </button>
      ))}
      <FollowUpLink doc={complaint} />
      <select
        className="input more-acts"
        aria-label={t('complaints.do.more')}
        value=""
        onChange={({ target }) => {
          if (target.value === 'print') void printSheet(complaint);
          else onAct(target.value);
        }}
      >
        <option value="">{t('complaints.do.more')}</option>
        {more.map((act) => (
          <option key={act} value={act}>
            {t(`complaints.do.${act}` as 'complaints.do.more')}
          </option>
        ))}
      </select>
    </>
  );
}
