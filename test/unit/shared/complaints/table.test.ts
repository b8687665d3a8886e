/** The table in the documentation is the table of the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OPEN, STATUSES, TABLE, UNSOLVED } from '@shared/complaints/table';
import { zhCN } from '@shared/messages/zh-CN';
import { complaints as words } from '@shared/messages/zh-CN/complaints';
import { ROLES } from '@shared/core/roles';

const page = readFileSync('docs/complaints.md', 'utf8');

/** Rows of the table below a heading, as cells. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, below = ''] = page.split(`## ${heading}\n`);
  const lines = below.split('\n## ')[0]?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
const codes = (cell: string): readonly string[] =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, code = '']) => code);
const GROUPS: Readonly<Record<string, readonly string[]>> = { unsolved: UNSOLVED, open: OPEN };
const spread = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => GROUPS[name] ?? [name]);

it('shows every state with its name', () => {
  const rows = rowsBelow('States');
  expect(rows.map(([code = '', name]) => [codes(code)[0], name])).toEqual(
    STATUSES.map((status) => [status, words.status[status]]),
  );
});

it('shows every event: where it may happen, where it leads, who may record it', () => {
  const rows = rowsBelow('Events').map(([event = '', , from = '', to = '', who = '']) => ({
    event: codes(event)[0],
    from: [...new Set(spread(codes(from)))].sort(),
    to: [...codes(to)].sort(),
    who: [...codes(who)].sort(),
  }));
  expect(rows).toEqual(
    Object.entries(TABLE).map(([event, { from, to, who }]) => ({
      event,
      from: [...from].sort(),
      to: [...to].sort(),
      who: [...who].sort(),
    })),
  );
});

it('knows only roles and states that there are', () => {
  for (const { from, to, who } of Object.values(TABLE)) {
    expect(STATUSES).toEqual(expect.arrayContaining([...from, ...to]));
    expect(ROLES).toEqual(expect.arrayContaining([...who]));
  }
});

it('has words for every refusal of a complaint', () => {
  const sources = readdirSync('shared/complaints')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`shared/complaints/${file}`, 'utf8'))
    .join('\n');
  const codes = [
    ...sources.matchAll(/checks\.refuse\('\w*', '(\w+)'/g),
    ...sources.matchAll(/: '(\w+First)'/g),
    ...sources.matchAll(/\? null : '(\w+)'/g),
  ].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in zhCN.refusal))).toEqual([]);
});
