/** What the settings of shop, fees and cash may be (DOMAIN §4–6). */
import { atMost, wholeNumber } from '../core/checks';
import type { Refusal } from '../core/command';
import type { FeeType, Settings } from '../core/settings';
import type { Books } from '../ledger/books';

/** Limits of the whole-number settings. */
export const SHOP_NUMBERS = {
  discountLimitPercent: [0, 100],
  receivableDays: [1, 365],
  depositDays: [0, 30],
  recountThreshold: [0, 10_000],
  countGraceMinutes: [0, 480],
  numberedLow: [0, 10_000],
  taxPercent: [0, 100],
} as const;

/** Settings in fen, each with its largest amount. */
export const SHOP_AMOUNTS = {
  discountLimitFen: 10_000_000,
  roundingLimitFen: 100_000,
  offlineMemberLimit: 100_000_000,
  tillFloat: 10_000_000,
  tillDifferenceLimit: 10_000_000,
} as const;

/** Lists of words: least entries, longest word. */
export const SHOP_LISTS = {
  locations: [2, 12],
  productCategories: [1, 20],
  paymentTerminals: [0, 30],
  pettyPurposes: [1, 40],
} as const;

/** Longest name of a fee type and of an item of its preparation list, and most items. */
const FEE_TYPE = { name: 20, item: 40, items: 20 } as const;

function faultsOfFeeTypes(types: readonly FeeType[]): readonly (Refusal | null)[] {
  const field = 'feeTypes';
  return [
    types.length > 0 ? null : { field, code: 'required' },
    new Set(types.map(({ name }) => name)).size === types.length ? null : { field, code: 'nameTaken' },
    ...types.flatMap(({ name, checklist }) => [
      name === '' ? { field, code: 'required' } : atMost(field, name, FEE_TYPE.name),
      wholeNumber(field, checklist.length, 0, FEE_TYPE.items),
      ...checklist.map((item) => atMost(field, item, FEE_TYPE.item)),
    ]),
  ];
}

/** Refusals of the given settings alone. */
export function faultsOfShop(input: Partial<Settings>): readonly (Refusal | null)[] {
  const { denominations, feeTypes } = input;
  return [
    ...Object.entries(SHOP_NUMBERS).map(([field, [min, max]]) => {
      const value = input[field as keyof typeof SHOP_NUMBERS];
      return value === undefined ? null : wholeNumber(field, value, min, max);
    }),
    ...Object.entries(SHOP_AMOUNTS).map(([field, max]) => {
      const value = input[field as keyof typeof SHOP_AMOUNTS];
      return value === undefined || (Number.isInteger(value) && value >= 0 && value <= max)
        ? null
        : { field, code: 'badMoney' };
    }),
    ...Object.entries(SHOP_LISTS).flatMap(([field, [least, longest]]) => {
      const list = input[field as keyof typeof SHOP_LISTS];
      if (!list) return [];
      return [
        list.length >= least ? null : { field, code: 'required' },
        new Set(list).size === list.length ? null : { field, code: 'nameTaken' },
        ...list.map((word) => atMost(field, word, longest)),
      ];
    }),
    denominations &&
    (denominations.length === 0 ||
      new Set(denominations).size < denominations.length ||
      denominations.some((fen) => !Number.isInteger(fen) || fen <= 0))
      ? { field: 'denominations', code: 'badDenominations' }
      : null,
    ...(feeTypes ? faultsOfFeeTypes(feeTypes) : []),
  ];
}

/** A location that still holds goods may not go: its goods would be nowhere. */
export function faultOfLocations(wanted: readonly string[], books: Books): Refusal | null {
  const gone = Object.values(books.stock)
    .flatMap((held) => Object.entries(held))
    .find(([location, quantity]) => quantity !== 0 && location !== '' && !wanted.includes(location));
  return gone ? { field: 'locations', code: 'locationHasStock', params: { location: gone[0] } } : null;
}
