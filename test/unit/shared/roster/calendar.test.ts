/** Calendar files as RFC 5545 wants them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { calendarText, escapeText, folded } from '@shared/roster/calendar';

const [early, late] = DEFAULT_SETTINGS.shifts as [
  (typeof DEFAULT_SETTINGS.shifts)[0],
  (typeof DEFAULT_SETTINGS.shifts)[0],
];
const file = (): string =>
  calendarText({
    name: '林晓彤 班次',
    place: '翠湖高尔夫；会所, 一楼',
    staff: 'staff:1001',
    now: '2026-11-21T01:42:30.500Z',
    shifts: [
      { day: '2026-11-23', shift: early },
      { day: '2026-11-24', shift: late },
    ],
    title: ({ name }) => `${name}值班`,
  });

describe('a calendar file', () => {
  it('has an event per shift in UTC; a shift to midnight ends on the next day', () => {
    const lines = file().split('\r\n');
    expect(lines.filter((line) => /^DT(START|END)/.test(line))).toEqual([
      'DTSTART:20261123T000000Z',
      'DTEND:20261123T080000Z',
      'DTSTART:20261124T080000Z',
      'DTEND:20261124T160000Z',
    ]);
    expect(lines).toContain('UID:2026-11-23-early-staff:1001@deskbook');
    expect(lines).toContain('DTSTAMP:20261121T014230Z');
    expect(lines).toContain('SUMMARY:早班值班');
    expect(lines).toContain('LOCATION:翠湖高尔夫；会所\\, 一楼');
  });

  it('begins, ends and breaks lines as the standard says', () => {
    const text = file();
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('escapes what has a meaning in the format', () => {
    expect(escapeText('a\\b;c,d\ne\tf')).toBe('a\\\\b\\;c\\,d\\nef');
  });

  it('folds at 75 octets, loses nothing and never cuts a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const pieces = folded(line).split('\r\n');
        for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
        expect(pieces.map((piece, at) => (at === 0 ? piece : piece.slice(1))).join('')).toBe(line);
      }),
    );
  });
});
