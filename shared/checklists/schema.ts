/** 岗前 / 离岗检查表 in `roster` (DOMAIN §3.8): one per desk, shift and kind, signed by who was there. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { ChecklistItem } from '../core/settings';
import type { StaffMark } from '../signatures/signature';

export const CHECKLIST_TYPES = ['opening', 'closing'] as const;
export type ChecklistType = (typeof CHECKLIST_TYPES)[number];

export interface CheckedItem {
  readonly text: string;
  readonly ok: boolean;
  /** Needed where it is not all right, or where the desk sees otherwise. */
  readonly remark: string;
  /** What the desk itself saw of it; null where it cannot see. */
  readonly seen: boolean | null;
}

/** Id `checklist:<type>:<desk>:<day>:<shift>`; `key` who signed. */
export interface ChecklistBody extends BodyBase {
  readonly type: ChecklistType;
  readonly slotDesk: string;
  readonly shift: string;
  readonly shiftName: string;
  readonly items: readonly CheckedItem[];
  readonly signer: StaffMark;
  /** Signed after its time. */
  readonly late: boolean;
}
export type Checklist = Envelope<'checklist', 'signed', ChecklistBody>;

/** What the desk can see by itself. */
export type Sight = Readonly<Record<Exclude<ChecklistItem['check'], ''>, boolean>>;

export const REMARK_MAX = 200;
