/** What a picture's first bytes say, read before anything is decoded: a decompression bomb is known by its header. */

export interface ImageHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** Largest file that is looked at at all. Bytes. */
export const MAX_FILE_BYTES = 30_000_000;
/** Most pixels that are decoded: a phone's 108-megapixel picture fits, a bomb does not. */
export const MAX_PIXELS = 120_000_000;
export const MAX_SIDE = 16_384;

/** Why a file cannot become a photo. */
export type PhotoFault = 'photoFileTooBig' | 'photoNotImage' | 'photoTooManyPixels';

/** The fault of a file by its size and first bytes, or null when it may be decoded. */
export function photoFault(size: number, head: Uint8Array): PhotoFault | null {
  if (size > MAX_FILE_BYTES) return 'photoFileTooBig';
  const header = imageHeader(head);
  if (!header) return 'photoNotImage';
  const { width, height } = header;
  return width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS ? 'photoTooManyPixels' : null;
}

/** Type and size in pixels; null when the bytes are none of JPEG, PNG, WebP. */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? jpeg(view) ?? webp(view);
  } catch (error) {
    // The file ends in the middle of its header.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sized(type: ImageHeader['type'], width: number, height: number): ImageHeader | null {
  return width > 0 && height > 0 ? { type, width, height } : null;
}

function png(view: DataView): ImageHeader | null {
  if (
    view.getUint32(0) !== 0x89504e47 ||
    view.getUint32(4) !== 0x0d0a1a0a ||
    view.getUint32(12) !== 0x49484452
  )
    return null;
  return sized('image/png', view.getUint32(16), view.getUint32(20));
}

function jpeg(view: DataView): ImageHeader | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + view.getUint16(at + 2);
  }
}

/** Start-of-frame markers carry the size; DHT, JPG and DAC share their range but are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function webp(view: DataView): ImageHeader | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null;
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858) {
    const side = (at: number): number => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return sized('image/webp', side(24), side(27));
  }
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return sized('image/webp', 1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
  }
  return sized('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
}
