import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '@shared/core/settings';
import { decideMatch } from '@shared/lost-property/decide-match';
import { matchOf, proposals } from '@shared/lost-property/match';
import { guessCategory } from '@shared/lost-property/synonyms';
import type { LossReport } from '@shared/lost-property/schema';
import { deskWith, itemOf, report } from './lost-desk';
import { LEAD, pinOf, type Desk } from '../../../helpers/desk';

const WATCH = {
  name: '手表（男）',
  category: '手表首饰',
  valueKind: 'valuable' as const,
  bagNo: '0247',
  place: '更衣室 12 号柜',
  features: [{ kind: 'mark' as const, text: '背面刻 LX 2019', hidden: true }],
};
const watch = (): Desk => deskWith(WATCH, { witnesses: [pinOf(LEAD)] });
const propose = (desk: Desk): ReturnType<typeof proposals> =>
  proposals([itemOf(desk)], [desk.get<LossReport>('r1')], DEFAULT_SETTINGS);

describe('matches', () => {
  it('are proposed by thing, place, category and date, each with its reason', () => {
    const desk = watch();
    report(desk, { name: '男士银表', category: '手表首饰', place: '更衣室' });
    const [match] = propose(desk);
    expect(match?.reasons).toEqual(
      expect.arrayContaining(['同类：手表首饰', '地点相近：更衣室 12 号柜', '日期相符']),
    );
    expect(match?.reasons.some((reason) => reason.startsWith('物品相符'))).toBe(true);
  });

  it('hear a word written with other characters, and take synonyms for one', () => {
    const desk = deskWith({ name: '球包', category: '球杆球具' });
    report(desk, { name: '秋包', category: '球杆球具', place: '停车场' });
    expect(propose(desk)[0]?.reasons[0]).toMatch(/^物品相符/);
    const other = deskWith({ name: '保温杯', category: '水杯' });
    report(other, { name: '水壶', category: '水杯', place: '' });
    expect(propose(other)).toHaveLength(1);
    const own = deskWith({ name: '工作牌', category: '其他' });
    report(own, { name: '胸卡', category: '其他' });
    const settings = { ...DEFAULT_SETTINGS, lostSynonyms: [['工作牌', '胸卡']] };
    const score = (using: Settings): number =>
      matchOf(itemOf(own), own.get<LossReport>('r1'), using)?.score ?? 0;
    expect(score(settings)).toBeGreaterThan(score(DEFAULT_SETTINGS));
  });

  it('are not proposed for another thing, or what was found long before the loss', () => {
    const desk = deskWith({ name: '雨伞' });
    report(desk, { name: '太阳镜', category: '眼镜', place: '餐厅' });
    expect(propose(desk)).toEqual([]);
    const ring = deskWith({ name: '金戒指', category: '手表首饰' });
    report(ring, { name: '手表', category: '手表首饰' });
    expect(propose(ring)).toEqual([]);
    const early = deskWith({ foundAt: '2026-11-10T02:00:00.000Z' });
    report(early);
    expect(propose(early)).toEqual([]);
  });

  it('stay away once refused, and come no more once accepted', () => {
    for (const decision of ['refused', 'accepted'] as const) {
      const desk = deskWith();
      report(desk);
      expect(propose(desk)).toHaveLength(1);
      expect(desk.codes(decideMatch, { report: 'r1', item: 'i1', decision })).toEqual([]);
      expect(propose(desk)).toEqual([]);
    }
  });

  it('can be taken back: the report is open again', () => {
    const desk = deskWith();
    report(desk);
    desk.run(decideMatch, { report: 'r1', item: 'i1', decision: 'accepted' });
    desk.run(decideMatch, { report: 'r1', item: 'i1', decision: 'refused' });
    expect(desk.get<LossReport>('r1')).toMatchObject({
      status: 'open',
      body: { decisions: [{ decision: 'refused' }] },
    });
  });
});

describe('the category of a name', () => {
  it('goes by the longest known word', () => {
    expect(guessCategory('黑色太阳镜')).toBe('眼镜');
    expect(guessCategory('7 号铁杆')).toBe('球杆球具');
    expect(guessCategory('iphone 15')).toBe('手机数码');
    expect(guessCategory('不知道是什么')).toBe('');
  });
});
