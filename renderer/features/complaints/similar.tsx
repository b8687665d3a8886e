/** Complaints that may belong together: a notice in the record, and side by side to judge (DOMAIN §3.4). */
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { groupComplaints } from '@shared/complaints/group';
import { dismissProposal, linkRepeat } from '@shared/complaints/link';
import type { Complaint } from '@shared/complaints/schema';
import {
  collectiveProposal,
  repeatProposals,
  type CollectiveProposal,
  type RepeatProposal,
} from '@shared/complaints/similar';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand, type Outcome } from '../../data/gateway';
import { useSession } from '../../data/session';
import { Dialog } from '../../ui/dialog';
import { refusalText, t, type MessageKey } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { useNeighbours } from './use-complaints';

function tell(outcome: Outcome, said: MessageKey): void {
  if (outcome.ok) toast(t(said));
  else for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
}

interface Found {
  readonly repeats: readonly RepeatProposal[];
  readonly collective: CollectiveProposal | null;
}

/** What is proposed for a complaint; nothing to people who cannot confirm. */
export function useProposals(complaint: Complaint): Found {
  const settings = useDirectory((state) => state.settings);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const others = useNeighbours(complaint, settings.collectiveDays);
  if (!hasRole(roles, DESK_ROLES) || complaint.status === 'archived' || complaint.status === 'void')
    return { repeats: [], collective: null };
  return {
    repeats: repeatProposals(complaint, others),
    collective: collectiveProposal(complaint, others, settings),
  };
}

interface SimilarNoticeProps {
  readonly found: Found;
  readonly onCompare: () => void;
}

export function SimilarNotice({ found, onCompare }: SimilarNoticeProps): ReactElement | null {
  const { repeats, collective } = found;
  const [repeat] = repeats;
  if (!repeat && !collective) return null;
  return (
    <div className="notice with-action">
      <span>
        {repeat && (
          <div>
            {t('complaints.repeatFound', {
              no: repeat.earlier.body.no ?? '',
              cause: t(`complaints.cause.${repeat.cause}`),
            })}
          </div>
        )}
        {collective && (
          <div>
            {t('complaints.collectiveFound', {
              customers: collective.customers,
              count: collective.members.length,
            })}
          </div>
        )}
      </span>
      <button type="button" className="button" onClick={onCompare}>
        {t('complaints.compare')}
      </button>
    </div>
  );
}

function Card({
  title,
  complaint: { id, body, status },
}: {
  readonly title: string;
  readonly complaint: Complaint;
}): ReactElement {
  return (
    <section aria-label={title}>
      <h3>
        {title} <Link href={`/complaints/${id}`}>{body.no}</Link>
      </h3>
      <div>
        {body.customer.name} · {dayTime(body.receivedAt)} · {t(`complaints.status.${status}`)}
      </div>
      <div className="quiet small">{departmentName(body.department)}</div>
      <p>{body.summary}</p>
      {body.wanted && <p className="quiet small">{body.wanted}</p>}
    </section>
  );
}

interface CompareDialogProps {
  readonly complaint: Complaint;
  readonly found: Found;
  readonly onClose: () => void;
}

/** This complaint beside those like it; each may be linked or said to be another matter. */
export function CompareDialog({ complaint, found, onClose }: CompareDialogProps): ReactElement {
  const { repeats, collective } = found;
  const [repeat] = repeats;
  const link = async ({ earlier, cause }: RepeatProposal): Promise<void> => {
    const input = { id: complaint.id, of: earlier.id, cause, reason: '' };
    tell(await runCommand(linkRepeat, input), 'complaints.saved.linked');
  };
  const dismiss = async (as: 'repeat' | 'collective', of: string): Promise<void> =>
    tell(await runCommand(dismissProposal, { id: complaint.id, as, of }), 'complaints.saved.dismissed');
  const group = async ({ members }: CollectiveProposal): Promise<void> => {
    const ids = members.map(({ id }) => id);
    tell(await runCommand(groupComplaints, { ids }), 'complaints.saved.grouped');
  };
  return (
    <Dialog
      title={t('complaints.similarTitle')}
      onClose={onClose}
      onSubmit={onClose}
      width={820}
      foot={
        <button type="submit" className="button" data-first>
          {t('ui.close')}
        </button>
      }
    >
      <div className="compare">
        <Card title={t('complaints.similarThis')} complaint={complaint} />
        {repeat ? (
          <div>
            <Card title={t('complaints.similarOther')} complaint={repeat.earlier} />
            <div className="confirmed">
              <button type="button" className="button primary" onClick={() => void link(repeat)}>
                {t('complaints.linkConfirm')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => void dismiss('repeat', repeat.earlier.id)}
              >
                {t('complaints.dismiss')}
              </button>
            </div>
          </div>
        ) : (
          !collective && <p className="quiet">{t('complaints.similarNone')}</p>
        )}
        {collective && (
          <>
            <ul className="compare-list" aria-label={t('complaints.field.collective')}>
              {collective.members.map(({ id, body }) => (
                <li key={id}>
                  <span className="quiet">{dayTime(body.receivedAt)}</span>
                  <span>{body.customer.name}</span>
                  <span title={body.summary}>{body.summary}</span>
                  {id === complaint.id ? (
                    <span className="tag">{t('complaints.similarThis')}</span>
                  ) : (
                    <button
                      type="button"
                      className="button plain"
                      onClick={() => void dismiss('collective', id)}
                    >
                      {t('complaints.dismissMember')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            <div className="confirmed">
              <button type="button" className="button primary" onClick={() => void group(collective)}>
                {t('complaints.groupConfirm', { count: collective.members.length })}
              </button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
