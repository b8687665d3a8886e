/** The dark side bar: groups of what works and this person may open, with counts of what is due. */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { useDirectory } from '../data/directory';
import { loadPref, savePref } from '../data/local';
import { useSession } from '../data/session';
import type { Feature, NavGroup } from '../ui/feature';
import { t } from '../ui/first-words';
import { walkByArrows } from '../ui/focus';
import { Icon, type IconName } from '../ui/icon';
import { FEATURES } from './features';
import { settingsText } from './own-items';
import type { TodayState } from './use-today';
import './side-bar.css';

const GROUPS: readonly NavGroup[] = [
  'groupDesk',
  'groupService',
  'groupShop',
  'groupMoney',
  'groupTeam',
  'groupFigures',
  'groupSettings',
];

/** Pages that stand on a screen of 768 pixels beside the headings: the first groups are open as far as they fit. */
const FITS = 16;

/** How many pages the groups up to and with this one have. */
const pagesTo = (features: readonly Feature[], group: NavGroup): number =>
  features.filter(({ nav }) => GROUPS.indexOf(nav.group) <= GROUPS.indexOf(group)).length;

const PREF = 'sideGroups';
type Kept = Readonly<Partial<Record<NavGroup, boolean>>>;

/** Which groups are open on this PC: as somebody left them, else `initially`. */
function useGroups(initially: (group: NavGroup) => boolean): {
  readonly isOpen: (group: NavGroup) => boolean;
  readonly toggle: (group: NavGroup) => void;
} {
  const [kept, setKept] = useState<Kept>({});
  useEffect(() => void loadPref<Kept>(PREF).then((found) => setKept(found ?? {})), []);
  const isOpen = (group: NavGroup): boolean => kept[group] ?? initially(group);
  const toggle = (group: NavGroup): void => {
    const next = { ...kept, [group]: !isOpen(group) };
    setKept(next);
    void savePref(PREF, next);
  };
  return { isOpen, toggle };
}

const isAt = (location: string, path: string): boolean =>
  path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);

interface EntryProps {
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
  readonly count: number;
}

function Count({ count }: { readonly count: number }): ReactElement | null {
  return count > 0 ? <span className="count">{count}</span> : null;
}

function Entry({ path, icon, label, count }: EntryProps): ReactElement {
  const [location] = useLocation();
  return (
    <a href={`#${path}`} title={label} aria-current={isAt(location, path) ? 'page' : undefined}>
      <Icon name={icon} />
      <span className="label">{label}</span>
      <Count count={count} />
    </a>
  );
}

interface GroupProps {
  readonly group: NavGroup;
  readonly entries: readonly Feature[];
  readonly open: boolean;
  readonly counts: TodayState['counts'];
  readonly onToggle: () => void;
}

/** A group folded shows the page that is open, and on its heading what is due on all others. */
function Group({ group, entries, open, counts, onToggle }: GroupProps): ReactElement {
  const [location] = useLocation();
  const shown = open ? entries : entries.filter(({ nav }) => isAt(location, nav.path));
  const due = entries.reduce((sum, one) => sum + (shown.includes(one) ? 0 : (counts[one.id] ?? 0)), 0);
  const label = t(`app.${group}`);
  return (
    <div>
      <button type="button" className="group" title={label} aria-expanded={open} onClick={onToggle}>
        <span className="label">{label}</span>
        <Icon name="fold" size={12} />
        <Count count={due} />
      </button>
      {shown.map(({ id, nav }) => (
        <Entry key={id} path={nav.path} icon={nav.icon} label={t(nav.label)} count={counts[id] ?? 0} />
      ))}
    </div>
  );
}

export function SideBar({ today }: { readonly today: TodayState }): ReactElement {
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const clubName = useDirectory(({ settings }) => settings.clubName);
  const open = FEATURES.filter(({ nav }) => hasRole(roles, nav.roles));
  const { isOpen, toggle } = useGroups((group) => pagesTo(open, group) <= FITS);
  return (
    <nav className="side" aria-label={t('app.name')} onKeyDown={walkByArrows}>
      <div className="brand">
        <b>{t('app.name')}</b>
        <span>{clubName}</span>
      </div>
      <Entry path="/" icon="home" label={t('app.today')} count={today.total} />
      {GROUPS.map((group) => {
        const entries = open.filter(({ nav }) => nav.group === group);
        if (entries.length === 0) return null;
        return (
          <Group
            key={group}
            group={group}
            entries={entries}
            open={isOpen(group)}
            counts={today.counts}
            onToggle={() => toggle(group)}
          />
        );
      })}
      <div className="bottom">
        <Entry path="/settings" icon="settings" label={settingsText()} count={0} />
      </div>
    </nav>
  );
}
