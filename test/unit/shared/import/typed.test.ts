/** Days, times and counts as people write them on paper. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '@shared/import/cells';
import { isDitto, readCount, readDay, readTime, readYes } from '@shared/import/typed';

const TODAY = '2026-11-27';
const day = (text: string): string | undefined => readDay(text, TODAY)?.day;

describe('a day', () => {
  it.each([
    '2026年11月3日',
    '2026-11-03',
    '2026/11/3',
    '2026.11.3',
    '２０２６年１１月３日',
    '26.11.3',
    '20261103',
    '2026 年 11 月 3 号',
    '二〇二六年十一月三日',
    '2026年11月3日（星期二）',
    '11.3',
    '11/3',
    '11月3日',
    '十一月三日',
    '46329',
  ])('is read from %s', (text) => {
    expect(day(text)).toBe('2026-11-03');
  });
  it.each(['', '13.1', '2026-02-30', '昨天', '11', '2026年', '99999', '3-11-2026-1'])(
    'is none in %s',
    (text) => {
      expect(day(text)).toBeUndefined();
    },
  );
  it('without its year is the latest that has come', () => {
    expect(readDay('12.31', TODAY)).toEqual({ day: '2025-12-31', assumedYear: true, time: '' });
    expect(day('11.27')).toBe('2026-11-27');
    expect(day('2.29')).toBe('2024-02-29');
  });
  it('may have its time in the same cell', () => {
    expect(readDay('2026-11-03 14:05', TODAY)).toEqual({
      day: '2026-11-03',
      assumedYear: false,
      time: '14:05',
    });
    expect(readDay('46329.5', TODAY)?.time).toBe('12:00');
  });
  it('comes back from every way it may be written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2026-11-27'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [y = '', m = '', d = ''] = iso.split('-');
          const [month, dom] = [Number(m), Number(d)];
          const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
          for (const text of [
            `${y}年${month}月${dom}日`,
            `${y}-${m}-${d}`,
            `${y}/${month}/${dom}`,
            `${y}${m}${d}`,
            `${y.slice(2)}.${month}.${dom}`,
            String(serial),
          ])
            expect(day(text)).toBe(iso);
          expect(cellText(new Date(`${iso}T00:00:00Z`))).toBe(iso);
          const short = readDay(`${month}.${dom}`, TODAY);
          expect(short?.day.slice(5)).toBe(iso.slice(5));
          expect((short?.day ?? '') <= TODAY).toBe(true);
        },
      ),
    );
  });
});

describe('a time', () => {
  it.each([
    ['14:05', '14:05'],
    ['１４：０５', '14:05'],
    ['14:05:30', '14:05'],
    ['9:5', '09:05'],
    ['1405', '14:05'],
    ['14.05', '14:05'],
    ['14点5分', '14:05'],
    ['下午2点半', '14:30'],
    ['上午10点半', '10:30'],
    ['晚上8点', '20:00'],
    ['中午12点', '12:00'],
    ['2:05 PM', '14:05'],
    ['十点半', '10:30'],
    ['0.5', '12:00'],
    ['0.59375', '14:15'],
    ['', ''],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
  it.each(['25:00', '12:75', '上午', '很早'])('is none in %s', (text) => {
    expect(readTime(text)).toBeNull();
  });
  it('comes back from every way it may be written, and from an Excel cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), (minutes) => {
        const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        for (const text of [time, `${hour}:${minute}`, `${hour}点${minute}分`, time.replace(':', '：')])
          expect(readTime(text)).toBe(time);
        // Excel hands a time over as a moment of its day 0, a hair off the minute.
        expect(readTime(cellText(new Date(Date.UTC(1899, 11, 30) + minutes * 60_000 + 3)))).toBe(time);
      }),
    );
  });
});

it('counts are read with their words and in full width', () => {
  expect(['3', '３人', '三', '2 名', '十二', '1.0', '两把'].map(readCount)).toEqual([3, 3, 3, 2, 12, 1, 2]);
  expect(['', '很多', '-1', '1.5'].map(readCount)).toEqual([null, null, null, null]);
});

it('yes and no', () => {
  expect(['是', '√', 'Y', '1'].map(readYes)).toEqual([true, true, true, true]);
  expect(['', '否', '无', '×'].map(readYes)).toEqual([false, false, false, false]);
  expect(readYes('也许')).toBeNull();
});

it('同上 and its signs repeat the row above', () => {
  expect(['同上', '〃', '"', '王'].map(isDitto)).toEqual([true, true, true, false]);
});
