/** The features of the web view, for the roles that their manifests name, with what of Today is theirs there. */
import { hasRole, type Role } from '@shared/core/roles';
import type { Feature, TodayContext, TodayItem, TodayPart } from '../../ui/feature';
import { t } from '../../ui/i18n';

/** Whose browser holds all records of a register: only their counts are true. */
const SEES_ALL: readonly Role[] = ['finance', 'manager'];

/** The line leads to the record, where stands what can be done about it here. */
const looking = (item: TodayItem): TodayItem => ({
  ...item,
  action: { ...item.action, label: t('web.look') },
});

function shownTo(roles: readonly Role[], part: TodayPart, wanted: readonly Role[]): TodayPart {
  if (!hasRole(roles, wanted)) return { items: [] };
  const items = part.items.map(looking);
  return hasRole(roles, SEES_ALL) ? { ...part, items } : { items };
}

function inBrowser(feature: Feature): readonly Feature[] {
  const { web, today, todayLater } = feature;
  if (!web) return [];
  const wanted = web.today ?? web.roles;
  return [
    {
      ...feature,
      nav: { ...feature.nav, roles: web.roles },
      ...(today
        ? {
            today: async (context: TodayContext) => shownTo(context.roles, await today(context), wanted),
          }
        : {}),
      ...(todayLater
        ? {
            todayLater: async () => {
              const lines = (await todayLater()).default;
              return {
                default: async (context: TodayContext) =>
                  shownTo(context.roles, { items: await lines(context) }, wanted).items,
              };
            },
          }
        : {}),
    },
  ];
}

export const featuresHere = (all: readonly Feature[]): readonly Feature[] => all.flatMap(inBrowser);
