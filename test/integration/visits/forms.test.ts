/** The forms of the visitor log on paper (FORMS): 客户来访登记表 and 在场人员名单. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evacuationList, visitRegister } from '@shared/visits/forms';
import { totalsByPurpose } from '@shared/visits/totals';
import { evacuationInput, registerInput } from '../../fixtures/visits';
import { pageSize, pagesOfText, plainText, renderForm, type PrintedForm } from '../../helpers/pdf';

async function printed<T>(form: PrintedForm, check: (form: PrintedForm) => T): Promise<T> {
  try {
    return await Promise.resolve(check(form));
  } finally {
    rmSync(path.dirname(form.file), { recursive: true, force: true });
  }
}

describe('客户来访登记表', () => {
  it('is A4 landscape with the sixteen columns above all rows, and totals that add up', async () => {
    const input = registerInput(120);
    await printed(await renderForm(visitRegister(input)), ({ file, pages, missing }) => {
      expect(pageSize(file)).toEqual({ width: 297, height: 210 });
      expect(missing).toEqual([]);
      const texts = pagesOfText(file);
      expect(texts).toHaveLength(pages);
      const withRows = texts.filter((text) => text.includes('LF-A-'));
      expect(withRows.length).toBeGreaterThan(1);
      for (const text of withRows)
        for (const title of ['序号', '编号', '联系电话', '被访部门', '胸牌', '备注'])
          expect(text).toContain(title);
      const whole = plainText(file);
      for (const row of input.rows) expect(whole).toContain(row.no);
      expect(whole).toContain('2026-11-01至2026-11-30');
      expect(whole).toContain('A大堂前台、B会所前台');
      for (const name of ['王𬭚', '欧阳𫖮', '陈䶮', '赵㛃']) expect(whole).toContain(name);
      const last = texts.at(-1) ?? '';
      for (const label of ['制表', '审核', '合计']) expect(last).toContain(label);
      const total = totalsByPurpose(input.rows).reduce((sum, { visits }) => sum + visits, 0);
      expect(total).toBe(119);
      expect(last).toMatch(new RegExp(`次数.*\\b${total}\\b`));
    });
  });

  it('says 本期无记录 when nobody came', async () => {
    await printed(await renderForm(visitRegister(registerInput(0))), ({ file, pages }) => {
      expect(pages).toBe(1);
      expect(plainText(file)).toContain('本期无记录');
      expect(plainText(file)).toContain('审核');
    });
  });

  it('keeps every row of a month of 6,000 visits', async () => {
    const input = registerInput(6_000);
    await printed(await renderForm(visitRegister(input)), ({ file, pages }) => {
      const whole = plainText(file);
      expect(new Set(whole.match(/LF-A-\d{8}-\d{4}/g)).size).toBe(6_000);
      expect(whole).toContain(`第${pages}页共${pages}页`);
    });
  });
});

describe('在场人员名单', () => {
  it('is A4 portrait with everybody, boxes to tick, and the counts of each group', async () => {
    const input = evacuationInput(45, 11);
    await printed(await renderForm(evacuationList(input)), ({ file, missing }) => {
      expect(pageSize(file)).toEqual({ width: 210, height: 297 });
      expect(missing).toEqual([]);
      const whole = plainText(file);
      for (const visitor of input.visitors) expect(whole).toContain(visitor.name.replace(/\s/g, ''));
      const people = input.visitors.reduce((sum, visitor) => sum + visitor.people, 0);
      expect(whole).toContain(`合计：来访者${people}人，客人36人，球童12人，在岗员工11人`);
      expect(whole.match(/□在□撤离/g)).toHaveLength(45 + 2);
      expect(whole).toContain('截至2026-11-2114:05');
      expect(whole).toContain('点名人');
    });
  });

  it('says so where nobody is on site and the starter’s desk told nothing', async () => {
    await printed(await renderForm(evacuationList(evacuationInput(0, 0))), ({ file }) => {
      const whole = plainText(file);
      expect(whole).toContain('没有在场来访者');
      expect(whole).toContain('今天没有登记，请直接询问出发台');
      expect(whole).toContain('客人未登记，球童未登记');
    });
  });
});
