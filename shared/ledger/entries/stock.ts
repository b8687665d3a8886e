/** Goods in, out and moved, and what counts corrected (DOMAIN §3). */
import type { Envelope } from '../../core/envelope';
import type { StaffMark } from '../../signatures/signature';
import type { EntryBody, ProductLine } from './parts';

export interface ReceivedLine extends ProductLine {
  /** Cost of one unit. */
  readonly price: number;
  readonly amount: number;
}
/** Goods in: a purchase (with or without an order), or the opening stock of a new register. */
export interface GoodsReceivedBody extends EntryBody {
  readonly source: 'purchase' | 'opening';
  readonly location: string;
  readonly supplier: string;
  readonly supplierName: string;
  /** Purchase order, or ''. */
  readonly order: string;
  readonly orderNo: string;
  readonly deliveryNote: string;
  readonly lines: readonly ReceivedLine[];
  readonly amount: number;
  readonly remark: string;
}
export type GoodsReceived = Envelope<'goodsReceived', string, GoodsReceivedBody>;

export const OUT_REASONS = ['supplierReturn', 'scrapped', 'used', 'gift'] as const;
/** Goods out that were not sold: 退供应商 报损 领用 赠送. */
export interface OtherOutBody extends EntryBody {
  readonly reason: (typeof OUT_REASONS)[number];
  readonly location: string;
  /** Supplier's name, department, or who received; or ''. */
  readonly counterpart: string;
  /** `price` and `amount` are at cost and matter for a supplier return only, else 0. */
  readonly lines: readonly ReceivedLine[];
  readonly approval: StaffMark | null;
  readonly remark: string;
}
export type OtherOut = Envelope<'otherOut', string, OtherOutBody>;

/** 调拨 between locations, 补架 among them. */
export interface TransferBody extends EntryBody {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly ProductLine[];
  readonly remark: string;
}
export type Transfer = Envelope<'transfer', string, TransferBody>;

export interface AdjustmentLine extends ProductLine {
  readonly location: string;
  /** Counted − book, in base units, never 0; `quantity` is its size and `factor` 1. */
  readonly difference: number;
  readonly reason: string;
}
/** 盘盈/盘亏, posted by approving a count. Id `adj:<count id>`. */
export interface CountAdjustmentBody extends EntryBody {
  readonly count: string;
  readonly countNo: string;
  readonly lines: readonly AdjustmentLine[];
  readonly approval: StaffMark;
}
export type CountAdjustment = Envelope<'countAdjustment', string, CountAdjustmentBody>;
