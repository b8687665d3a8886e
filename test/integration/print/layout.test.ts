/** Forms as they stand on paper, read back with poppler and a barcode scanner (FORMS, first paragraph). */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormDoc } from '../../../shared/forms/model';
import * as forms from '../../fixtures/forms';
import { pageSize, pagesOfText, pictures, plainText, renderForm, scanned } from '../../helpers/pdf';

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/** A form of one column of text. */
const column = (texts: readonly string[], width = 40, noWrap = false): FormDoc => ({
  paper: { size: 'A4', orientation: 'portrait' },
  club: '',
  title: '',
  subtitle: '',
  printedBy: '',
  blocks: [
    {
      type: 'table',
      columns: [
        { title: '', width, noWrap },
        { title: '', width: 180 - width },
      ],
      rows: texts.map((text) => [text, '']),
    },
  ],
});

describe('a register', () => {
  it('holds every record’s text, repeats its header, numbers its pages and says who printed', async () => {
    const doc = forms.register(60);
    const { file, pages } = await renderForm(doc);
    const texts = pagesOfText(file);
    expect(texts).toHaveLength(pages);
    expect(pages).toBeGreaterThan(2);
    texts.forEach((text, index) => {
      expect(text).toContain('被访部门/人');
      expect(squeezed(text)).toContain(`第${index + 1}页共${pages}页`);
      expect(text).toContain('制表：林晓彤（A 台） 2026-11-21 16:02');
      expect(squeezed(text)).toContain('客户来访登记表');
    });
    const all = plainText(file);
    for (const row of forms.visitRows(60)) expect(all).toContain(row[2]);
    expect(all.match(/王𬭚/gu)).toHaveLength(8);
    expect(all.match(/欧阳𫖮/gu)).toHaveLength(8);
  });

  it('never leaves signatures alone on a page, whatever the number of rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 70 }), fc.boolean(), async (rows, filled) => {
        const { file } = await renderForm(
          forms.register(rows, filled ? { fillTo: 20, totals: [['合计']] } : {}),
        );
        const signed = pagesOfText(file).filter((text) => text.includes('审核'));
        expect(signed).toHaveLength(1);
        expect(signed[0]).toMatch(rows === 0 ? /本期无记录/u : /LF-A-\d{8}-\d{4}/u);
      }),
      { numRuns: 6 },
    );
  });

  it('says 本期无记录 when there is none', async () => {
    const { file, pages } = await renderForm(forms.register(0));
    expect(pages).toBe(1);
    expect(pagesOfText(file)[0]).toContain('本期无记录');
  });

  it('strikes out the rows a paper form would leave blank, only when there are any', async () => {
    expect(plainText((await renderForm(forms.register(3, { fillTo: 8 }))).file)).toContain('以下空白');
    expect(plainText((await renderForm(forms.register(8, { fillTo: 8 }))).file)).not.toContain('以下空白');
  });

  it('keeps both lines of a two-line record on one page', async () => {
    const { file, pages } = await renderForm(forms.twoLineRegister(60));
    expect(pages).toBeGreaterThan(3);
    for (const text of pagesOfText(file)) {
      expect(text.match(/YL-A-20261121-\d{4}/gu)?.length).toBe(text.match(/封袋 000123/gu)?.length);
      expect(text).toContain('存放处/封袋号');
    }
  });

  it('parts a row that no page can hold, and loses nothing of it', async () => {
    const long = Array.from({ length: 10_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + (index % 3_000)),
    ).join('');
    const { file, pages } = await renderForm({ ...column([long], 60), title: '' });
    expect(pages).toBeGreaterThan(1);
    expect(plainText(file).replace(/第\d+页共\d+页/gu, '')).toBe(long);
    const fields = await renderForm(
      forms.fieldsForm([{ type: 'fields', perLine: 1, fields: [{ label: '经过', value: long }] }]),
    );
    expect(
      plainText(fields.file).replace(
        /第\d+页共\d+页|制表：林晓彤（A台）2026-11-2116:02|银湾高尔夫俱乐部客户投诉处理单|编号TS-A-20261121-0002受理2026-11-2114:05|经过/gu,
        '',
      ),
    ).toContain(long.slice(0, 9_000));
  });

  it('shrinks, then cuts with … what must stay on one line', async () => {
    const { file } = await renderForm(
      column(['YL-A-20261121-0003', '编号很长很长很长很长很长很长很长很长很长很长很长很长'], 29, true),
    );
    const [text = ''] = pagesOfText(file);
    expect(text).toContain('YL-A-20261121-0003');
    expect(text).toMatch(/编号很长.*…/u);
  });
});

