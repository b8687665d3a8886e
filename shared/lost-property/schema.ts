/** Records of the `lostItems` collection (DOMAIN §3.6): found items, loss reports and handover sheets. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { ImportMark } from '../core/imported';
import type { Later, Signature, StaffMark } from '../signatures/signature';

export const FOUND_STATUSES = ['held', 'claimed', 'handedOver', 'disposed', 'void'] as const;
export type FoundStatus = (typeof FOUND_STATUSES)[number];
export const VALUE_KINDS = ['ordinary', 'valuable', 'cash', 'document', 'perishable'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];
export const FEATURE_KINDS = ['colour', 'brand', 'mark', 'serial', 'other'] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];
export const FINDER_KINDS = ['employee', 'customer'] as const;
export const DOCUMENT_TYPES = ['idCard', 'passport', 'permit', 'driving', 'member', 'other'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
export const IDENTITY_PROOFS = ['document', 'membership', 'unlock', 'phoneCall', 'thirdParty'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];
export const DISPOSAL_GROUNDS = ['perishable', 'worthless', 'yearPassed', 'other'] as const;
export type DisposalGround = (typeof DISPOSAL_GROUNDS)[number];
export const CONTACT_WAYS = ['phone', 'message', 'inPerson', 'other'] as const;
export const CONTACT_RESULTS = ['reached', 'willCome', 'notReached', 'notOwner'] as const;

export interface Feature {
  readonly kind: FeatureKind;
  readonly text: string;
  /** Never on notices: it tests a claimant. */
  readonly hidden: boolean;
}

export interface Finder {
  readonly kind: (typeof FINDER_KINDS)[number];
  /** Of a finder under 14 the guardian's name; nothing else is kept then (DOMAIN §2). */
  readonly name: string;
  readonly phone: string;
  /** Department id of an employee, or ''. */
  readonly department: string;
  readonly under14: boolean;
}

/** Somebody the item may belong to by a name on it, a locker or a booking. */
export interface KnownOwner {
  readonly name: string;
  readonly phone: string;
  readonly clue: string;
}

export interface ContactAttempt {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly how: (typeof CONTACT_WAYS)[number];
  readonly result: (typeof CONTACT_RESULTS)[number];
  readonly note: string;
}

/** How a claim was checked and who took the item. */
export interface Claim {
  /** The features as they stood when each was confirmed. */
  readonly features: readonly Feature[];
  readonly identity: IdentityProof;
  /** Of a claimant under 14 the guardian's. */
  readonly name: string;
  readonly phone: string;
  readonly documentType: DocumentType;
  readonly last4: string;
  readonly under14: boolean;
  /** 代领: whose the item is, how they are related, by what authority. */
  readonly behalf: { readonly owner: string; readonly relation: string; readonly authority: string } | null;
  /** Loss report the claim answers, or ''. */
  readonly report: string;
}

interface EventBase {
  /** The act's id: one act adds at most one event to an item. */
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly desk: string;
  readonly second: StaffMark | null;
}

/** Custody of an item, append-only; status and quantities derive from it (`custody.ts`). */
export type CustodyEvent = EventBase &
  (
    | { readonly type: 'received'; readonly signature: Signature }
    | {
        readonly type: 'claimed' | 'returned';
        readonly quantity: number;
        readonly claim: Claim;
        readonly signature: Signature;
      }
    | { readonly type: 'handedOver'; readonly quantity: number; readonly handover: string }
    | { readonly type: 'stored'; readonly place: string; readonly note: string }
    | { readonly type: 'toPolice'; readonly quantity: number; readonly receiptNo: string }
    | { readonly type: 'noticed'; readonly noticeDay: string }
    | {
        readonly type: 'disposed';
        readonly quantity: number;
        readonly ground: DisposalGround;
        readonly destination: string;
        /** Before the law's year and without a ground that allows it; confirmed all the same. */
        readonly early: boolean;
      }
    /** The original of a 纸质签字 was filed; `of` is the signed event, or the handover sheet's id. */
    | { readonly type: 'signatureFiled'; readonly of: string; readonly archiveNo: string }
    | { readonly type: 'voided' }
  );

