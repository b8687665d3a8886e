/**
 * Signatures where responsibility moves (DOMAIN §2): vector strokes on screen, 纸质签字 filed under an
 * archive number, or a member of staff's own PIN — printed as 工号确认, never as handwriting.
 */
import type { Checks } from '../core/field-checks';
import type { Context, Witness } from '../core/command';
import type { Cell, SignatureStrokes } from '../forms/model';
import { dateTimeCell } from '../forms/texts';
import { fill } from '../messages/fill';
import { signatures as words } from '../messages/zh-CN/signatures';

export type Signature =
  | {
      readonly mode: 'screen';
      readonly name: string;
      readonly at: string;
      readonly strokes: SignatureStrokes;
    }
  /** `archiveNo` is '' while the original is not filed 待签字. */
  | { readonly mode: 'paper'; readonly name: string; readonly at: string; readonly archiveNo: string }
  | { readonly mode: 'pin'; readonly name: string; readonly at: string; readonly staff: string };

/** Nobody signed yet: who receives signs later, where they are (待接收). */
export interface Later {
  readonly mode: 'later';
  readonly name: '';
  /** ISO instant of the handing over. */
  readonly at: string;
}

/** What a form holds while somebody signs. */
export type SignatureInput =
  | { readonly mode: 'screen'; readonly strokes: SignatureStrokes | null }
  | { readonly mode: 'paper'; readonly archiveNo: string }
  | { readonly mode: 'pin'; readonly staff: string }
  | { readonly mode: 'later' };

/** A second member of staff as a record keeps them. */
export interface StaffMark {
  readonly staff: string;
  readonly name: string;
  /** ISO instant of the PIN check. */
  readonly at: string;
}

/** Shortest line that counts as a signature, as a share of the pad's width. */
const MIN_LENGTH = 0.25;
const MAX_POINTS = 8_000;
export const ARCHIVE_NO_MAX = 40;

/** Length of all strokes in the pad's own units. */
export function strokeLength({ strokes }: SignatureStrokes): number {
  let length = 0;
  for (const stroke of strokes)
    stroke.forEach(([x, y], index) => {
      const before = stroke[index - 1];
      if (before) length += Math.hypot(x - before[0], y - before[1]);
    });
  return length;
}

/** True when strokes are more than a dot or a slip of the pen. */
export function isSigned(strokes: SignatureStrokes): boolean {
  return strokeLength(strokes) >= strokes.width * MIN_LENGTH;
}

/** The signature as it is stored, or null with its refusal under `field`. A PIN counts only when it was given now. */
export function checkSignature(
  checks: Checks,
  field: string,
  input: SignatureInput | null,
  name: string,
  context: Context,
): Signature | null {
  const at = context.now;
  if (input === null || input.mode === 'later') checks.refuse(field, 'signatureMissing');
  else if (input.mode === 'paper')
    return {
      mode: 'paper',
      name,
      at,
      archiveNo: checks.text(field, input.archiveNo, { max: ARCHIVE_NO_MAX }),
    };
  else if (input.mode === 'pin') {
    const staff = [{ staff: context.actor.id, name: context.actor.name }, ...context.witnesses].find(
      (one) => one.staff === input.staff,
    );
    if (staff) return { mode: 'pin', name: staff.name, at, staff: staff.staff };
    checks.refuse(field, 'pinMissing');
  } else if (!input.strokes || !isSigned(input.strokes))
    checks.refuse(field, input.strokes ? 'signatureTooShort' : 'signatureMissing');
  else if (input.strokes.strokes.reduce((sum, stroke) => sum + stroke.length, 0) > MAX_POINTS)
    checks.refuse(field, 'signatureTooLong');
  else return { mode: 'screen', name, at, strokes: input.strokes };
  return null;
}

/** The second member of staff of an act, never its actor; null with a refusal under `field`. */
export function secondStaff(checks: Checks, field: string, context: Context): StaffMark | null {
  const other = context.witnesses.find(({ staff }) => staff !== context.actor.id);
  if (other) return markOf(other);
  checks.refuse(field, context.witnesses.length > 0 ? 'sameStaff' : 'secondStaffMissing');
  return null;
}

const markOf = ({ staff, name, at }: Witness): StaffMark => ({ staff, name, at });

/** A staff member's confirmation on paper: `工号确认 林晓彤 2026-11-21 14:05`. */
export function staffText({ name, at }: { readonly name: string; readonly at: string }): string {
  return fill(words.byPin, { name, time: dateTimeCell(at) });
}

/** Who receives: signed now, or `later` when they sign in the browser; null with a refusal under `field`. */
export function checkReceiver(
  checks: Checks,
  field: string,
  input: SignatureInput | null,
  name: string,
  context: Context,
): Signature | Later | null {
  if (input?.mode === 'later') return { mode: 'later', name: '', at: context.now };
  return checkSignature(checks, field, input, name, context);
}

/** Whether a name is typed beside a signature: a PIN says whose it is, and who signs later is not known yet. */
export const namesSigner = (input: SignatureInput | null): boolean =>
  input?.mode !== 'pin' && input?.mode !== 'later';

/** A signature in a form's cell. `archiveNo` is where a paper signature was filed later. */
export function signatureCell(signature: Signature | Later, archiveNo: string): Cell {
  switch (signature.mode) {
    case 'screen':
      return signature.strokes;
    case 'later':
      return words.waitsForReceiver;
    case 'pin':
      return staffText(signature);
    case 'paper':
      return archiveNo === '' ? '' : fill(words.paperFiled, { archiveNo });
  }
}