describe('characters', () => {
  it('prints rare names right and selectable', async () => {
    const names = ['𬭚', '𫖮', '䶮', '㛃', '𬍛', '𬬻', '龘', 'Ångström', '①㎡'];
    const { file, missing } = await renderForm(column(names));
    expect(missing).toEqual([]);
    for (const name of names) expect(plainText(file)).toContain(name);
  });

  it('prints the code of what no font has and names it', async () => {
    const { file, missing } = await renderForm(column(['张😀三', '𠮷田', '👨‍👩‍👧 一家', 'e\u0301a']));
    expect(missing).toEqual(['😀', '𠮷', '👨👩👧']);
    const text = plainText(file);
    expect(text).toContain('张[U+1F600]三');
    expect(text).toContain('[U+20BB7]田');
    expect(text).toContain('[U+1F468U+1F469U+1F467]一家');
    expect(text).toContain('éa');
  });

  it('copies two characters that look alike as what they are', async () => {
    expect(plainText((await renderForm(column(['⼀⼈一人']))).file)).toContain('⼀⼈一人');
  });

  it('breaks lines without losing, adding or parting characters', async () => {
    const character = fc.oneof(
      fc.constantFrom(...'，。、（）《》“”abc XYZ012-/.:…—·'),
      fc.constantFrom('王', '欧', '阳', '𬭚', '𫖮', '䶮', '㛃'),
      fc.constantFrom('😀'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: character, minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 8, max: 60 }),
        async (texts, width) => {
          const { file } = await renderForm(column(texts, width));
          const wanted = squeezed(texts.join('')).replaceAll('😀', '[U+1F600]');
          expect(plainText(file).replace(/第\d+页共\d+页/gu, '')).toBe(wanted);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never begins a line with a closing sign', async () => {
    const { file } = await renderForm(
      column(['到场后等候，球童，安排，与预订，不符。（客户）要求，说明，原因。'], 20),
    );
    for (const line of (pagesOfText(file)[0] ?? '').split('\n'))
      expect(line.trim()).not.toMatch(/^[，。）]/u);
  });

  it('embeds only the characters used, as text and not as pictures', async () => {
    const { file } = await renderForm(forms.fieldsForm());
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBe(2);
    for (const line of fonts) expect(line).toMatch(/\+NotoSansSC.*yes yes yes/);
    expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(
      2,
    );
  });
});

describe('a full disk', () => {
  it('is told as such', async () => {
    await expect(renderForm(forms.register(5), '/dev/full')).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});

describe('paper', () => {
  it.each([
    ['A4 landscape', forms.register(1), { width: 297, height: 210 }],
    ['A4 portrait', forms.chart, { width: 210, height: 297 }],
    ['half A4, two copies', forms.halfPage, { width: 210, height: 297 }],
    ['label', forms.label, { width: 60, height: 40 }],
    ['sheet of labels', forms.labelSheet(3), { width: 210, height: 297 }],
  ] as const)('%s has its exact size', async (_name, doc, size) => {
    expect(pageSize((await renderForm(doc)).file)).toEqual(size);
  });

  it('cuts a receipt of 80 mm below its last line', async () => {
    const short = pageSize((await renderForm(forms.receipt)).file);
    expect(short.width).toBe(80);
    expect(short.height).toBeLessThan(120);
  });

  it('prints both copies of half a page with the same content and their names', async () => {
    const { file, pages } = await renderForm(forms.halfPage);
    const [text = ''] = pagesOfText(file);
    expect(pages).toBe(1);
    for (const word of ['遗留物品认领单', '000123', '第1页共1页', '认领人签字'])
      expect(squeezed(text).split(word)).toHaveLength(3);
    expect(text).toContain('存根联');
    expect(text).toContain('客户联');
  });

  it('gives every label of a list its own page of that size', async () => {
    const { pages } = await renderForm({ ...forms.label, blocks: forms.labelSheet(5).blocks });
    expect(pages).toBe(5);
  });
});

describe('codes', () => {
  it.each([
    ['label', forms.label, ['YL-A-20261121-0003']],
    ['receipt', forms.receipt, ['XS-A-20261121-0017']],
    ['QR code', forms.chart, ['GD-A-20261121-0003']],
    [
      'sheet',
      forms.labelSheet(21),
      Array.from({ length: 21 }, (_, index) => `YL-A-20261121-${String(index + 1).padStart(4, '0')}`),
    ],
  ] as const)('a scanner reads the %s at 200 dpi', async (_name, doc, codes) => {
    const [picture = ''] = pictures((await renderForm(doc)).file, 200);
    expect(path.extname(picture)).toBe('.png');
    expect([...scanned(picture)].sort()).toEqual([...codes]);
  });

  it('prints the words of a code that its symbology cannot carry', async () => {
    const { file } = await renderForm({
      ...forms.label,
      blocks: [{ type: 'barcode', symbology: 'code128', text: '条码', widthMm: 40, heightMm: 12 }],
    });
    expect(plainText(file)).toBe('条码');
  });
});
