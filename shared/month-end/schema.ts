/** Papers of a month before it is closed, in the `stockDocuments` collection; the close itself is a ledger entry. */
import type { BodyBase, Envelope } from '../core/envelope';

/** A desk says that everything of the month is recorded up to its entry `upTo`. Id `declared:<month>:<desk>`. */
export interface DeclarationBody extends BodyBase {
  readonly month: string;
  readonly upTo: number;
  readonly name: string;
}
export type MonthDeclaration = Envelope<'monthDeclaration', 'active', DeclarationBody>;

/** 处理意见 of count differences by product, written by a lead. Id `treatments:<month>`. */
export interface TreatmentsBody extends BodyBase {
  readonly month: string;
  readonly texts: Readonly<Record<string, string>>;
}
export type MonthTreatments = Envelope<'monthTreatments', 'active', TreatmentsBody>;

export const declarationId = (month: string, desk: string): string => `declared:${month}:${desk}`;
export const treatmentsId = (month: string): string => `treatments:${month}`;

/** Longest 处理意见 and remark of a close. */
export const TREATMENT_MAX = 100;
export const NOTE_MAX = 200;
