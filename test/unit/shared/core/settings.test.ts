import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, shiftAt } from '@shared/core/settings';

const at = (time: string): string | undefined => shiftAt(DEFAULT_SETTINGS.shifts, time)?.name;

describe('the running shift', () => {
  it('begins at its first minute, ends before its last, and may go over midnight', () => {
    expect([at('07:59'), at('08:00'), at('15:59'), at('16:00'), at('23:59'), at('00:00')]).toEqual([
      undefined,
      '早班',
      '早班',
      '晚班',
      '晚班',
      undefined,
    ]);
    const night = [{ id: 'night', name: '夜班', from: '22:00', to: '06:00' }];
    expect(['21:59', '22:00', '05:59', '06:00'].map((time) => shiftAt(night, time)?.name)).toEqual([
      undefined,
      '夜班',
      '夜班',
      undefined,
    ]);
  });
});
