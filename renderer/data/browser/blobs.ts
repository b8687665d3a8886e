/** Photos in the browser: read by the session, never made here. */
import type { PhotoFault } from '@shared/blobs/image-header';
import type { Photo } from '@shared/blobs/schema';
import { send } from './api';
import { findHeld } from './records';

export type PreparedPhoto =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly code: PhotoFault | 'photoUndecodable' | 'photoTooBig' };

/** Photos are taken at a desk. */
export const preparePhoto = async (_file: Blob): Promise<PreparedPhoto> =>
  Promise.resolve({ ok: false, code: 'photoUndecodable' });

/** A photo to show: an object URL (to be revoked), or what is wrong with its file. */
export type LoadedPhoto = { readonly url: string } | 'missing' | 'changed';

/** Reads a photo of a record in sight. */
export async function loadPhoto(sha: string): Promise<LoadedPhoto> {
  const photo = findHeld('attachments', (doc) => doc.kind === 'photo' && (doc as Photo).body.sha === sha);
  if (!photo) return 'missing';
  const answer = await send('GET', `/web/photos/${encodeURIComponent(photo.id)}`);
  return answer?.status === 200 ? { url: URL.createObjectURL(await answer.blob()) } : 'missing';
}

/** Nothing lies on this PC. */
export const sweepBlobs = async (): Promise<void> => Promise.resolve();
