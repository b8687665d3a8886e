/** Records of the `products` collection (DOMAIN §4). `key` is the barcode. */
import type { BodyBase, Envelope } from '../core/envelope';

/** A dated price, fen per base unit; `memberPrice` null: members pay `price`. */
export interface Price {
  /** First business day it holds. */
  readonly from: string;
  readonly price: number;
  readonly memberPrice: number | null;
}

/** 拆零: the closed pack beside the single piece. */
export interface Pack {
  readonly unit: string;
  /** Base units in one pack, at least 2. */
  readonly size: number;
  readonly barcode: string;
  /** Fen per pack; null: size × the piece's price. */
  readonly price: number | null;
}

/** A clerk's acknowledgement of the facts (DOMAIN §3.9). */
export interface Acknowledgement {
  /** `<staff>:<version>`: clerks of two desks acknowledge without meeting. Absent in the oldest entries. */
  readonly id?: string;
  readonly staff: string;
  readonly at: string;
  /** Version of the facts that was read. */
  readonly version: number;
}

export interface ProductBody extends BodyBase {
  readonly sku: string;
  readonly barcode: string;
  readonly name: string;
  readonly spec: string;
  /** Base unit: the smallest that is sold and counted. */
  readonly unit: string;
  readonly pack: Pack | null;
  readonly category: string;
  /** Oldest first. */
  readonly prices: readonly Price[];
  /** Last known cost of a base unit, fen. */
  readonly cost: number;
  /** Supplier id, or ''. */
  readonly supplier: string;
  /** Base units at or below which it is reordered; 0: never proposed. */
  readonly reorderPoint: number;
  readonly reorderQuantity: number;
  /** Base units below which the display is thin 补架. */
  readonly displayMinimum: number;
  /** Place on the shelf, e.g. `A-01`. */
  readonly shelf: string;
  readonly facts: { readonly text: string; readonly version: number };
  readonly acknowledged: readonly Acknowledgement[];
}
/** `new`: waits for the clerks' acknowledgement; `onSale`; `offSale`: no longer sold, still counted while in stock. */
export type Product = Envelope<'product', 'new' | 'onSale' | 'offSale', ProductBody>;

export interface SupplierBody extends BodyBase {
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  /** Days from order to delivery. */
  readonly leadDays: number;
  readonly remark: string;
}
/** In the `directory` collection. */
export type Supplier = Envelope<'supplier', 'active' | 'retired', SupplierBody>;
