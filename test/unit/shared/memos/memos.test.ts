/** A memo is its author's alone: nobody else changes it, finds it, or gets it in a browser. */
import { expect, it } from 'vitest';
import { NEVER_DUE } from '@shared/core/envelope';
import { instantOf } from '@shared/core/time';
import type { Memo } from '@shared/memos/schema';
import { finishMemo, writeMemo } from '@shared/memos/write';
import { rowOf } from '@shared/search/sources';
import { scoped, WEB_ROLES } from '@shared/sync/scope';
import { CLERK, Desk, LEAD } from '../../../helpers/desk';

const now = instantOf('2026-11-21T09:42');
const write = (desk: Desk, id: string, remindAt = '', actor = CLERK): readonly string[] =>
  desk.codes(writeMemo, { id, fields: { text: '给王总回电', remindAt } }, { actor });

it('is written, changed, finished and taken up again by its author alone', () => {
  const desk = new Desk(now);
  const remind = instantOf('2026-11-21T15:00');
  expect(write(desk, 'm1', instantOf('2026-11-21T09:00'))).toEqual(['remindAt dueInPast']);
  expect(write(desk, 'm1', remind)).toEqual([]);
  expect(desk.get<Memo>('m1')).toMatchObject({ status: 'open', dueAt: remind, key: CLERK.id });
  expect(write(desk, 'm1', '', LEAD)).toEqual(['notFound']);
  expect(desk.codes(finishMemo, { id: 'm1', done: true }, { actor: LEAD })).toEqual(['notFound']);
  expect(desk.codes(finishMemo, { id: 'm1', done: true })).toEqual([]);
  expect(desk.get<Memo>('m1')).toMatchObject({ status: 'done', dueAt: NEVER_DUE });
  desk.run(finishMemo, { id: 'm1', done: false });
  expect(desk.get<Memo>('m1').body.log?.map(({ act }) => act)).toEqual([
    'memo.write',
    'memo.finish',
    'memo.reopen',
  ]);
});

it('reaches no browser and no search', () => {
  const desk = new Desk(now);
  write(desk, 'm1');
  const memo = desk.get('m1');
  for (const role of WEB_ROLES)
    expect(scoped({ roles: [role], departments: [] }, 'roster', memo, '2026-11-21')).toBeNull();
  expect(rowOf(memo, () => [])).toBeNull();
});