export interface FoundItemBody extends BodyBase {
  /** ISO instant, whole minutes. */
  readonly foundAt: string;
  readonly place: string;
  readonly finder: Finder;
  /** One of `settings.lostCategories`. */
  readonly category: string;
  readonly name: string;
  readonly features: readonly Feature[];
  readonly quantity: number;
  readonly valueKind: ValueKind;
  /** Cash in fen, null where none was found. */
  readonly amount: number | null;
  readonly bagNo: string;
  readonly storage: string;
  /** Ids of `attachments`. */
  readonly photos: readonly string[];
  readonly owner: KnownOwner | null;
  readonly contacts: readonly ContactAttempt[];
  readonly remark: string;
  readonly events: readonly CustodyEvent[];
  /** Of an item taken over from the paper register. */
  readonly imported?: ImportMark;
}
export type FoundItem = Envelope<'foundItem', FoundStatus, FoundItemBody>;

export const REPORT_STATUSES = ['open', 'matched', 'returned', 'closed', 'void'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
export const CLOSE_RESULTS = ['withdrawn', 'foundElsewhere', 'notFound'] as const;
export type CloseResult = (typeof CLOSE_RESULTS)[number];

/** A proposal a person decided on; it is not made again. */
export interface MatchDecision {
  readonly item: string;
  readonly decision: 'accepted' | 'refused';
  readonly at: string;
  readonly by: string;
}

export interface LossReportBody extends BodyBase {
  readonly owner: { readonly name: string; readonly phone: string; readonly under14: boolean };
  readonly category: string;
  readonly name: string;
  readonly features: readonly Feature[];
  readonly quantity: number;
  /** Business days between which it was lost, both included. */
  readonly lostFrom: string;
  readonly lostTo: string;
  readonly place: string;
  readonly remark: string;
  readonly decisions: readonly MatchDecision[];
  readonly contacts: readonly ContactAttempt[];
  /** Item given back on this report, or ''. */
  readonly returnedItem: string;
  readonly closeResult: CloseResult | '';
}
export type LossReport = Envelope<'lossReport', ReportStatus, LossReportBody>;

/** One line of a handover sheet as it stood when both signed. */
export interface HandoverLine {
  readonly item: string;
  readonly no: string;
  readonly name: string;
  readonly features: string;
  readonly quantity: number;
  readonly bagNo: string;
  readonly foundDay: string;
  readonly place: string;
  readonly days: number;
  readonly valueKind: ValueKind;
  readonly remark: string;
}

/** 《遗留物品移交单》: many items to HR in one act (DOMAIN §3.6). */
export interface HandoverBody extends BodyBase {
  readonly lines: readonly HandoverLine[];
  readonly giver: Signature;
  /** `later`: HR receives it in the browser. */
  readonly receiver: Signature | Later;
  /** Where a paper signature of the receiver was filed, or ''. */
  readonly archiveNo: string;
  /** Numbers of items that were asked for but were no longer at the desk. */
  readonly dropped: readonly string[];
}
/** `given`: the desk signed, the things stay with it until HR does. */
export type Handover = Envelope<'handover', 'given' | 'signed' | 'void', HandoverBody>;

export type LostRecord = FoundItem | LossReport | Handover;

/** Longest text per field, in characters. */
export const LIMITS = {
  name: 60,
  person: 40,
  place: 60,
  feature: 120,
  bagNo: 30,
  storage: 60,
  clue: 120,
  remark: 500,
  note: 300,
  relation: 40,
  authority: 80,
  receiptNo: 60,
  destination: 120,
  reason: 200,
} as const;
export const MAX_QUANTITY = 9_999;
export const MAX_FEATURES = 12;
export const MAX_PHOTOS = 8;

/** Valuables and cash need two staff and a sealed bag. */
export function needsTwo(kind: ValueKind): boolean {
  return kind === 'valuable' || kind === 'cash';
}
