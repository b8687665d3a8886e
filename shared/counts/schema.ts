/**
 * Counts of goods in `stockDocuments` (DOMAIN §4): the morning count and the month-end stocktake. The document says
 * what is counted; every counted line is a small record of its own, so that saving as typed writes no more than that
 * line and two desks may count different shelves.
 */
import type { BodyBase, Envelope } from '../core/envelope';
import type { Cut } from '../ledger/schema';
import type { StaffMark } from '../signatures/signature';

export const COUNT_TYPES = ['morning', 'monthEnd'] as const;
export type CountType = (typeof COUNT_TYPES)[number];

/** Longest reason, and the largest figure that may be typed. */
export const LIMITS = { reason: 200, quantity: 1_000_000 } as const;

/** A product as it stood when the count began. */
export interface CountProduct {
  readonly product: string;
  readonly sku: string;
  readonly name: string;
  readonly spec: string;
  readonly category: string;
  /** Base unit. */
  readonly unit: string;
  readonly shelf: string;
  /** Price of a base unit on the day, fen. */
  readonly price: number;
  /** Where it is counted; a line each. */
  readonly locations: readonly string[];
}

/** One line of a count: a product in one place. */
export interface LineKey {
  readonly product: string;
  readonly location: string;
}

/** A line as it was approved; figures are base units. */
export interface FinalLine extends LineKey {
  readonly first: number;
  /** The last figure. */
  readonly counted: number;
  /** What the books held at the moment of the last figure. */
  readonly book: number;
  readonly reason: string;
}

export interface CountBody extends BodyBase {
  readonly type: CountType;
  /** Business day of a morning count, month `YYYY-MM` of a stocktake. */
  readonly period: string;
  /** The book and whatever it follows from stay hidden until submitted. */
  readonly blind: boolean;
  /**
   * Ledger as of opening time: on each desk up to the entry that opened its running session, or the last one known
   * where none was open. Money of later entries is not counted yet.
   */
  readonly opening: Cut;
  /** The approved count before, from whose opening time on quantity is held against money; '' for the first. */
  readonly previous: string;
  /** In the order of the shelves. */
  readonly products: readonly CountProduct[];
  readonly submitted: StaffMark | null;
  /** Lines a lead let pass uncounted, and why. */
  readonly skipped: readonly LineKey[];
  readonly skipReason: string;
  readonly skipApproval: StaffMark | null;
  /** Lead who approved; null while not approved, or where nothing differed and nobody had to. */
  readonly approval: StaffMark | null;
  /** Finance at a stocktake. */
  readonly finance: StaffMark | null;
  /** Frozen by the approval; null before. */
  readonly final: readonly FinalLine[] | null;
}
/** `count:morning:<day>:<round>`, `count:monthEnd:<month>:<round>`: two desks that begin the same count meet in one id. */
export type Count = Envelope<'count', 'counting' | 'submitted' | 'approved' | 'void', CountBody>;

/** One figure of a line: what was there, and up to where the ledger was known then. */
export interface Figure {
  readonly quantity: number;
  readonly at: string;
  readonly by: string;
  readonly desk: string;
  readonly cut: Cut;
}

export interface CountLineBody extends BodyBase, LineKey {
  readonly count: string;
  /** The first figure stays for ever; what follows are recounts, the last one holds. */
  readonly figures: readonly Figure[];
  /** Why it differs, or ''. */
  readonly reason: string;
}
/** Id `<count id>:<product>:<place of the location>`, `key` the count's id. */
export type CountLine = Envelope<'countLine', 'counted', CountLineBody>;
