/** 《值班表》 as data: shifts × days with names, what is short, and what the roster puts on Today. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import type { TableBlock } from '@shared/forms/model';
import { rosterSheet } from '@shared/roster/forms/roster-sheet';
import { reminders, unpublished } from '@shared/roster/reminders';
import { rosterOf } from '@shared/roster/roster';
import { ownShifts, rosterSheetInput } from '@shared/roster/rows';
import { REST } from '@shared/roster/schema';
import { parseTemplates, templatesText } from '@shared/roster/templates-text';
import { faultsOfSettings } from '@shared/directory/save-settings';
import { CLERK, LEAD } from '../../../helpers/desk';
import { MONDAY, PEOPLE, SECOND, plan, publish, rosterDesk } from './roster-desk';

const nameOf = (id: string): string => PEOPLE.find((one) => one.id === id)?.name ?? id;

function weekOf(published: boolean) {
  const desk = rosterDesk();
  plan(desk, MONDAY, CLERK, 'early');
  plan(desk, MONDAY, SECOND, REST);
  if (published) publish(desk);
  const roster = rosterOf([...desk.records.values()]);
  return rosterSheetInput(roster, {
    club: '翠湖高尔夫俱乐部',
    unit: 'week',
    from: MONDAY,
    to: '2026-11-29',
    settings: DEFAULT_SETTINGS,
    staff: [CLERK.id, SECOND.id, LEAD.id],
    nameOf,
  });
}

describe('the printed roster', () => {
  it('has a row a shift with the names and what is missing, and who has the day off', () => {
    const doc = rosterSheet(weekOf(true));
    const [table] = doc.blocks as [TableBlock];
    expect(doc.title).toBe('周值班表');
    expect(table.columns.map(({ title }) => title).slice(0, 2)).toEqual(['班次', '11-23 周一']);
    expect(table.rows.map(([, monday]) => monday)).toEqual(['林晓彤', '（缺 1 人）', SECOND.name]);
    expect(table.rows.map(([, , tuesday]) => tuesday)).toEqual(['（缺 1 人）', '（缺 1 人）', '']);
  });

  it('names every gap and the reason it was published with, and who published it', () => {
    const doc = rosterSheet(weekOf(true));
    const text = JSON.stringify(doc.blocks);
    expect(text.match(/缺 1 人（已排 0 人，至少 1 人）/g)).toHaveLength(13);
    expect(text).toContain('人手不足，已协调');
    expect(text).toContain(`工号确认 ${LEAD.name}`);
    expect(doc.subtitle).toContain(`发布：${LEAD.name}`);
  });

  it('says that a draft is one', () => {
    const doc = rosterSheet(weekOf(false));
    expect(doc.subtitle).toContain('草稿（未发布）');
    expect(JSON.stringify(doc.blocks)).not.toContain('工号确认');
  });

  it('prints a month as its weeks and each person’s days with their sums', () => {
    const desk = rosterDesk();
    plan(desk, '2026-11-01', CLERK, 'late');
    plan(desk, '2026-11-30', CLERK, 'early', 'late');
    plan(desk, '2026-11-02', CLERK, REST);
    const roster = rosterOf([...desk.records.values()]);
    const staff = [CLERK.id];
    const doc = rosterSheet(
      rosterSheetInput(roster, {
        club: '',
        unit: 'month',
        from: '2026-11-01',
        to: '2026-11-30',
        settings: DEFAULT_SETTINGS,
        staff,
        nameOf,
      }),
    );
    const tables = doc.blocks.filter((block): block is TableBlock => block.type === 'table');
    // Sunday the 1st and Monday the 30th stand in weeks of their own.
    expect(tables).toHaveLength(6 + 1);
    const [row = []] = tables.at(-1)?.rows ?? [];
    expect([row[0], row[1], row[2], row[30], ...row.slice(31)]).toEqual([
      CLERK.name,
      '晚',
      '休',
      '早晚',
      '3',
      '1',
      '0',
    ]);
  });
});

describe('one’s own shifts', () => {
  it('are the published ones alone', () => {
    const desk = rosterDesk();
    plan(desk, MONDAY, CLERK, 'early');
    plan(desk, '2026-11-30', CLERK, 'late');
    publish(desk);
    const roster = rosterOf([...desk.records.values()]);
    expect(ownShifts(roster, CLERK.id, MONDAY, '2026-12-06', DEFAULT_SETTINGS)).toEqual([
      { day: MONDAY, shift: 'early' },
    ]);
  });
});

describe('reminders', () => {
  const said = (day: string) => reminders(day).map(({ key, level }) => `${key} ${level}`);
  it('ask for next week from Wednesday, amber on Friday, red after', () => {
    expect(said('2026-11-17')).not.toContain('week open');
    expect(said('2026-11-18')).toContain('week open');
    expect(said('2026-11-20')).toContain('week due');
    expect(said('2026-11-21')).toContain('week overdue');
  });

  it('ask for next month in the last week of a month, amber in its last days', () => {
    expect(said('2026-11-22').join()).not.toContain('month open');
    expect(said('2026-11-23')).toContain('month open');
    expect(said('2026-11-30')).toContain('month due');
  });

  it('are silent for days that are published, by week or by month', () => {
    const desk = rosterDesk();
    plan(desk, MONDAY, CLERK, 'early');
    publish(desk);
    const roster = rosterOf([...desk.records.values()]);
    const nextWeek = reminders('2026-11-20').find(({ key }) => key === 'week');
    expect(nextWeek && unpublished(roster, nextWeek.span)).toEqual([]);
    expect(unpublished(roster, { from: '2026-11-28', to: '2026-12-01' })).toEqual([
      '2026-11-30',
      '2026-12-01',
    ]);
  });
});

describe('templates in the settings', () => {
  const { shifts, rosterTemplates } = DEFAULT_SETTINGS;
  it('are typed as names of shifts, one template a line', () => {
    const text = templatesText(rosterTemplates, shifts);
    expect(text.split('\n')[0]).toBe('四班两运转：早班 晚班 休 休');
    expect(parseTemplates(text, shifts)).toEqual(rosterTemplates);
    expect(parseTemplates('隔天：早、-', shifts)).toEqual([{ name: '隔天', turn: ['early', ''] }]);
  });

  it('refuse a word that is no shift, a turn without days and a name twice', () => {
    const codes = (typed: string) =>
      faultsOfSettings({ rosterTemplates: parseTemplates(typed, shifts) }).map(({ code }) => code);
    expect(codes('两天：早班 夜班')).toEqual(['templateShift']);
    expect(codes('空的：')).toEqual(['badNumber']);
    expect(codes('甲：早班\n甲：晚班')).toEqual(['nameTaken']);
    expect(codes('甲：早班')).toEqual([]);
  });
});
