/** Templates of the roster as somebody types them in the settings: one a line, `四班两运转：早班 晚班 休 休`. */
import type { RosterTemplate, ShiftHours } from '../core/settings';
import { linesOf } from '../core/text';
import { roster as words } from '../messages/zh-CN/roster';
import { REST } from './schema';
import { shiftName } from './words';

/** A day on which nothing is planned. */
const NOTHING = '-';
/** Begins an entry that no shift answers to; the settings refuse it by name. */
export const UNKNOWN = '?';

export function templatesText(templates: readonly RosterTemplate[], shifts: readonly ShiftHours[]): string {
  const entryText = (entry: string): string =>
    entry === REST ? words.rest : entry === '' ? NOTHING : shiftName(shifts, entry);
  return templates.map(({ name, turn }) => `${name}：${turn.map(entryText).join(' ')}`).join('\n');
}

/** Days are apart by blanks, commas or 、; a shift is named whole or by its first character. */
export function parseTemplates(typed: string, shifts: readonly ShiftHours[]): readonly RosterTemplate[] {
  const entryOf = (word: string): string => {
    if (word === words.rest || word === words.restLong) return REST;
    if (word === NOTHING) return '';
    const shift = shifts.find(({ id, name }) => name === word || id === word || [...name][0] === word);
    return shift?.id ?? `${UNKNOWN}${word}`;
  };
  return linesOf(typed).map((line) => {
    const [, name = line, days = ''] = /^([^：:]*)[：:](.*)$/u.exec(line) ?? [];
    const turn = days.split(/[\s,，、;；]+/u).filter((word) => word !== '');
    return { name: name.trim(), turn: turn.map(entryOf) };
  });
}
