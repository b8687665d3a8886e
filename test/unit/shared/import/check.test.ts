/** Rows of paper registers: what becomes of each, and that nothing unlawful or doubled comes in. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Context } from '@shared/core/command';
import { faultsOf } from '@shared/core/validate';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { cellText } from '@shared/import/cells';
import { checkPaper } from '@shared/import/check';
import { COLUMNS, REGISTERS, matchColumns, missingFrom, type ImportRegister } from '@shared/import/columns';
import { markKnown, type CheckedRow } from '@shared/import/row';
import { SAMPLES } from '@shared/import/samples';
import { readPaper } from '@shared/import/table';
import { importItems, itemOf, type ImportedItem } from '@shared/lost-property/import-items';
import { importVisits, visitOf, type ImportedVisit } from '@shared/visits/import-visits';

const context: Context = {
  actId: 'act',
  now: '2026-11-27T02:00:00.000Z',
  day: '2026-11-27',
  desk: 'A',
  actor: { id: 's-lead', name: '主管', roles: ['lead'], departments: [] },
  witnesses: [],
  settings: DEFAULT_SETTINGS,
};
let ids = 0;
const ground = {
  context,
  departments: new Map([
    ['销售部', 'd-sales'],
    ['工程部', 'd-works'],
  ]),
  staff: new Map([['林晓彤', 's-lin']]),
  file: '来访登记 2026.xlsx',
  newId: () => `id-${(ids += 1)}`,
};

type Cells = readonly (string | number)[];

function check(
  register: ImportRegister,
  headings: readonly string[],
  rows: readonly Cells[],
): readonly CheckedRow[] {
  const read = readPaper(register, [
    { line: 1, cells: headings },
    ...rows.map((cells, at) => ({ line: at + 2, cells: cells.map(cellText) })),
  ]);
  if (!read.ok) throw new Error(read.fault.code);
  return checkPaper(register, read.table, matchColumns(register, read.table.headings), ground);
}

const titles = (register: ImportRegister): readonly string[] => COLUMNS[register].map(({ title }) => title);
const sample = (register: ImportRegister): readonly CheckedRow[] =>
  check(register, titles(register), SAMPLES[register]);
const codes = ({ problems }: CheckedRow): readonly string[] => problems.map(({ code }) => code);

describe('the samples', () => {
  it.each(REGISTERS)('%s: all but the last row can be taken, and it says why it cannot', (register) => {
    const rows = sample(register);
    expect(rows.slice(0, -1).flatMap(codes)).toEqual([]);
    expect(rows.at(-1)?.verdict).toBe('refused');
  });
  it.each(REGISTERS)('%s: the file in resources/samples holds the same rows', async (register) => {
    const file = await readSheet(readFileSync(`resources/samples/${register}.xlsx`));
    const cells = file.slice(2).map((row) => row.map((cell) => cellText(cell)));
    expect(cells).toEqual([
      [...titles(register)],
      ...SAMPLES[register].map((row) => row.map((cell) => cellText(cell))),
    ]);
  });
});

describe('a visit', () => {
  const one = (row: Partial<Record<string, string>>): CheckedRow<ImportedVisit> => {
    const all = { 日期: '2026-11-03', 姓名: '王建国', 来访时间: '9:00', ...row };
    return check('visits', Object.keys(all), [Object.values<string>(all)])[0] as CheckedRow<ImportedVisit>;
  };
  const docOf = (row: CheckedRow<ImportedVisit>): ReturnType<typeof visitOf> =>
    visitOf(row.record as ImportedVisit, { batch: 'b', file: ground.file }, context);

  it('is over, counts on its own day, and says where it came from', () => {
    const made = docOf(one({ 离开时间: '9:40', 编号: '007' }));
    expect(made).toMatchObject({
      ok: true,
      doc: {
        status: 'left',
        day: '2026-11-03',
        by: 's-lead',
        body: {
          timeIn: '2026-11-03T01:00:00.000Z',
          timeOut: '2026-11-03T01:40:00.000Z',
          imported: { batch: 'b', file: ground.file, row: 2, no: '007' },
        },
      },
    });
    if (made.ok) expect(faultsOf('visits', { ...made.doc, ver: { A: 1 } })).toBeNull();
    expect(docOf(one({}))).toMatchObject({ ok: true, doc: { status: 'leftUnrecorded' } });
  });
  it('keeps what the lists do not know as words', () => {
    const row = one({ 来访事由: '参观球场', 接待人: '老张', '被访部门/人': '销售部 李经理' });
    expect(row.record?.fields).toMatchObject({
      purpose: '其他',
      details: '参观球场',
      department: 'd-sales',
      host: '李经理',
      remark: '接待人：老张',
    });
    expect(row.notes.map(({ code }) => code)).toEqual(['otherPurpose', 'otherStaff']);
    expect(one({ 接待人: '林晓彤' }).record?.fields.receivedBy).toBe('s-lin');
  });
  it.each([
    [{ 姓名: '' }, 'name', 'required'],
    [{ 日期: '昨天' }, 'day', 'paperDay'],
    [{ 日期: '2023-11-03' }, 'day', 'paperTooOld'],
    [{ 日期: '2026-12-24' }, 'day', 'inFuture'],
    [{ 来访时间: '25:00' }, 'timeIn', 'paperTime'],
    [{ 电话: '12345' }, 'phone', 'badPhone'],
    [{ 人数: '很多' }, 'people', 'badNumber'],
  ])('%o is refused beside its cell', (cells, field, code) => {
    expect(one(cells).problems).toContainEqual(expect.objectContaining({ field, code }));
  });
  it('takes the day from the row above, and 同上 from the cell above', () => {
    const rows = check(
      'visits',
      ['日期', '姓名', '单位'],
      [
        ['2026-11-03', '甲', '海蓝'],
        ['', '乙', '同上'],
      ],
    );
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-03', '2026-11-03']);
    expect((rows[1]?.record as ImportedVisit).fields.company).toBe('海蓝');
  });
  it('never comes in twice: in one file, from the same file again, between preview and writing', () => {
    const rows = check(
      'visits',
      ['日期', '姓名', '来访时间'],
      [
        ['2026-11-03', '甲', '9:00'],
        ['2026-11-03', '甲', '9:00'],
      ],
    ) as readonly CheckedRow<ImportedVisit>[];
    const marked = markKnown(rows, new Map());
    expect(marked.map(({ verdict }) => verdict)).toEqual(['ok', 'known']);
    const stored = new Map([[rows[0]?.prints[0] ?? '', 'LF-A-20261103-0001']]);
    expect(markKnown(rows, stored).map(({ verdict }) => verdict)).toEqual(['known', 'known']);
    const made = docOf(rows[0] as CheckedRow<ImportedVisit>);
    if (!made.ok) throw new Error('refused');
    const input = { batch: 'b', file: 'f', rows: [rows[0]?.record as ImportedVisit] };
    expect(importVisits.decide(input, { days: [{ ...made.doc, ver: { A: 1 } }] }, context)).toEqual({
      ok: true,
      writes: [],
    });
  });
});

describe('a found item', () => {
  it('is where the paper says it is', () => {
    const docs = sample('lostItems')
      .slice(0, -1)
      .map(({ record }) => itemOf(record as ImportedItem, { batch: 'b', file: 'f' }, context));
    expect(docs.map((made) => made.ok && made.doc.status)).toEqual(['held', 'claimed', 'held', 'handedOver']);
    for (const made of docs)
      if (made.ok) expect(faultsOf('lostItems', { ...made.doc, ver: { A: 1 } })).toBeNull();
  });
  it('counts on the day it was found, and old ones are due for handing over', () => {
    const [first] = sample('lostItems');
    const made = itemOf(first?.record as ImportedItem, { batch: 'b', file: 'f' }, context);
    expect(made).toMatchObject({ ok: true, doc: { day: '2026-11-03' } });
    if (made.ok) expect(made.doc.dueAt < context.now).toBe(true);
  });
  it('claimed without a document is refused; nobody but leads and administrators import', () => {
    const [row] = check(
      'lostItems',
      ['拾获日期', '地点', '物品名称', '认领人'],
      [['2026-11-03', '大堂', '雨伞', '何先生']],
    );
    expect(row?.problems).toEqual([{ field: 'last4', code: 'paperLast4' }]);
    expect(importItems.roles).toEqual(['lead', 'admin']);
  });
});

it('columns are known by the names on the forms and by others, whatever their order', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...REGISTERS)
        .chain((register) =>
          fc.tuple(
            fc.constant(register),
            fc.shuffledSubarray([...COLUMNS[register]], { minLength: COLUMNS[register].length }),
            fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
          ),
        ),
      ([register, columns, picks]) => {
        const headings = columns.map(({ title, also }, at) => {
          const names = [title, ...also];
          return ` ${names[(picks[at] ?? 0) % names.length] ?? title}：`;
        });
        const mapping = matchColumns(register, headings);
        expect(missingFrom(register, mapping)).toEqual([]);
        const known = mapping.filter((key) => key !== null);
        expect(new Set(known).size).toBe(known.length);
      },
    ),
  );
});

it('whatever stands in the cells, every row gets a verdict, and a refused one has its reason', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REGISTERS),
      fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 20, maxLength: 20 }), {
        minLength: 1,
        maxLength: 5,
      }),
      (register, rows) => {
        for (const row of check(register, titles(register), rows)) {
          expect(row.verdict === 'refused').toBe(row.problems.length > 0);
          expect(row.record === null).toBe(row.problems.length > 0);
        }
      },
    ),
  );
});

it('5,000 rows are checked in a moment', () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => [
    '2026-11-03',
    `客人${at}`,
    `${8 + (at % 10)}:${at % 60}`,
    '138 1234 5678',
  ]);
  const began = performance.now();
  const checked = check('visits', ['日期', '姓名', '来访时间', '电话'], rows);
  expect(checked.filter(({ verdict }) => verdict === 'ok')).toHaveLength(5_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});
