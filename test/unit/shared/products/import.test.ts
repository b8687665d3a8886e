/** A sheet of products from bytes to written records: what is refused, said, and kept (issue's list of bad input). */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '@shared/products/schema';
import { checkImport, type CheckedRow, type ImportGround } from '@shared/products/import/check-import';
import { IMPORT_COLUMNS } from '@shared/products/import/columns';
import { csvText, unguarded } from '@shared/core/csv-text';
import { cellText } from '@shared/import/cells';
import { parseCsv } from '@shared/import/csv';
import { decodeText } from '@shared/import/decode';
import { typedDay } from '@shared/products/import/imported';
import { MAX_IMPORT_ROWS, readTable } from '@shared/products/import/read-table';
import { importProducts } from '@shared/products/import-products';
import { EMPTY_PRODUCT } from '@shared/products/fields';
import { priceOn } from '@shared/products/price';
import { saveProduct } from '@shared/products/save-product';
import { Desk, LEAD } from '../../../helpers/desk';

const NOON = '2026-11-21T04:00:00.000Z';
const DAY = '2026-11-21';
const lead = { actor: LEAD };
const HEAD = '编码,条码,品名,规格,单位,类别,售价,会员价,商品说明';
const GOOD = 'SP9001,6909000000017,高尔夫球 四层,12 粒装,盒,高尔夫球,498,458,四层球';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** GB18030 as another program writes it. */
const gb = (text: string): Uint8Array =>
  new Uint8Array(execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text }));

/** A desk with one product on record. */
function shop(): Desk {
  const desk = new Desk(NOON);
  const fields = {
    ...EMPTY_PRODUCT,
    sku: 'SP0001',
    barcode: '6901234500017',
    name: '矿泉水',
    spec: '550 ml',
    unit: '瓶',
    category: '饮料',
    price: '5',
    memberPrice: '4.5',
    shelf: 'B-01',
    facts: '饮用水',
    packUnit: '箱',
    packSize: '24',
    packBarcode: '6905432100019',
  };
  expect(desk.run(saveProduct, { id: 'p1', fields }, lead)).toEqual([]);
  return desk;
}

function groundOf(desk: Desk): ImportGround {
  let made = 0;
  return {
    products: [...desk.records.values()].filter((record): record is Product => record.kind === 'product'),
    suppliers: new Map([['远航公司', 's1']]),
    categories: ['高尔夫球', '饮料'],
    day: DAY,
    newId: () => `new-${(made += 1)}`,
  };
}

function preview(text: string, desk = shop()): readonly CheckedRow[] {
  const read = readTable(parseCsv(text).rows);
  if (!read.ok) throw new Error(read.fault.code);
  return checkImport(read.rows, groundOf(desk));
}
const problemsOf = (row: CheckedRow | undefined): readonly string[] =>
  row?.problems.map(({ field, code }) => `${field} ${code}`) ?? [];
const notesOf = (row: CheckedRow | undefined): readonly string[] => row?.notes.map(({ say }) => say) ?? [];

describe('the bytes of a file', () => {
  const text = `${HEAD}\n${GOOD}\n`;
  it.each([
    ['UTF-8', utf8(text), 'UTF-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`), 'UTF-8'],
    ['GB18030', gb(text), 'GB18030'],
    [
      'UTF-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer),
      ]),
      'UTF-16',
    ],
  ])('are read as %s', (_what, bytes, encoding) => expect(decodeText(bytes)).toEqual({ text, encoding }));

  it('may be in two encodings, line by line, also where GB bytes are UTF-8 by chance', () => {
    const parts = [utf8(`${HEAD}\n`), gb('联通,1,球\n'), utf8('手套,2,副\n'), gb('联通\n')];
    const bytes = new Uint8Array(parts.flatMap((part) => [...part]));
    expect(decodeText(bytes)).toEqual({
      text: `${HEAD}\n联通,1,球\n手套,2,副\n联通\n`,
      encoding: 'UTF-8 + GB18030',
    });
  });

  it('that are in no encoding make a problem of their row', () => {
    const bytes = new Uint8Array([...utf8(`${HEAD}\nSP1,,`), 0xff, 0xff, ...utf8(',,只,其他,1,,x\n')]);
    const rows = preview(decodeText(bytes).text);
    expect(problemsOf(rows[0])).toContain('name importUnreadable');
  });
});

