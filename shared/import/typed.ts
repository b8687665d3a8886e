/** What people write on paper, and into sheets made from it, as the app stores it: days, times, counts. */

/** Excel's serial numbers of 1954 to 2119: nothing else in a date column is such a number. */
const SERIAL = /^([2-7]\d{4})(?:\.(\d+))?$/;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const MINUTES = 1_440;
/** Words of a column that repeats the row above. */
const DITTO = /^(?:同上|〃|″|''|"|“|”|\.\.)$/;
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Half-width, without blanks. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** True for 同上 and its signs. */
export function isDitto(text: string): boolean {
  return DITTO.test(text.trim());
}

const two = (value: number | string): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD` when such a day exists, else null. */
function dayOf(year: number, month: number, date: number): string | null {
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day ? day : null;
}

/** Number of Chinese numerals up to 九十九, digit by digit (二〇二六) or with 十 (二十一); the text itself otherwise. */
function numerals(text: string): string {
  return text.replace(/[〇零一二两三四五六七八九十]+/gu, (word) => {
    if (!word.includes('十')) return [...word].map((sign) => DIGITS[sign] ?? 0).join('');
    const [tens = '', units = ''] = word.split('十');
    return String((tens === '' ? 1 : (DIGITS[tens] ?? 0)) * 10 + (units === '' ? 0 : (DIGITS[units] ?? 0)));
  });
}

/** A day as it was understood. */
export interface TypedDay {
  readonly day: string;
  /** The year was not written: the latest such day that is not after `today`. */
  readonly assumedYear: boolean;
  /** `HH:mm` that stood in the same cell, or ''. */
  readonly time: string;
}

/**
 * A day written in one of the ways of the desk: `2026年11月3日`, `2026-11-03`, `2026/11/3`, `20261103`, `26.11.3`,
 * `11.3`, `11月3日`, `二〇二六年十一月三日`, an Excel number, each with a time behind it or not. Null: no such day.
 */
export function readDay(text: string, today: string): TypedDay | null {
  const cleaned = plainText(text).replace(/[(（]?(?:星期|周)[一二三四五六日天][)）]?/u, '');
  const serial = SERIAL.exec(cleaned);
  if (serial) {
    const minutes = serial[2] ? Math.round(Number(`0.${serial[2]}`) * MINUTES) : 0;
    const at = new Date(EXCEL_EPOCH + Number(serial[1]) * 86_400_000 + minutes * 60_000).toISOString();
    return { day: at.slice(0, 10), assumedYear: false, time: minutes > 0 ? at.slice(11, 16) : '' };
  }
  const plain = numerals(cleaned);
  const whole =
    /^(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:T?(\d{1,2}[:点时].*))?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (whole) {
    const [, year = '', month, date, rest = ''] = whole;
    return timed(
      dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(date)),
      false,
      rest,
    );
  }
  const part = /^(\d{1,2})[-/.月](\d{1,2})[日号]?(?:(\d{1,2}[:点时].*))?$/.exec(plain);
  if (!part) return null;
  const [, month, date, rest = ''] = part;
  const thisYear = Number(today.slice(0, 4));
  // 29 February may lie up to eight years back (2100 is no leap year).
  for (let year = thisYear; year >= thisYear - 8; year -= 1) {
    const day = dayOf(year, Number(month), Number(date));
    if (day !== null && day <= today) return timed(day, true, rest);
  }
  return null;
}

function timed(day: string | null, assumedYear: boolean, rest: string): TypedDay | null {
  if (day === null) return null;
  const time = rest === '' ? '' : readTime(rest);
  return time === null ? null : { day, assumedYear, time };
}

/**
 * `HH:mm` of a time: `14:05`, `14：05:30`, `14.05`, `1405`, `14点5分`, `下午2点半`, `2:05 PM`, a fraction of a day as Excel
 * keeps it. '' for an empty cell; null: no such time.
 */
export function readTime(text: string): string | null {
  const cleaned = plainText(text).toUpperCase();
  if (cleaned === '') return '';
  if (/^0?\.(?:\d|25|75|\d{3,})$/.test(cleaned)) {
    const minutes = Math.round(Number(cleaned) * MINUTES) % MINUTES;
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
  // A day before it counts only in the column of days.
  const plain = numerals(cleaned.replace(/^\d{4}-\d{2}-\d{2}T?/, ''));
  const found =
    /^(凌晨|早上|上午|中午|下午|傍晚|晚上|晚|AM|PM)?(\d{1,2})(?:[:.点时](半|\d{1,2})?分?(?::?\d{1,2}秒?)?|(\d{2}))(AM|PM)?$/.exec(
      plain,
    );
  if (!found) return null;
  const [, before = '', hours = '', after = '', joined = '', behind = ''] = found;
  const minute = after === '半' ? 30 : Number(after || joined || 0);
  const part = before || behind;
  let hour = Number(hours);
  if (/下午|傍晚|晚|PM/.test(part) && hour < 12) hour += 12;
  if (part === '中午' && hour < 3) hour += 12;
  if (/AM|凌晨/.test(part) && hour === 12) hour = 0;
  return hour <= 23 && minute <= 59 ? `${two(hour)}:${two(minute)}` : null;
}

/** A count: `3`, `３人`, `三`, `2 名`; null when it is none. */
export function readCount(text: string): number | null {
  const plain = numerals(plainText(text));
  const found = /^(\d{1,6})(?:\.0+)?(?:个|人|位|名|件|把|只|部|张|副|条|串|台|双|顶|支)?$/.exec(plain);
  return found ? Number(found[1]) : null;
}

/** 是, √, Y, 1 and the like; false for 否 and an empty cell; null for anything else. */
export function readYes(text: string): boolean | null {
  const plain = plainText(text).toUpperCase();
  if (['', '否', '无', '×', 'X', 'N', 'NO', '0', '-', 'FALSE'].includes(plain)) return false;
  return ['是', '有', '√', '✓', '✔', 'V', 'Y', 'YES', '1', 'TRUE'].includes(plain) ? true : null;
}
