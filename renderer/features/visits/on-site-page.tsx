/** 现场人员: visitors from the log, players and caddies as told, staff on duty; printed as the evacuation list. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { maskPhone } from '@shared/core/mask';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { clock } from '@shared/core/time';
import { staffPresent } from '@shared/roster/present';
import { countStaleSince } from '@shared/visits/on-site';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { Freshness } from '../../ui/freshness';
import { t } from '../../ui/i18n';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { loadByHand, saveByHand, withHand, type ByHand } from './by-hand';
import { CountsDialog } from './counts-dialog';
import { KeptList } from './kept-list-part';
import { printEvacuation } from './print';
import { signOutNow } from './sign-out-row';
import { stayText } from './stay';
import { useOnSite, useStaffRecords, type OnSiteToday } from './use-on-site';

const NOBODY: OnSiteToday = { visits: [], visitors: 0, count: null, counts: [] };

export function OnSitePage({ counts }: { readonly counts: boolean }): ReactElement {
  const [, navigate] = useLocation();
  const [selected, setSelected] = useState<string | null>(null);
  const minute = useMinute();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [onDuty, setOnDuty] = useOnDuty(minute);
  const live = useOnSite();
  const onSite = live.state === 'ready' ? live.value : NOBODY;
  const columns = useMemo(() => onSiteColumns(minute), [minute]);
  return (
    <>
      <RegisterPage
        title={t('visits.onSiteTitle')}
        hint={<Freshness />}
        {...(atDesk ? { onNew: { label: t('visits.new'), run: () => navigate('/visits/new') } } : {})}
        actions={
          <>
            <a className="button" href="#/visits">
              {t('visits.title')}
            </a>
            {atDesk && (
              <button type="button" className="button" onClick={() => navigate('/visits/sweep')}>
                {t('visits.sweep')}
              </button>
            )}
          </>
        }
        onPrint={() => printEvacuation(onSite, onDuty)}
        filters={<span className="quiet">{t('visits.onSiteHint')}</span>}
        table={
          <RegisterTable
            label={t('visits.onSiteTitle')}
            columns={columns}
            rows={onSite.visits}
            selected={selected}
            onSelect={(id) => (id !== null && id === selected ? navigate(`/visits/${id}`) : setSelected(id))}
            rowKeys={{
              enter: ({ id }) => navigate(`/visits/${id}`),
              ...(atDesk ? { s: (visit: Visit) => void signOutNow(visit) } : {}),
            }}
            empty={<ListState state={live.state} title={t('visits.onSiteNone')} />}
            foot={t('visits.rows', { visits: onSite.visits.length, people: onSite.visitors })}
          />
        }
        side={
          <Side
            onSite={onSite}
            minute={minute}
            atDesk={atDesk}
            onCount={() => navigate('/visits/on-site/counts')}
            onDuty={onDuty}
            setOnDuty={setOnDuty}
          />
        }
      />
      {counts && <CountsDialog onClose={() => navigate('/visits/on-site')} />}
    </>
  );
}

/** Staff on duty by roster and attendance, whoever is signed in, and what was ticked by hand. */
function useOnDuty(minute: string): readonly [readonly string[], (ids: readonly string[]) => void] {
  const actor = useSession((state) => state.actor?.id ?? '');
  const settings = useDirectory((state) => state.settings);
  const records = useStaffRecords();
  const day = today();
  const [byHand, setByHand] = useState<ByHand>({ day, added: [], removed: [] });
  useEffect(() => {
    void loadByHand(day).then(setByHand);
  }, [day]);
  const known = useMemo(
    () => [...new Set([...staffPresent(records, minute, settings), actor])],
    [records, minute, settings, actor],
  );
  const change = (next: readonly string[]): void => {
    const kept = {
      day,
      added: next.filter((id) => !known.includes(id)),
      removed: known.filter((id) => !next.includes(id)),
    };
    setByHand(kept);
    void saveByHand(kept);
  };
  return [withHand(known, byHand), change];
}