describe('a table in text', () => {
  it('comes back as it was written, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '球', ',', '"', '\n', ';', '\t', '=', ' x') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
        const written = [
          'h1,h2,h3,h4,h5,h6,h7,h8',
          ...table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')),
        ];
        const { rows, openQuote } = parseCsv(written.join('\r\n'));
        expect(openQuote).toBeNull();
        expect(rows.slice(1).map(({ cells }) => cells)).toEqual(
          table.filter((row) => row.some((one) => one.trim() !== '')),
        );
      }),
    );
  });

  it('knows the line of each row and of a quote that stays open; tabs and semicolons part cells too', () => {
    expect(parseCsv('a,b\n\n"x\ny",2\n3,"4').rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(parseCsv('a,b\n3,"4').openQuote).toBe(2);
    expect(parseCsv('a\tb\n1\t2').rows[1]?.cells).toEqual(['1', '2']);
    expect(parseCsv('a;b\n1,5;2').rows[1]?.cells).toEqual(['1,5', '2']);
  });

  it('takes cells of a workbook as their person sees them', () => {
    expect([0.1 + 0.2, 6901234500017, new Date('2026-12-01T00:00:00Z'), true, null].map(cellText)).toEqual([
      '0.3',
      '6901234500017',
      '2026-12-01',
      'true',
      '',
    ]);
  });
});

describe('a table written as text', () => {
  it('holds no formula, and comes back as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", 'a', '球', ',', '"', '\n', ' '),
    });
    const filled = text.filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(filled, filled), { minLength: 1 }), (table) => {
        const { rows } = parseCsv(csvText([['h1', 'h2', 'h3', 'h4', 'h5'], ...table]));
        const cells = rows.slice(1).map((row) => row.cells);
        expect(cells.flat().filter((one) => /^[=+\-@]/.test(one))).toEqual([]);
        expect(cells.map((row) => row.map(unguarded))).toEqual(table);
      }),
    );
  });

  it('keeps numbers as numbers', () => expect(csvText([[-3, 'x', 1.5]])).toBe('-3,x,1.5\r\n'));
});

describe('the columns', () => {
  const codeOf = (text: string): string => {
    const read = readTable(parseCsv(text).rows);
    return read.ok ? '' : `${read.fault.code} ${Object.values(read.fault.params ?? {}).join()}`.trim();
  };
  it.each([
    ['nothing at all', '', 'importEmpty'],
    ['headings alone', HEAD, 'importEmpty'],
    ['other columns', '姓名,电话\n张伟,138', 'importColumns 编码、品名、单位、类别、售价、商品说明'],
    ['a missing one', `${HEAD.replace(',售价', '')}\n${GOOD}`, 'importColumns 售价'],
    ['a doubled one', `${HEAD},单价\n${GOOD}`, 'importDoubledColumn 售价'],
    ['50,000 rows', `${HEAD}\n${`${GOOD}\n`.repeat(50_000)}`, `importTooLong 50000,${MAX_IMPORT_ROWS}`],
  ])('refuse %s', (_what, text, code) => expect(codeOf(text)).toBe(code));

  it('are found under other names, below lines of an export, and unknown ones are named', () => {
    const text = `商品资料　2026-11-21\n制表：周立\n货号,名称,单位*,分类,零售价（元）,说明,颜色,状态\nS1,球,个,高尔夫球,3,x,红,在售`;
    const read = readTable(parseCsv(text).rows);
    expect(read).toMatchObject({ ok: true, unknown: ['颜色'] });
    expect(read.ok && read.rows).toEqual([
      { line: 4, typed: { sku: 'S1', name: '球', unit: '个', category: '高尔夫球', price: '3', facts: 'x' } },
    ]);
  });
});

