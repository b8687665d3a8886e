/** The dark side bar: groups of what works and this person may open, with counts of what is due. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { useDirectory } from '../data/directory';
import { useSession } from '../data/session';
import type { NavGroup } from '../ui/feature';
import { t } from '../ui/first-words';
import { Icon, type IconName } from '../ui/icon';
import { FEATURES } from './features';
import type { TodayState } from './use-today';
import './side-bar.css';

const GROUPS: readonly NavGroup[] = [
  'groupDesk',
  'groupShop',
  'groupMoney',
  'groupTeam',
  'groupFigures',
  'groupSettings',
];

interface EntryProps {
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
  readonly count: number;
}

function Entry({ path, icon, label, count }: EntryProps): ReactElement {
  const [location] = useLocation();
  const current = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
  return (
    <a href={`#${path}`} title={label} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span className="label">{label}</span>
      {count > 0 && <span className="count">{count}</span>}
    </a>
  );
}

export function SideBar({ today }: { readonly today: TodayState }): ReactElement {
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const clubName = useDirectory(({ settings }) => settings.clubName);
  const open = FEATURES.filter(({ nav }) => hasRole(roles, nav.roles));
  return (
    <nav className="side" aria-label={t('app.name')}>
      <div className="brand">
        <b>{t('app.name')}</b>
        <span>{clubName}</span>
      </div>
      <Entry path="/" icon="home" label={t('app.today')} count={today.items.length} />
      {GROUPS.map((group) => {
        const entries = open.filter(({ nav }) => nav.group === group);
        if (entries.length === 0) return null;
        return (
          <div key={group}>
            <div className="group">{t(`app.${group}`)}</div>
            {entries.map(({ id, nav }) => (
              <Entry
                key={id}
                path={nav.path}
                icon={nav.icon}
                label={t(nav.label)}
                count={today.counts[id] ?? 0}
              />
            ))}
          </div>
        );
      })}
      <div className="bottom">
        <Entry path="/settings" icon="settings" label={t('app.settings')} count={0} />
      </div>
    </nav>
  );
}