function onSiteColumns(minute: string): readonly RegisterColumn<Visit>[] {
  return [
    {
      key: 'name',
      title: t('visits.field.name'),
      width: 'minmax(100px, 1fr)',
      render: ({ body }) => namedPerson(body),
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
      width: 'minmax(100px, 1.3fr)',
      render: ({ body }) => body.company,
    },
    {
      key: 'department',
      title: t('visits.field.department'),
      width: '100px',
      render: ({ body }) => body.department && departmentName(body.department),
    },
    {
      key: 'timeIn',
      title: t('visits.field.timeIn'),
      width: '82px',
      render: ({ body }) => clock(body.timeIn),
      sort: ({ body }) => body.timeIn,
    },
    { key: 'stay', title: t('visits.stayed'), width: '112px', render: (visit) => stayText(visit, minute) },
    {
      key: 'phone',
      title: t('visits.field.phone'),
      width: '118px',
      render: ({ body }) => maskPhone(body.phone),
    },
  ];
}

interface SideProps {
  readonly onSite: OnSiteToday;
  readonly minute: string;
  readonly atDesk: boolean;
  readonly onCount: () => void;
  readonly onDuty: readonly string[];
  readonly setOnDuty: (ids: readonly string[]) => void;
}

function Side({ onSite, minute, atDesk, onCount, onDuty, setOnDuty }: SideProps): ReactElement {
  const { settings, staff } = useDirectory();
  const { count, counts, visits, visitors } = onSite;
  const stale = countStaleSince(count, minute, settings) !== null;
  const figures = [
    {
      label: t('visits.visitors'),
      figure: String(visitors),
      detail: t('visits.visitorsDetail', { count: visits.length }),
    },
    { label: t('visits.staffOnDuty'), figure: String(onDuty.length), detail: '' },
    {
      label: t('visits.field.players'),
      figure: count ? String(count.body.players) : '—',
      detail: countDetail(count),
    },
    {
      label: t('visits.field.caddies'),
      figure: count ? String(count.body.caddies) : '—',
      detail: countDetail(count),
    },
  ];
  return (
    <section className="panel record" aria-label={t('visits.onSiteTitle')}>
      <div className="inside">
        <div className="tiles on-site-tiles">
          {figures.map(({ label, figure, detail }) => (
            <div key={label}>
              <div className="quiet small">{label}</div>
              <div className="figure">{figure}</div>
              <div className="quiet small">{detail}</div>
            </div>
          ))}
        </div>
        {stale && <div className="notice">{t('visits.countsStale')}</div>}
        <section aria-label={t('visits.countsHistory')}>
          <h2>{t('visits.countsHistory')}</h2>
          {counts.length === 0 && <p className="quiet small">{t('visits.countsNone')}</p>}
          <ul className="counts">
            {counts.map(({ id, by, body }) => (
              <li key={id} className="small">
                <span>{clock(body.countedAt)}</span>
                <span>{t('visits.countsLine', { players: body.players, caddies: body.caddies })}</span>
                <span className="quiet">{staffName(by)}</span>
              </li>
            ))}
          </ul>
        </section>
        {atDesk && <KeptList minute={minute} />}
        <fieldset className="duty">
          <legend>{t('visits.staffOnDuty')}</legend>
          <p className="quiet small">{t('visits.staffHelp')}</p>
          {staff
            .filter(({ status }) => status === 'active')
            .map(({ id, body }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={onDuty.includes(id)}
                  onChange={({ target }) =>
                    setOnDuty(target.checked ? [...onDuty, id] : onDuty.filter((other) => other !== id))
                  }
                />
                {body.name}
              </label>
            ))}
        </fieldset>
      </div>
      {atDesk && (
        <div className="actions">
          <button type="button" className="button primary grow" onClick={onCount}>
            {t('visits.enterCounts')}
          </button>
        </div>
      )}
    </section>
  );
}

function countDetail(count: OnSiteToday['count']): string {
  return count ? t('visits.countsAt', { time: clock(count.body.countedAt) }) : t('visits.countsNone');
}
