/** 回访: the way from a matter that is answered or over to the form that plans a call about it. */
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Envelope } from '@shared/core/envelope';
import { planFollowUp } from '@shared/follow-up/plan-call';
import { whyNot } from '@shared/follow-up/state';
import { collectionOf } from '@shared/service/schema';
import { isOffered } from '../../data/offered';
import { useSession } from '../../data/session';
import { t } from '../i18n';
import { newFrom } from './origin';

/** Path of the form that plans a call about `doc`. */
export const planCallPath = ({ id, kind }: Envelope): string => newFrom('/follow-up', collectionOf(kind), id);

interface FollowUpLinkProps {
  readonly doc: Envelope;
  /** It is what is to be done next. */
  readonly primary?: boolean;
}

/** Nothing while the matter is not answered, once a call about it stands, and for those who plan no calls. */
export function FollowUpLink({ doc, primary = false }: FollowUpLinkProps): ReactElement | null {
  const roles = useSession(({ actor }) => actor?.roles ?? NO_ROLES);
  if (!hasRole(roles, DESK_ROLES) || !isOffered(planFollowUp) || whyNot(doc) !== null) return null;
  return (
    <Link className={primary ? 'button primary grow' : 'button'} href={planCallPath(doc)}>
      {t('service.kinds.followUp')}
    </Link>
  );
}

const NO_ROLES = [] as const;
