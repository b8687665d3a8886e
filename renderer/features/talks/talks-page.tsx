/** Pages of talks by path. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { useSession } from '../../data/session';
import { FromRecord } from '../../ui/service/origin';
import { NewTalkForm } from './talk-form';
import { TalkRegister } from './talk-register';
import './talks.css';

/** `/talks[/<id>[/<act>]]`, `/talks/new[/<collection>:<id of the parent>]`. */
export default function TalksPage(): ReactElement {
  const [location] = useLocation();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [first = '', second = ''] = location.split('/').slice(2).map(decodeURIComponent);
  if (first === 'new' && atDesk)
    return <FromRecord from={second}>{(start) => <NewTalkForm key={second} start={start} />}</FromRecord>;
  return <TalkRegister record={first === 'new' ? '' : first} act={second} />;
}
