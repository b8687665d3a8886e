/** Which product or tender carries the difference between quantity and money, in words (DOMAIN §4). */
import { formatMoney } from '../core/money';
import type { Tender } from '../ledger/entries/parts';
import type { MoneyCheck } from './money-check';

/** The words it is said with: the page's language, or Chinese on forms. */
export interface CarrierWords {
  readonly say: (
    key: 'product' | 'tender' | 'fewer' | 'more' | 'long' | 'short' | 'carried' | 'offset' | 'agrees',
    params?: Readonly<Record<string, string | number>>,
  ) => string;
  readonly tender: (tender: Tender) => string;
}

/** Most carriers named in one sentence. */
const NAMED = 6;

/** `差额等于手套 左手 22 少 1 只（¥60.00）。` */
export function carriersText(
  { difference, productsOff, tendersOff }: MoneyCheck,
  words: CarrierWords,
): string {
  const parts = [
    ...productsOff.map((one) =>
      words.say('product', {
        name: [one.of.name, one.of.spec].filter(Boolean).join(' '),
        direction: words.say(one.difference > 0 ? 'fewer' : 'more'),
        quantity: Math.abs(one.difference),
        unit: one.of.unit,
        amount: formatMoney(Math.abs(one.value)),
      }),
    ),
    ...tendersOff.map((one) =>
      words.say('tender', {
        tender: words.tender(one.tender),
        direction: words.say(one.difference > 0 ? 'long' : 'short'),
        amount: formatMoney(Math.abs(one.difference)),
      }),
    ),
  ];
  if (parts.length === 0) return words.say('agrees');
  const carriers = [...parts.slice(0, NAMED), ...(parts.length > NAMED ? ['…'] : [])].join('、');
  return words.say(difference === 0 ? 'offset' : 'carried', { carriers });
}
