/** Proposed matches with their reasons, both ways; the decision is remembered (DOMAIN §3.6). */
import type { ReactElement } from 'react';
import { decideMatch } from '@shared/lost-property/decide-match';
import type { Match } from '@shared/lost-property/match';
import type { FoundItem, LossReport, MatchDecision } from '@shared/lost-property/schema';
import { featuresText } from '@shared/lost-property/words';
import { runCommand } from '../../data/gateway';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

async function decide(report: string, item: string, decision: MatchDecision['decision']): Promise<void> {
  const outcome = await runCommand(decideMatch, { report, item, decision });
  if (outcome.ok)
    toast(t(decision === 'accepted' ? 'lostProperty.matchAccepted' : 'lostProperty.matchRefused'));
  else for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
}

interface ProposalProps {
  readonly match: Match;
  readonly text: string;
  readonly path: string;
}

function Proposal({ match, text, path }: ProposalProps): ReactElement {
  const { report, item, reasons } = match;
  return (
    <div className="proposal">
      <a href={`#${path}`}>{text}</a>
      <div className="quiet small">{reasons.join(' · ')}</div>
      <div className="confirmed">
        <button type="button" className="button" onClick={() => void decide(report.id, item.id, 'accepted')}>
          {t('lostProperty.accept')}
        </button>
        <button type="button" className="button" onClick={() => void decide(report.id, item.id, 'refused')}>
          {t('lostProperty.refuse')}
        </button>
      </div>
    </div>
  );
}

const whatOf = ({ body }: LossReport): string =>
  [body.name, featuresText(body.features, true), body.place].filter(Boolean).join('，');
const acceptedIn = ({ body, status }: LossReport, item: string): boolean =>
  status === 'matched' && body.decisions.some((one) => one.item === item && one.decision === 'accepted');

interface ItemProposalsProps {
  readonly item: FoundItem;
  readonly matches: readonly Match[];
  readonly reports: readonly LossReport[];
}

/** 可能的失主, for an item. */
export function ItemProposals({ item, matches, reports }: ItemProposalsProps): ReactElement | null {
  const accepted = reports.filter((report) => acceptedIn(report, item.id));
  if (accepted.length === 0 && matches.length === 0) return null;
  return (
    <div className="notice proposals">
      {accepted.map((report) => (
        <Matched
          key={report.id}
          report={report.id}
          item={item.id}
          path={`/lost-property/reports/${report.id}`}
          text={t('lostProperty.matchedTo', {
            no: report.body.no ?? '',
            what: `${report.body.owner.name} ${report.body.name}`,
          })}
        />
      ))}
      {matches.length > 0 && <strong>{t('lostProperty.proposed')}</strong>}
      {matches.slice(0, 3).map((match) => (
        <Proposal
          key={match.report.id}
          match={match}
          path={`/lost-property/reports/${match.report.id}`}
          text={t('lostProperty.proposal', {
            no: match.report.body.no ?? '',
            name: match.report.body.owner.name,
            what: whatOf(match.report),
          })}
        />
      ))}
    </div>
  );
}

interface ReportProposalsProps {
  readonly report: LossReport;
  readonly matches: readonly Match[];
  readonly items: readonly FoundItem[];
}

/** 可能是这些拾获物, for a report. */
export function ReportProposals({ report, matches, items }: ReportProposalsProps): ReactElement | null {
  const accepted = items.filter(({ id }) => acceptedIn(report, id));
  if (accepted.length === 0 && matches.length === 0) return null;
  const textOf = ({ body }: FoundItem): string =>
    t('lostProperty.proposalItem', {
      no: body.no ?? '',
      what: [body.name, featuresText(body.features, true)].filter(Boolean).join('，'),
      place: body.place,
    });
  return (
    <div className="notice proposals">
      {accepted.map((item) => (
        <Matched
          key={item.id}
          report={report.id}
          item={item.id}
          path={`/lost-property/${item.id}`}
          text={t('lostProperty.matchedTo', { no: item.body.no ?? '', what: item.body.name })}
        />
      ))}
      {matches.length > 0 && <strong>{t('lostProperty.proposedItems')}</strong>}
      {matches.slice(0, 3).map((match) => (
        <Proposal
          key={match.item.id}
          match={match}
          path={`/lost-property/${match.item.id}`}
          text={textOf(match.item)}
        />
      ))}
    </div>
  );
}

interface MatchedProps {
  readonly report: string;
  readonly item: string;
  readonly path: string;
  readonly text: string;
}

function Matched({ report, item, path, text }: MatchedProps): ReactElement {
  return (
    <div className="proposal">
      <a href={`#${path}`}>{text}</a>
      <button type="button" className="button plain" onClick={() => void decide(report, item, 'refused')}>
        {t('lostProperty.refuse')}
      </button>
    </div>
  );
}
