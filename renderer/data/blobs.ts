/** Photos: made small in a worker, stored by the shell, read back checked; files without a record are swept. */
import type { PhotoFault } from '@shared/blobs/image-header';
import type { Photo } from '@shared/blobs/schema';
import { host } from './host';
import { all } from './read';

export type PreparedPhoto =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly code: PhotoFault | 'photoUndecodable' | 'photoTooBig' };

/** A picture upright, at most 300 KB of JPEG, without its metadata; or the refusal code of why not. */
export function preparePhoto(file: Blob): Promise<PreparedPhoto> {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PreparedPhoto>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<PreparedPhoto>) => resolve(data);
    // A picture that brings the decoder down takes the worker only.
    worker.onerror = () => resolve({ ok: false, code: 'photoUndecodable' });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}

/** A photo to show: an object URL (to be revoked), or what is wrong with its file. */
export type LoadedPhoto = { readonly url: string } | 'missing' | 'changed';

/** Reads a stored photo; its content was checked against its name. */
export async function loadPhoto(sha: string): Promise<LoadedPhoto> {
  const answer = await fetch(`/blobs/${sha}`);
  if (answer.ok) return { url: URL.createObjectURL(await answer.blob()) };
  return answer.status === 409 ? 'changed' : 'missing';
}

/** Removes photo files that no record names any more. Only when the database is known to be whole. */
export async function sweepBlobs(): Promise<void> {
  const photos = (await all<Photo>('attachments')).filter(
    ({ kind, status }) => kind === 'photo' && status === 'active',
  );
  await host.call(
    'blob.sweep',
    photos.map(({ body }) => body.sha),
  );
}
