/** Makes a stored photo of a picture off the page's thread: checked before it is decoded, upright, small, without metadata. */
import { photoFault } from '@shared/blobs/image-header';
import { MAX_PHOTO_BYTES } from '@shared/blobs/schema';
import type { PreparedPhoto } from './blobs';

/** Longest side of a stored photo. Pixels. */
const SIDE = 1_600;
/** The header of a picture stands in its first bytes, after at most some embedded previews. */
const HEAD_BYTES = 1_000_000;

async function prepare(file: Blob): Promise<PreparedPhoto> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const fault = photoFault(file.size, head);
  if (fault) return { ok: false, code: fault };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { ok: false, code: 'photoUndecodable' };
  }
  // Drawing keeps the picture and drops everything else: camera, time, place.
  for (let scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height)); scale > 0.02; scale *= 0.75) {
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) break;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(bitmap, 0, 0, width, height);
    for (const quality of [0.85, 0.7, 0.55]) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= MAX_PHOTO_BYTES)
        return { ok: true, bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
    }
  }
  return { ok: false, code: 'photoTooBig' };
}

self.onmessage = ({ data }: MessageEvent<Blob>): void => {
  prepare(data).then(
    (prepared) => self.postMessage(prepared),
    () => self.postMessage({ ok: false, code: 'photoUndecodable' } satisfies PreparedPhoto),
  );
};
