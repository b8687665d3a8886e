/** One person's shifts as an iCalendar file (RFC 5545), for the calendar of a phone. */
import type { ShiftHours } from '../core/settings';
import { shiftSpan } from './roster';

export interface CalendarShift {
  readonly day: string;
  readonly shift: ShiftHours;
}

export interface CalendarInput {
  /** Name of the calendar. */
  readonly name: string;
  /** Place of every event: the club. */
  readonly place: string;
  readonly staff: string;
  /** ISO instant of the export. */
  readonly now: string;
  readonly shifts: readonly CalendarShift[];
  /** What an event is called. */
  readonly title: (shift: ShiftHours) => string;
}

/** Text as RFC 5545 §3.3.11 wants it. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

const MOST_OCTETS = 75;

/** A content line in pieces of at most 75 octets, never cut inside a character (RFC 5545 §3.1). */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // A continued line begins with a space, which counts.
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** `20261123T000000Z` of an ISO instant. */
const utc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The file's text. An event keeps its identity over exports, so that a calendar replaces it. */
export function calendarText({ name, place, staff, now, shifts, title }: CalendarInput): string {
  const events = shifts.flatMap(({ day, shift }) => {
    const { from, to } = shiftSpan(shift, day);
    return [
      'BEGIN:VEVENT',
      `UID:${escapeText(`${day}-${shift.id}-${staff}@deskbook`)}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(to)}`,
      `SUMMARY:${escapeText(title(shift))}`,
      `LOCATION:${escapeText(place)}`,
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Deskbook//Roster//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