describe('a row', () => {
  const rowOf = (change: Readonly<Record<string, string>>): CheckedRow | undefined => {
    const cells = {
      编码: 'SP9001',
      品名: '球',
      单位: '盒',
      类别: '高尔夫球',
      售价: '10',
      商品说明: 'x',
      ...change,
    };
    const line = (list: readonly string[]): string =>
      list.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
    return preview(`${line(Object.keys(cells))}\n${line(Object.values(cells))}`)[0];
  };

  it.each([
    ['a price of 0', { 售价: '0' }, 'price badMoney'],
    ['a price of 10^9', { 售价: '1000000000' }, 'price badMoney'],
    ['a price above one million', { 售价: '1000001' }, 'price priceTooHigh'],
    ['a negative price', { 售价: '-3' }, 'price badMoney'],
    ['no price', { 售价: '' }, 'price required'],
    ['a member price above the price', { 会员价: '11' }, 'memberPrice memberPriceHigher'],
    ['half a piece', { 订货点: '1.5' }, 'reorderPoint badNumber'],
    ['a negative quantity', { 展架最少: '-1' }, 'displayMinimum badNumber'],
    ['no number', { 编码: '' }, 'sku required'],
    ['an unknown supplier', { 供应商: '没有这家' }, 'supplier importSupplier'],
    ['a barcode of the stock', { 条码: '6901234500017' }, 'barcode codeTaken'],
    ['a barcode of a pack in the stock', { 条码: '6905432100019' }, 'barcode codeTaken'],
    ['a number Excel has rounded', { 条码: '6.90123E+12' }, 'barcode importRounded'],
    ['a day that is none', { 价格开始日期: '2026-13-01' }, 'from badDay'],
    ['a day before today', { 价格开始日期: '2026-11-20' }, 'from priceInPast'],
    ['the template’s example', { 编码: '示例' }, 'sku importExample'],
  ])('with %s is refused', (_what, change, problem) => {
    const row = rowOf(change);
    expect(problemsOf(row)).toContain(problem);
    expect(row?.outcome).toBe('problem');
  });

  it.each(['=1+1', '+86', '@SUM(A1)', '=HYPERLINK("http://x")'])('keeps %s as text and says so', (text) => {
    const row = rowOf({ 商品说明: text });
    expect(row?.outcome).toBe('new');
    expect(notesOf(row)).toEqual(['formula']);
    expect(row?.row.fields.facts).toBe(text);
  });

  it('says when its category is new', () =>
    expect(notesOf(rowOf({ 类别: '雪茄' }))).toEqual(['newCategory']));

  it('is refused when its codes stand in the file before', () => {
    const rows = preview(
      `${HEAD}\n${GOOD}\n${GOOD.replace('SP9001', 'SP9002')}\n${GOOD.replace('6909000000017', '')}`,
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'problem', 'problem']);
    expect(rows[1]?.problems[0]).toMatchObject({ field: 'barcode', params: { line: 2 } });
    expect(rows[2]?.problems[0]).toMatchObject({ field: 'sku', params: { line: 2 } });
  });
});

