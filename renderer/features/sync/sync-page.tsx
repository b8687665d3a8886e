/** 多台同步: where this desk stands, the other desks, what was sent back, and what a lead has to decide. */
import { useState, type ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import { civil } from '@shared/core/time';
import { saveDiagnostics } from '../../data/diagnostics';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import { leaveEndpoint, syncNow } from '../../data/sync/loop';
import { useSync } from '../../data/sync/status';
import { Dialog } from '../../ui/dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { useMinute } from '../../ui/use-minute';
import { Conflicts } from './conflicts';
import { JoinForm } from './join-form';
import { Refused } from './refused';
import '../../ui/lines/small-table.css';
import './sync.css';

const at = (instant: string): string => civil(instant).slice(0, 16).replace('T', ' ');

/** Says how saving the diagnostic file went. */
async function diagnose(): Promise<void> {
  const saved = await saveDiagnostics();
  if (saved.ok) toast(t('sync.diagnosticsDone'));
  else if (saved.code !== 'cancelled') toast(t(`refusal.${saved.code}`), { level: 'error' });
}

function State(): ReactElement {
  const { link, phase, fault, lastAt, waiting } = useSync();
  const { desk, actor } = useSession();
  const isAdmin = hasRole(actor?.roles ?? [], ['admin']);
  const [leaving, setLeaving] = useState(false);
  const rotate = async (): Promise<void> => {
    const done = await host.call('endpoint.rotate');
    toast(t(done ? 'sync.rotated' : 'sync.rotateFailed'), done ? {} : { level: 'error' });
  };
  const leave = async (): Promise<void> => {
    await host.call('endpoint.leave');
    await leaveEndpoint();
    setLeaving(false);
    toast(t('sync.left'));
  };
  return (
    <section className="panel" aria-label={t('sync.state')}>
      <h2>{t('sync.state')}</h2>
      <dl className="facts">
        <dt>{t('sync.state')}</dt>
        <dd>{t(`sync.phase.${phase}`)}</dd>
        <dt>{t('sync.club')}</dt>
        <dd>
          {link?.club} <span className="quiet">{link?.url}</span>
        </dd>
        <dt>{t('sync.desk')}</dt>
        <dd>{t('app.deskShift', { desk })}</dd>
        <dt>{t('sync.lastAt')}</dt>
        <dd>{lastAt ? at(lastAt) : t('sync.never')}</dd>
        <dt>{t('sync.waitingCount')}</dt>
        <dd>{waiting > 0 ? t('sync.records', { count: waiting }) : t('sync.waitingNone')}</dd>
      </dl>
      {fault && (
        <p className={`notice ${phase === 'stopped' ? 'overdue' : ''}`} role="status">
          {t(`sync.fault.${fault}`)}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button primary" disabled={phase === 'running'} onClick={syncNow}>
          {t('sync.now')}
        </button>
        <button type="button" className="button" onClick={() => void diagnose()}>
          {t('sync.diagnostics')}
        </button>
        {isAdmin && (
          <>
            <button type="button" className="button" onClick={() => void rotate()}>
              {t('sync.rotate')}
            </button>
            <button type="button" className="button" onClick={() => setLeaving(true)}>
              {t('sync.leave')}
            </button>
          </>
        )}
      </div>
      {leaving && (
        <Dialog
          title={t('sync.leaveTitle')}
          onClose={() => setLeaving(false)}
          onSubmit={() => void leave()}
          foot={
            <>
              <button type="button" className="button" data-first onClick={() => setLeaving(false)}>
                {t('ui.cancel')}
              </button>
              <button type="submit" className="button danger">
                {t('sync.leave')}
              </button>
            </>
          }
        >
          <p>{t('sync.leaveText')}</p>
        </Dialog>
      )}
    </section>
  );
}

function Desks(): ReactElement {
  const desks = useSync((state) => state.desks);
  const own = useSession(({ desk }) => desk);
  const minute = useMinute();
  return (
    <section className="panel" aria-label={t('sync.desks')}>
      <h2>{t('sync.desks')}</h2>
      <p className="quiet small">{t('sync.desksHelp')}</p>
      <table className="history">
        <thead>
          <tr>
            <th>{t('sync.deskCode')}</th>
            <th>{t('sync.deskNameColumn')}</th>
            <th>{t('sync.seenAt')}</th>
          </tr>
        </thead>
        <tbody>
          {desks.map(({ code, name, revoked, seenAt }) => (
            <tr key={code}>
              <td>{code}</td>
              <td>
                {name} {code === own && <span className="tag good">{t('sync.thisDesk')}</span>}
                {revoked && <span className="tag">{t('sync.revoked')}</span>}
              </td>
              <td>
                {seenAt === null
                  ? t('sync.never')
                  : Date.parse(minute) - Date.parse(seenAt) < 120_000
                    ? t('sync.seenNow')
                    : at(seenAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export default function SyncPage(): ReactElement {
  const phase = useSync((state) => state.phase);
  return (
    <>
      <div className="page-head">
        <h1>{t('sync.title')}</h1>
      </div>
      <div className="sync-page">
        {phase === 'alone' ? (
          <JoinForm />
        ) : (
          <>
            <div className="column">
              <State />
              <Desks />
            </div>
            <div className="column">
              <Conflicts />
              <Refused />
            </div>
          </>
        )}
      </div>
    </>
  );
}
