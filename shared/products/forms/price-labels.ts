/** 价签: 60×40 mm label for the shelf, or an A4 sheet of them (FORMS). */
import { formatMoney } from '../../core/money';
import type { Block, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { products as words } from '../../messages/zh-CN/products';

export interface PriceLabel {
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  /** Fen of one unit. */
  readonly price: number;
  readonly memberPrice: number | null;
  /** What a scanner reads: the barcode, or the number of a product without one. */
  readonly code: string;
  readonly shelf: string;
}

/** Input of the forms `price-label` and `price-label-sheet`. */
export interface PriceLabelInput {
  readonly labels: readonly PriceLabel[];
}

const WIDTH_MM = 60;
const HEIGHT_MM = 40;

function labelBlocks({ name, spec, unit, price, memberPrice, code, shelf }: PriceLabel): readonly Block[] {
  const small = [
    memberPrice === null ? '' : fill(words.form.member, { price: formatMoney(memberPrice) }),
    shelf,
  ].filter(Boolean);
  return [
    { type: 'text', text: [name, spec].filter(Boolean).join(' '), style: 'bold', align: 'center' },
    {
      type: 'text',
      text: fill(words.form.each, { price: formatMoney(price), unit }),
      style: 'large',
      align: 'center',
    },
    ...(small.length > 0
      ? [{ type: 'text', text: small.join('　'), style: 'small', align: 'center' } as const]
      : []),
    { type: 'barcode', symbology: 'code128', text: code, widthMm: 50, heightMm: 10 },
  ];
}

function labels(paper: FormDoc['paper'], { labels: all }: PriceLabelInput): FormDoc {
  return {
    paper,
    club: '',
    title: '',
    subtitle: '',
    blocks: [{ type: 'grid', cellWidthMm: WIDTH_MM, cellHeightMm: HEIGHT_MM, cells: all.map(labelBlocks) }],
  };
}

/** One label a page of 60×40 mm. */
export function priceLabel(input: PriceLabelInput): FormDoc {
  return labels({ size: 'label', widthMm: WIDTH_MM, heightMm: HEIGHT_MM }, input);
}

/** Three columns of labels on A4. */
export function priceLabelSheet(input: PriceLabelInput): FormDoc {
  return labels({ size: 'A4', orientation: 'portrait' }, input);
}