describe('a product that is there already', () => {
  it('keeps its barcode against a new row that stands before it', () => {
    const rows = preview(
      `${HEAD}\n${GOOD.replace('6909000000017', '6901234500017')}\nSP0001,6901234500017,矿泉水,550 ml,瓶,饮料,6,,饮用水`,
    );
    expect(rows.map(problemsOf)).toEqual([['barcode importDoubled'], []]);
    expect(rows[0]?.problems[0]?.params).toEqual({ line: 3 });
  });

  it('keeps what the sheet has no column for, and is unchanged when nothing differs', () => {
    const [row] = preview('编码,品名,单位,类别,售价,商品说明\nSP0001,矿泉水,瓶,饮料,5.00,饮用水');
    expect(row).toMatchObject({ outcome: 'same', problems: [], notes: [] });
    expect(row?.row.fields).toMatchObject({ shelf: 'B-01', packSize: '24', memberPrice: '4.50' });
  });

  it('shows its change of price and particulars; an empty cell empties the field', () => {
    const [row] = preview(
      '编码,品名,单位,类别,售价,商品说明,货架,价格开始日期\nSP0001,矿泉水,瓶,饮料,6,饮用水,,2026/12/1',
    );
    expect(row?.outcome).toBe('changed');
    expect(row?.notes).toEqual([
      { say: 'changes', params: { columns: '货架' } },
      { say: 'price', params: { was: '¥5.00 / ¥4.50', is: '¥6.00 / ¥4.50', day: '2026-12-01' } },
    ]);
  });
});

describe('product.import', () => {
  const rowsOf = (text: string, desk: Desk) => preview(text, desk).map(({ row }) => row);

  it('writes new products that wait for the clerks, and dated prices of known ones', () => {
    const desk = shop();
    const rows = rowsOf(`${HEAD}\n${GOOD}\nSP0001,6901234500017,矿泉水,550 ml,瓶,饮料,6,,饮用水`, desk);
    expect(desk.run(importProducts, { rows }, lead)).toEqual([]);
    const [made, known] = [desk.get<Product>('new-1'), desk.get<Product>('p1')];
    expect(made).toMatchObject({ status: 'new', key: '6909000000017', body: { facts: { version: 1 } } });
    expect(priceOn(made.body, DAY)).toEqual({ from: DAY, price: 49_800, memberPrice: 45_800 });
    expect(priceOn(known.body, DAY)).toEqual({ from: DAY, price: 600, memberPrice: null });
    expect(known.body.log?.at(-1)).toMatchObject({ act: 'product.import', by: LEAD.id });
    // The same file again finds nothing to do.
    expect(preview(`${HEAD}\n${GOOD}`, desk)[0]?.outcome).toBe('same');
  });

  it('is one act however often it is sent', () => {
    const desk = shop();
    const rows = rowsOf(`${HEAD}\n${GOOD}`, desk);
    desk.run(importProducts, { rows }, { ...lead, actId: 'once' });
    const first = desk.get<Product>('new-1');
    expect(desk.run(importProducts, { rows }, { ...lead, actId: 'once' })).toEqual([]);
    expect(desk.get<Product>('new-1')).toBe(first);
  });

  it('writes nothing at all when one row no longer holds', () => {
    const desk = shop();
    const rows = rowsOf(`${HEAD}\n${GOOD}\nSP9002,777,球,,盒,高尔夫球,3,,x`, desk);
    const taken = {
      ...EMPTY_PRODUCT,
      sku: '777',
      name: '先来',
      unit: '个',
      category: '饮料',
      price: '1',
      facts: 'x',
    };
    desk.run(saveProduct, { id: 'p2', fields: taken }, lead);
    expect(desk.run(importProducts, { rows }, lead)).toEqual([
      { field: '3', code: 'codeTaken', params: { name: '先来' } },
    ]);
    expect(desk.records.has('new-1')).toBe(false);
  });

  it('is never given a row the preview would refuse', () => {
    const desk = shop();
    const rows = rowsOf(`${HEAD}\n${GOOD.replace('498', '0')}`, desk);
    expect(desk.codes(importProducts, { rows }, lead)).toContain('2 badMoney');
    expect(desk.records.has('new-1')).toBe(false);
  });
});

it('reads the days people type', () => {
  expect(['2026-12-01', '2026/12/1', '2026.12.1', '20261201', '2026年12月1日'].map(typedDay)).toEqual(
    Array.from({ length: 5 }, () => '2026-12-01'),
  );
  expect(typedDay('下周')).toBe('下周');
});

it('has a title of its own for every column', () => {
  expect(new Set(IMPORT_COLUMNS.map(({ title }) => title)).size).toBe(IMPORT_COLUMNS.length);
});
