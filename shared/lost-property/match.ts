/**
 * Proposed matches between found items and loss reports, both ways (DOMAIN §3.6): category, words with
 * pinyin and synonyms, place and date, each with the reason a person can judge.
 */
import { pinyin } from 'pinyin-pro';
import { addDays, businessDay } from '../core/time';
import type { Settings } from '../core/settings';
import { fill } from '../messages/fill';
import { lostProperty as words } from '../messages/zh-CN/lost-property';
import { itemText } from './words';
import { groupsWith, type SynonymGroup } from './synonyms';
import type { FoundItem, LossReport } from './schema';

export interface Match {
  readonly item: FoundItem;
  readonly report: LossReport;
  /** 0–100; proposed from `PROPOSED_FROM`. */
  readonly score: number;
  /** In Chinese, weightiest first. */
  readonly reasons: readonly string[];
}

export const PROPOSED_FROM = 50;
const SCORES = {
  otherThing: -30,
  category: 20,
  thing: 35,
  trait: 10,
  traitsMost: 20,
  code: 25,
  place: 15,
  sameDay: 15,
  soon: 10,
  later: 4,
} as const;
/** Items found so many days after the loss are still proposed. */
const LATEST_DAYS = 60;

/** Syllables without tones, `|` between them, so that homophones meet: 「雨伞」 and 「语散」 are `|yu|san|`. */
function sounds(text: string): string {
  const syllables = pinyin(text.toLowerCase(), { toneType: 'none', type: 'array', v: true });
  return `|${syllables
    .map((syllable) => syllable.trim())
    .filter(Boolean)
    .join('|')}|`;
}

interface Heard {
  readonly text: string;
  readonly sounds: string;
}
const heard = (text: string): Heard => ({ text: text.toLowerCase(), sounds: sounds(text) });

interface Group extends SynonymGroup {
  readonly heard: readonly Heard[];
}
const groupCache = new WeakMap<Settings, readonly Group[]>();

function groupsOf(settings: Settings): readonly Group[] {
  const cached = groupCache.get(settings);
  if (cached) return cached;
  const groups = groupsWith(settings.lostSynonyms).map((one) => ({
    ...one,
    heard: [...one.words].sort((a, b) => b.length - a.length).map(heard),
  }));
  groupCache.set(settings, groups);
  return groups;
}

/** The word of a group that a text says; single characters count by writing only, longer words by sound too. */
function saidIn(group: Group, { text, sounds: spoken }: Heard): string | null {
  const found = group.heard.find(
    (word) =>
      text.includes(word.text) ||
      (word.text.length > 1 && /\p{Script=Han}/u.test(word.text) && spoken.includes(word.sounds)),
  );
  return found?.text ?? null;
}

const codesIn = (text: string): ReadonlySet<string> =>
  new Set(text.toUpperCase().match(/[A-Z0-9]{3,}/g) ?? []);

/** What a record's words say, worked out once: two hundred items meet fifty reports. */
interface Said {
  readonly groups: readonly Group[];
  /** By group: the word said, or null. */
  readonly words: readonly (string | null)[];
  readonly codes: ReadonlySet<string>;
  readonly name: string;
}
type Worded = Parameters<typeof itemText>[0];
const saidCache = new WeakMap<Worded, Said>();

function saidBy(body: Worded, settings: Settings): Said {
  const groups = groupsOf(settings);
  const cached = saidCache.get(body);
  if (cached?.groups === groups) return cached;
  const whole = heard(itemText(body));
  const said = {
    groups,
    words: groups.map((group) => saidIn(group, whole)),
    codes: codesIn(whole.text),
    name: sounds(body.name),
  };
  saidCache.set(body, said);
  return said;
}

/** Pieces of two characters that two places share. */
function samePlace(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a.includes(b) || b.includes(a)) return true;
  const pieces = (text: string): readonly string[] =>
    [...text].slice(1).map((char, index) => `${[...text][index] ?? ''}${char}`);
  const own = new Set(pieces(a).filter((piece) => /\p{Script=Han}{2}/u.test(piece)));
  return pieces(b).some((piece) => own.has(piece));
}

/** How well an item fits a report; null when the dates exclude it. */
export function matchOf(item: FoundItem, report: LossReport, settings: Settings): Match | null {
  const found = businessDay(item.body.foundAt, settings.cutOffHour);
  const { lostFrom, lostTo } = report.body;
  // A day of grace: people remember a day wrongly.
  if (found < addDays(lostFrom, -1) || found > addDays(lostTo, LATEST_DAYS)) return null;
  const scored: { readonly score: number; readonly reason: string }[] = [];
  const add = (score: number, reason: string): void => void scored.push({ score, reason });

  const own = saidBy(item.body, settings);
  const asked = saidBy(report.body, settings);
  let traits = 0;
  let thing = false;
  const named = { own: false, asked: false };
  own.groups.forEach(({ category }, index) => {
    const mine = own.words[index];
    const theirs = asked.words[index];
    if (category !== '' && mine) named.own = true;
    if (category !== '' && theirs) named.asked = true;
    if (!mine || !theirs) return;
    const said = mine === theirs ? mine : `${theirs} / ${mine}`;
    if (category !== '') {
      if (!thing) add(SCORES.thing, fill(words.why.thing, { said }));
      thing = true;
    } else if (traits < SCORES.traitsMost) {
      traits += SCORES.trait;
      add(SCORES.trait, fill(words.why.trait, { said }));
    }
  });
  if (!thing && own.name === asked.name) add(SCORES.thing, fill(words.why.thing, { said: item.body.name }));
  // Both say what it is, and it is not the same: a ring is no watch, wherever it lay.
  const otherThing = !thing && named.own && named.asked ? SCORES.otherThing : 0;
  const shared = [...asked.codes].filter((code) => own.codes.has(code));
  if (shared.length > 0) add(SCORES.code, fill(words.why.code, { said: shared.join('、') }));
  if (item.body.category === report.body.category)
    add(SCORES.category, fill(words.why.category, { category: item.body.category }));
  if (samePlace(item.body.place, report.body.place))
    add(SCORES.place, fill(words.why.place, { place: item.body.place }));
  const gap = found <= lostTo ? 0 : Math.round((Date.parse(found) - Date.parse(lostTo)) / 86_400_000);
  if (gap === 0) add(SCORES.sameDay, words.why.sameDay);
  else add(gap <= 3 ? SCORES.soon : SCORES.later, fill(words.why.daysLater, { days: gap }));

  scored.sort((a, b) => b.score - a.score);
  const score = Math.min(
    100,
    scored.reduce((sum, one) => sum + one.score, otherThing),
  );
  return { item, report, score, reasons: scored.map(({ reason }) => reason) };
}

const open = ({ status }: LossReport): boolean => status === 'open';
const there = ({ status }: FoundItem): boolean => status === 'held' || status === 'handedOver';
const decided = (report: LossReport, item: string): boolean =>
  report.body.decisions.some((one) => one.item === item);

/** Matches to propose, best first: never a pair somebody decided on. */
export function proposals(
  items: readonly FoundItem[],
  reports: readonly LossReport[],
  settings: Settings,
): readonly Match[] {
  const matches: Match[] = [];
  const candidates = items.filter(there);
  for (const report of reports.filter(open))
    for (const item of candidates) {
      const match = decided(report, item.id) ? null : matchOf(item, report, settings);
      if (match && match.score >= PROPOSED_FROM) matches.push(match);
    }
  return matches.sort((a, b) => b.score - a.score);
}
