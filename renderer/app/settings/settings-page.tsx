/** Settings: a page each for club, shop, roster, staff, departments, desks, numbers, taking over paper registers, and what this app is. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole, IMPORT_ROLES, ROLES, type Role } from '@shared/core/roles';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { About } from './about';
import { ChecklistSettings } from './checklist-settings';
import { ClubSettings } from './club-settings';
import { DepartmentSettings } from './department-settings';
import { DeskSettings } from './desk-settings';
import { EmergencySettings } from './emergency-settings';
import { ImportPage } from './import/import-page';
import { InspectionSettings } from './inspection-settings';
import { NumberSettings } from './number-settings';
import { Printing } from './printing';
import { RosterSettings } from './roster-settings';
import { ServiceSettings } from './service-settings';
import { ShopSettings } from './shop-settings';
import { StaffSettings } from './staff-settings';

const PAGES = {
  club: { roles: ['admin', 'lead'], Page: ClubSettings },
  shop: { roles: ['admin', 'lead'], Page: ShopSettings },
  roster: { roles: ['admin', 'lead'], Page: RosterSettings },
  checklists: { roles: ['admin', 'lead'], Page: ChecklistSettings },
  emergency: { roles: ['admin', 'lead'], Page: EmergencySettings },
  inspection: { roles: ['admin', 'lead'], Page: InspectionSettings },
  service: { roles: ['admin', 'lead'], Page: ServiceSettings },
  staff: { roles: ['admin'], Page: StaffSettings },
  departments: { roles: ['admin'], Page: DepartmentSettings },
  desks: { roles: ['admin', 'lead'], Page: DeskSettings },
  numbers: { roles: ['admin'], Page: NumberSettings },
  import: { roles: IMPORT_ROLES, Page: ImportPage },
  printing: { roles: ROLES, Page: Printing },
  about: { roles: ROLES, Page: About },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly Page: () => ReactElement }>;

type PageName = keyof typeof PAGES;

export default function SettingsPage(): ReactElement {
  const [location, navigate] = useLocation();
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const open = (Object.keys(PAGES) as PageName[]).filter((name) => hasRole(roles, PAGES[name].roles));
  const wanted = location.split('/')[2] as PageName | undefined;
  const current = wanted && open.includes(wanted) ? wanted : (open[0] ?? 'about');
  const { Page } = PAGES[current];
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <Segmented
          label={t('settings.title')}
          value={current}
          options={open.map((name) => ({ value: name, label: t(`settings.${name}`) }))}
          onChange={(name) => navigate(`/settings/${name}`)}
        />
      </div>
      <Page />
    </>
  );
}
