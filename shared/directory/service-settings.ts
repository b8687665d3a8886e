/** What the settings of the service side may be (DOMAIN §3.2, §3.4). */
import { atMost, wholeNumber } from '../core/checks';
import type { Refusal } from '../core/command';
import type { Settings } from '../core/settings';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Longest clock: 90 days in minutes. */
export const MAX_CLOCK_MINUTES = 90 * 24 * 60;

function faultOfHours({ from, to, days }: Settings['workingHours']): Refusal | null {
  const field = 'workingHours';
  if (!TIME.test(from) || !TIME.test(to)) return { field, code: 'badTime' };
  if (from >= to) return { field, code: 'hoursReversed' };
  const isWeek = days.length > 0 && new Set(days).size === days.length;
  return isWeek && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
    ? null
    : { field, code: 'noWorkingDay' };
}

/** Limits of the standards of answering. */
const STANDARDS = {
  rings: [1, 20],
  firstReplySeconds: [1, 3_600],
  replySeconds: [1, 86_400],
  holdSeconds: [1, 3_600],
} as const;

/** Longest script, forbidden word and category of replies; most lines of each. */
const MOST = { script: 300, word: 20, category: 12, lines: 100 } as const;

function faultsOfWords({
  scripts = [],
  forbiddenWords = [],
  replyCategories,
}: Partial<Settings>): readonly (Refusal | null)[] {
  return [
    ...scripts.map(({ place, text }) => atMost(`scripts.${place}`, text, MOST.script)),
    ...forbiddenWords.map((word) => atMost('forbiddenWords', word, MOST.word)),
    wholeNumber('forbiddenWords', forbiddenWords.length, 0, MOST.lines),
    replyCategories?.length === 0 ? { field: 'replyCategories', code: 'required' } : null,
    ...(replyCategories ?? []).map((category) => atMost('replyCategories', category, MOST.category)),
  ];
}

function faultsOfStandards(standards: Settings['enquiryStandards']): readonly (Refusal | null)[] {
  return [
    ...Object.entries(STANDARDS).map(([name, [min, max]]) =>
      wholeNumber(`enquiryStandards.${name}`, standards[name as keyof typeof STANDARDS], min, max),
    ),
    standards.replySeconds < standards.firstReplySeconds
      ? { field: 'enquiryStandards.replySeconds', code: 'replyBeforeFirst' }
      : null,
  ];
}

/** Refusals of the given settings alone. */
export function faultsOfService(input: Partial<Settings>): readonly (Refusal | null)[] {
  const { workingHours, clocks, enquiryStandards } = input;
  return [
    ...(enquiryStandards ? faultsOfStandards(enquiryStandards) : []),
    ...faultsOfWords(input),
    workingHours ? faultOfHours(workingHours) : null,
    ...Object.entries(clocks ?? {}).map(([name, { minutes }]) =>
      wholeNumber(`clocks.${name}`, minutes, 1, MAX_CLOCK_MINUTES),
    ),
  ];
}
