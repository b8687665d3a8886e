/** Orders in the `stockDocuments` collection (DOMAIN §4): to suppliers, and by customers. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { ReceivedLine } from '../ledger/entries/stock';
import type { Origin } from '../service/schema';
import type { StaffMark } from '../signatures/signature';

export interface PurchaseOrderBody extends BodyBase {
  /** Supplier id. */
  readonly supplier: string;
  readonly supplierName: string;
  /** Business day the goods are expected. */
  readonly expected: string;
  readonly lines: readonly ReceivedLine[];
  readonly amount: number;
  readonly remark: string;
  /** Lead who approved it, never its maker. */
  readonly approval: StaffMark | null;
  /** When it was sent to the supplier, ISO instant, or ''. */
  readonly orderedAt: string;
}
/** How far goods have come is derived from the receipts (`receipts.ts`), never stored. */
export type PurchaseOrder = Envelope<
  'purchaseOrder',
  'draft' | 'approved' | 'ordered' | 'cancelled',
  PurchaseOrderBody
>;

export interface CustomerOrderLine {
  /** Product id, or '' for something the shop does not keep. */
  readonly product: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
}

export interface CustomerOrderBody extends BodyBase {
  readonly name: string;
  readonly phone: string;
  readonly lines: readonly CustomerOrderLine[];
  readonly amount: number;
  /** Business day it is needed by. */
  readonly neededBy: string;
  /** Deposit paid, e.g. number of the 押金单, or ''. */
  readonly deposit: string;
  /** Purchase order that brings it, or ''. */
  readonly purchase: string;
  readonly purchaseNo: string;
  readonly remark: string;
  /** The enquiry it grew from; absent where the customer came by themselves. */
  readonly origin?: Origin;
}
export type CustomerOrder = Envelope<
  'customerOrder',
  'open' | 'arrived' | 'fetched' | 'cancelled',
  CustomerOrderBody
>;
