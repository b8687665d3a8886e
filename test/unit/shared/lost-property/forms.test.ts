import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { buildForm } from '@shared/forms/registry';
import type { TableBlock } from '@shared/forms/model';
import { claimItem } from '@shared/lost-property/claim';
import { figuresByMonth, figuresOf } from '@shared/lost-property/figures';
import { disposalRows } from '@shared/lost-property/forms/disposal-record';
import { handOver } from '@shared/lost-property/handover';
import { giveToPolice } from '@shared/lost-property/hr';
import { foundRow, reportRow } from '@shared/lost-property/rows';
import { featuresText } from '@shared/lost-property/words';
import { HR, LEAD, pinOf } from '../../../helpers/desk';
import { SIGNED, claimOf, deskWith, itemOf, report } from './lost-desk';

const FEATURES = [
  { kind: 'colour' as const, text: '银色表带', hidden: false },
  { kind: 'mark' as const, text: '背面刻 LX 2019', hidden: true },
];
const OPTIONS = { nameOf: (id: string) => id, showPhones: false, settings: DEFAULT_SETTINGS };
const valuable = (): ReturnType<typeof deskWith> =>
  deskWith(
    {
      name: '手表',
      valueKind: 'valuable',
      bagNo: '0247',
      features: FEATURES,
      finderPhone: '13812346620',
      quantity: 2,
    },
    { witnesses: [pinOf(LEAD)] },
  );

describe('printed forms', () => {
  it('have columns that fill one page’s width, in both lines of the register', () => {
    const desk = valuable();
    desk.run(
      claimItem,
      { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED },
      { witnesses: [pinOf(LEAD)] },
    );
    const rows = [foundRow(itemOf(desk), OPTIONS)];
    expect(rows[0]).toMatchObject({
      phone: '138****6620',
      storage: '前台储物柜 / 封袋 0247',
      last4: '123X',
      claimedQuantity: '1',
      statusText: '部分保管中，余 1',
    });
    const form = buildForm('lost-register', {
      club: '会',
      from: '2026-11-01',
      to: '2026-11-21',
      states: [],
      rows,
    });
    const table = form.blocks.find((block): block is TableBlock => block.type === 'table');
    const width = (columns: TableBlock['columns'] = []): number =>
      columns.reduce((sum, column) => sum + column.width, 0);
    expect(width(table?.columns)).toBe(width(table?.second?.columns));
    // No column of text is so narrow that it would hold one character a line.
    expect(
      Math.min(...(table?.second?.columns ?? []).slice(1).map((column) => column.width)),
    ).toBeGreaterThan(15);
  });

  it('say on the claim slip what was checked, and what is left', () => {
    const desk = valuable();
    desk.run(
      claimItem,
      { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED },
      { actId: 'c1', witnesses: [pinOf(LEAD)] },
    );
    const text = JSON.stringify(
      buildForm('lost-claim-slip', { club: '会', body: itemOf(desk).body, event: 'c1', handler: '林晓彤' }),
    );
    for (const part of [
      '√ 银色表带',
      '√ 背面刻 LX 2019',
      '本次认领 1 件，剩余 1 件',
      '身份证 123X',
      '存根联',
      '领取人联',
      '工号确认 周立',
    ])
      expect(text).toContain(part);
  });

  it('never show a hidden feature on the notice or the label', () => {
    expect(featuresText(FEATURES, false)).toBe('银色表带');
    const rows = [
      {
        no: 'YL-A-20261121-0001',
        foundDay: '2026-11-21',
        place: '更衣室',
        item: `手表 ${featuresText(FEATURES, false)}`,
      },
    ];
    expect(
      JSON.stringify(buildForm('lost-notice', { club: '会', day: '2026-11-21', keepDays: 15, rows })),
    ).not.toContain('LX');
    const label = buildForm('lost-label', {
      labels: [{ no: 'YL-A-20261121-0001', name: '手表', foundDay: '2026-11-21', storage: '保险柜' }],
    });
    expect(JSON.stringify(label)).toContain('"symbology":"code128","text":"YL-A-20261121-0001"');
  });

  it('print the handover sheet, the disposal record and the loss register', () => {
    const desk = deskWith();
    report(desk);
    desk.run(
      handOver,
      { id: 'y1', items: ['i1'], receiverName: '', receiver: { mode: 'pin', staff: HR.id } },
      { witnesses: [pinOf(HR)] },
    );
    expect(JSON.stringify(buildForm('lost-handover', { club: '会', body: desk.get('y1').body }))).toContain(
      '工号确认 孙悦',
    );
    desk.run(giveToPolice, { id: 'i1', quantity: 1, receiptNo: '公安 77' }, { actor: HR });
    const rows = disposalRows([itemOf(desk)], '2026-11-01', '2026-11-30');
    expect(rows).toMatchObject([{ way: '送交公安', destination: '公安 77', handedDay: '2026-11-21' }]);
    expect(disposalRows([itemOf(desk)], '2026-12-01', '2026-12-31')).toEqual([]);
    expect(
      buildForm('lost-disposals', { club: '会', from: '2026-11-01', to: '2026-11-30', rows }).title,
    ).toBe('遗留物品处理记录');
    const loss = reportRow(desk.get('r1'), OPTIONS, () => 'YL');
    expect(
      buildForm('loss-register', { club: '会', from: '2026-11-21', to: '2026-11-21', rows: [loss] }).subtitle,
    ).toBe('2026-11-21');
  });
});

describe('figures', () => {
  it('count pieces, leave void items out and give no rate of nothing', () => {
    const desk = valuable();
    desk.run(
      claimItem,
      { id: 'i1', report: '', fields: claimOf(desk), signature: SIGNED },
      { witnesses: [pinOf(LEAD)] },
    );
    const now = '2026-11-24T02:00:00.000Z';
    expect(figuresOf([itemOf(desk)], now, DEFAULT_SETTINGS)).toEqual({
      items: 1,
      found: 2,
      returned: 1,
      handedOver: 0,
      held: 1,
      returnRate: 0.5,
      meanDays: 3,
    });
    expect(figuresOf([{ ...itemOf(desk), status: 'void' }], now, DEFAULT_SETTINGS)).toMatchObject({
      items: 0,
      returnRate: null,
      meanDays: null,
    });
    expect(figuresByMonth([itemOf(desk)], now, DEFAULT_SETTINGS).map(({ key }) => key)).toEqual(['2026-11']);
  });
});
