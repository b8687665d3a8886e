/** 工作单 and its register on paper, as data (FORMS). */
import { describe, expect, it } from 'vitest';
import type { FieldsBlock, TableBlock } from '@shared/forms/model';
import { buildForm } from '@shared/forms/registry';
import { confirmOrder } from '@shared/work-orders/confirm';
import { acceptPart, finishPart } from '@shared/work-orders/part-steps';
import { orderRow } from '@shared/work-orders/rows';
import { deskWith, fields, orderOf, part, step } from './order-desk';

const names = { 'staff:1001': '林晓彤', 'd:coach': '教练部', 'd:greens': '球场部' };
const options = {
  staffName: (id: string) => names[id as keyof typeof names] ?? id,
  departmentName: (id: string) => names[id as keyof typeof names] ?? id,
  showPhones: false,
  now: '2026-11-23T01:00:00.000Z',
};

describe('the printed order', () => {
  it('has its number as a QR code, a line per department, and room to write while nothing was said', () => {
    const form = buildForm('work-order', {
      club: '海湾',
      order: orderOf(deskWith()),
      phone: '139****5678',
      names,
    });
    expect(form).toMatchObject({
      title: '工作单',
      paper: { orientation: 'portrait' },
      reference: 'GD-A-20261121-0001',
    });
    expect(form.blocks[0]).toMatchObject({
      type: 'barcode',
      symbology: 'qrcode',
      text: 'GD-A-20261121-0001',
    });
    const [parts, handling] = form.blocks.filter((block): block is TableBlock => block.type === 'table');
    expect(parts?.rows.map((row) => row[1])).toEqual(['教练部', '球场部']);
    expect(handling?.rows).toHaveLength(4);
    const said = form.blocks.filter((block): block is FieldsBlock => block.type === 'fields').at(-1);
    expect(said?.fields[0]?.value).toContain('□ 满意');
    expect(form.blocks.at(-1)).toMatchObject({
      type: 'signatures',
      lines: [{ label: '派单' }, { label: '承办' }, { label: '确认' }],
    });
  });

  it('says what was told by telephone, and what the customer answered', () => {
    const desk = deskWith(fields({ parts: [part('d:coach')] }));
    step(desk, acceptPart, 'd:coach', { assignee: '', visit: '' }, {}, '高教练');
    step(desk, finishPart, 'd:coach', { text: '已换灯' }, {}, '高教练');
    desk.codes(confirmOrder, {
      id: 'o1',
      way: 'phone',
      result: 'satisfied',
      note: '',
      close: true,
      reopen: [],
      due: '',
    });
    const text = JSON.stringify(
      buildForm('work-order', { club: '', order: orderOf(desk), phone: '', names }),
    );
    for (const piece of ['已换灯', '林晓彤（电话告知：高教练）', '满意（电话）', '已办结'])
      expect(text).toContain(piece);
  });
});

describe('the register', () => {
  it('masks phones, counts what is late, and fills one page’s width', () => {
    const row = orderRow(orderOf(deskWith()), options);
    expect(row).toMatchObject({
      phone: '139****5678',
      departments: '教练部、球场部',
      late: true,
      state: '待接单',
    });
    const form = buildForm('work-order-register', {
      club: '',
      from: '2026-11-01',
      to: '2026-11-30',
      rows: [row],
    });
    const table = form.blocks.find((block): block is TableBlock => block.type === 'table');
    expect(table?.columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(283);
    expect(table?.rows[0]).toHaveLength(table?.columns.length ?? 0);
    expect(JSON.stringify(form.blocks)).toContain('合计 1 张　待接单 1');
  });
});
