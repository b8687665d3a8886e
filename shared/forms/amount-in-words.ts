/** 大写金额: amounts in formal Chinese numerals, as vouchers need them (FORMS, rules of money). */

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** One group of up to four digits, without leading or trailing 零. */
function group(value: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zero = false;
  }
  return text;
}

/** Whole yuan below 10^16 in words; '' for nought. */
function whole(yuan: number): string {
  let text = '';
  for (let index = GROUPS.length - 1; index >= 0; index--) {
    const value = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (value === 0) continue;
    // 零 stands where digits of a group or whole groups are left out.
    const gap = text !== '' && (value < 1_000 || Math.floor(yuan / 10_000 ** (index + 1)) % 10_000 === 0);
    text += `${gap ? '零' : ''}${group(value)}${GROUPS[index]}`;
  }
  // 万亿 and 亿 share their 亿: 壹万亿 零 贰亿 is written 壹万零贰亿.
  return text.replace(/万亿(?=.*亿)/u, '万');
}

/**
 * `壹仟贰佰叁拾肆元伍角整` of 123450 fen; negative amounts begin with 负.
 * Throws RangeError unless `fen` is a safe integer.
 */
export function amountInWords(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  const sign = fen < 0 ? '负' : '';
  const all = Math.abs(fen);
  const yuan = whole(Math.floor(all / 100));
  const jiao = Math.floor(all / 10) % 10;
  const rest = all % 10;
  const head = yuan ? `${yuan}元` : '';
  if (jiao === 0 && rest === 0) return `${sign}${head || '零元'}整`;
  const jiaoText = jiao > 0 ? `${DIGITS[jiao]}角` : head ? '零' : '';
  return `${sign}${head}${jiaoText}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}
