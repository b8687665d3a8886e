import { describe, expect, it } from 'vitest';
import { imageHeader, photoFault } from '@shared/blobs/image-header';

const png = (width: number, height: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(33));
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].forEach((word, index) =>
    view.setUint32(index * 4, word),
  );
  return new Uint8Array(view.buffer);
};
/** SOI, an APP1 segment (where locations stand), then the frame. */
const jpeg = (width: number, height: number): Uint8Array =>
  new Uint8Array([
    0xff,
    0xd8,
    0xff,
    0xe1,
    0,
    6,
    1,
    2,
    3,
    4,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
  ]);

describe('image headers', () => {
  it('tell type and size of PNG and JPEG', () => {
    expect(imageHeader(png(640, 480))).toEqual({ type: 'image/png', width: 640, height: 480 });
    expect(imageHeader(jpeg(4000, 3000))).toEqual({ type: 'image/jpeg', width: 4000, height: 3000 });
  });

  it('refuse what is no image, is cut in its header, too large, or a decompression bomb', () => {
    expect(photoFault(20, new TextEncoder().encode('hello, I am no image'))).toBe('photoNotImage');
    expect(photoFault(9, jpeg(10, 10).slice(0, 9))).toBe('photoNotImage');
    expect(photoFault(0, new Uint8Array())).toBe('photoNotImage');
    expect(photoFault(50_000_000, jpeg(10, 10))).toBe('photoFileTooBig');
    expect(photoFault(900, png(60_000, 60_000))).toBe('photoTooManyPixels');
    expect(photoFault(900, png(16_000, 16_000))).toBe('photoTooManyPixels');
    expect(photoFault(900, jpeg(4000, 3000))).toBeNull();
  });
});
