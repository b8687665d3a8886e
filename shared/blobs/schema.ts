/** Photos: files named by SHA-256 in the profile, their metadata in `attachments` (DESIGN §2). */
import type { BodyBase, Envelope } from '../core/envelope';

/** Largest stored photo. Bytes. */
export const MAX_PHOTO_BYTES = 300 * 1024;

export interface PhotoBody extends BodyBase {
  /** SHA-256 of the file, hex. */
  readonly sha: string;
  readonly bytes: number;
  readonly type: 'image/jpeg';
  readonly width: number;
  readonly height: number;
}
/** `key` is the owner record's id. A removed photo's file is swept. */
export type Photo = Envelope<'photo', 'active' | 'removed', PhotoBody>;
