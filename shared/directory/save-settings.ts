/** Changes settings (administrators; leads may change those of the desk's day). */
import { atMost, refusalsOf, required, wholeNumber } from '../core/checks';
import { accept, refuse, type Command, type Refusal } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { changesBetween } from '../core/log';
import { DEFAULT_PREFIXES } from '../core/numbers';
import { hasRole } from '../core/roles';
import type { Settings } from '../core/settings';
import { booksOf } from '../ledger/books';
import { UNKNOWN } from '../roster/templates-text';
import type { SettingsBody, SettingsRecord } from './schema';
import { faultsOfService } from './service-settings';
import { faultsOfChecklists } from './checklist-settings';
import { faultsOfEmergency } from './emergency-settings';
import { faultOfLocations, faultsOfShop } from './shop-settings';

export type SaveSettingsInput = Partial<Settings>;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Limits of the whole-number settings. */
const NUMBERS = {
  cutOffHour: [0, 12],
  lockAfterMinutes: [1, 120],
  transferMinutes: [5, 1_440],
  amberMinutes: [5, 1_440],
  retentionMonths: [6, 240],
  lostItemDays: [1, 365],
  backupDays: [2, 3_650],
  collectiveDays: [1, 60],
  followUpAttempts: [1, 10],
  restHours: [0, 24],
  openingMinutes: [0, 480],
  closingMinutes: [0, 480],
  lateGraceMinutes: [0, 60],
  absentAfterMinutes: [5, 480],
  emergencyLeaveMinutes: [0, 480],
  evacuationMinutes: [0, 240],
} as const;

/** Lists that are never empty and the longest word in each. */
const WORD_LISTS = [
  ['workOrderCategories', 20],
  ['lostCategories', 20],
  ['lostStorages', 60],
] as const;

/** What belongs to the whole club rather than to the desk's day: administrators only. */
export const ADMIN_SETTINGS: readonly (keyof Settings)[] = [
  'clubName',
  'cutOffHour',
  'lockAfterMinutes',
  'retentionMonths',
  'prefixes',
  'backupDays',
  // What a lead approves against is not the lead's to set.
  'discountLimitPercent',
  'discountLimitFen',
  'roundingLimitFen',
  'memberBalance',
  'offlineMemberLimit',
  'tillFloat',
  'tillDifferenceLimit',
  'blindTill',
  'blindCount',
  'depositDays',
  'denominations',
  'taxPercent',
  // What the lead is measured by.
  'clocks',
  'enquiryStandards',
  'workingHours',
  'collectiveDays',
  'mostlyCountsSatisfied',
  'followUpAttempts',
  'restHours',
  'lateGraceMinutes',
  'absentAfterMinutes',
  'emergencyLeaveMinutes',
];

function faultsOfShifts(shifts: Settings['shifts']): readonly (Refusal | null)[] {
  return [
    shifts.length > 0 ? null : { field: 'shifts', code: 'required' },
    new Set(shifts.map(({ name }) => name)).size === shifts.length
      ? null
      : { field: 'shifts', code: 'nameTaken' },
    ...shifts.map(({ least = 1 }) => wholeNumber('shifts', least, 0, 50)),
    ...shifts.map(({ name, from, to }) =>
      TIME.test(from) && TIME.test(to) && from !== to
        ? (required('shifts', name) ?? atMost('shifts', name, 10))
        : { field: 'shifts', code: 'badTime' },
    ),
  ];
}

/** Refusals of the given settings alone, without regard to who gives them. */
export function faultsOfSettings(input: SaveSettingsInput): readonly Refusal[] {
  const { clubName, closingTime, shifts, visitPurposes, lostSynonyms, prefixes } = input;
  return refusalsOf(
    clubName === undefined ? null : (required('clubName', clubName) ?? atMost('clubName', clubName, 40)),
    closingTime === undefined || TIME.test(closingTime) ? null : { field: 'closingTime', code: 'badTime' },
    ...(shifts ? faultsOfShifts(shifts) : []),
    visitPurposes?.length === 0 ? { field: 'visitPurposes', code: 'required' } : null,
    ...(['visitPurposes', 'memberPurposes', 'supplierPurposes'] as const).flatMap((field) =>
      (input[field] ?? []).map((purpose) => atMost(field, purpose, 10)),
    ),
    ...WORD_LISTS.flatMap(([field, max]) => [
      input[field]?.length === 0 ? { field, code: 'required' } : null,
      ...(input[field] ?? []).map((word) => atMost(field, word, max)),
    ]),
    ...(lostSynonyms ?? []).map((words) =>
      words.length < 2 ? { field: 'lostSynonyms', code: 'synonymsAlone' } : null,
    ),
    ...(lostSynonyms ?? []).flat().map((word) => atMost('lostSynonyms', word, 20)),
    prefixes && !prefixesAreDistinct(prefixes) ? { field: 'prefixes', code: 'badPrefix' } : null,
    ...Object.entries(NUMBERS).map(([field, [min, max]]) => {
      const value = input[field as keyof typeof NUMBERS];
      return value === undefined ? null : wholeNumber(field, value, min, max);
    }),
    ...(input.rosterTemplates ? faultsOfTemplates(input.rosterTemplates) : []),
    ...faultsOfShop(input),
    ...faultsOfService(input),
    ...faultsOfChecklists(input),
    ...faultsOfEmergency(input),
  );
}

/** Longest name and longest turn of a template of the roster. */
const TEMPLATE = { name: 20, days: 62 } as const;

function faultsOfTemplates(templates: Settings['rosterTemplates']): readonly (Refusal | null)[] {
  const field = 'rosterTemplates';
  return [
    new Set(templates.map(({ name }) => name)).size === templates.length
      ? null
      : { field, code: 'nameTaken' },
    ...templates.flatMap(({ name, turn }) => [
      required(field, name) ?? atMost(field, name, TEMPLATE.name),
      wholeNumber(field, turn.length, 1, TEMPLATE.days),
      ...turn
        .filter((entry) => entry.startsWith(UNKNOWN))
        .map((entry) => ({ field, code: 'templateShift', params: { word: entry.slice(1) } })),
    ]),
  ];
}

function prefixesAreDistinct(prefixes: Settings['prefixes']): boolean {
  const values = Object.keys(DEFAULT_PREFIXES).map(
    (register) => prefixes[register as keyof typeof DEFAULT_PREFIXES],
  );
  return new Set(values).size === values.length && values.every((prefix) => /^[A-Z]{2}$/.test(prefix));
}

export const saveSettings: Command<SaveSettingsInput> = {
  type: 'directory.saveSettings',
  roles: ['admin', 'lead'],
  books: true,
  reads: () => [{ name: 'settings', collection: 'directory', ids: ['settings'] }],
  decide: (input, loaded, context) => {
    const beyond = hasRole(context.actor.roles, ['admin'])
      ? []
      : changesBetween<Settings>(context.settings, { ...context.settings, ...input }, ADMIN_SETTINGS);
    const refusals = [
      ...faultsOfSettings(input),
      ...beyond.map(({ field }) => ({ field, code: 'notAllowed' })),
      ...refusalsOf(input.locations ? faultOfLocations(input.locations, booksOf(context)) : null),
    ];
    if (refusals.length > 0) return refuse(...refusals);
    const before = loaded.settings?.[0] as SettingsRecord | undefined;
    const doc = before
      ? changed(before, 'directory.saveSettings', input, context)
      : newRecord<'settings', SettingsBody>('settings', 'settings', 'directory.saveSettings', input, context);
    return accept({ collection: 'directory', doc });
  },
};
