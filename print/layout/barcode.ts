/** Barcodes as vectors: bwip-js gives the modules, the page draws them, so that any printer's dots stay sharp. */
import bwip from 'bwip-js/node';
import type { BarcodeBlock } from '../../shared/forms/model';
import type { Box } from '../canvas';
import { mm } from '../units';
import { ASCENT, LEADING, single, type Room, type Section } from './section';

/** Quiet zone on each side, modules: code 128 needs ten, a QR code four. */
const QUIET = { code128: 10, qrcode: 4 } as const;

/** What bwip-js returns for the two symbologies; its types leave this open. */
type Encoded =
  { readonly sbs: readonly number[] } | { readonly pixs: readonly number[]; readonly pixx: number };

function encode({ symbology, text }: BarcodeBlock): Encoded | null {
  try {
    const options = { bcid: symbology, text, ...(symbology === 'qrcode' ? { eclevel: 'M' } : {}) };
    const [encoded] = bwip.raw(options) as unknown as readonly Encoded[];
    return encoded ?? null;
  } catch {
    // Text a symbology cannot carry (a typed code with Chinese in code 128): its words still print below.
    return null;
  }
}

function bars(widths: readonly number[], box: Box): readonly Box[] {
  const modules = widths.reduce((sum, each) => sum + each, 0) + 2 * QUIET.code128;
  const unit = box.width / modules;
  let x = box.x + QUIET.code128 * unit;
  const boxes: Box[] = [];
  widths.forEach((width, index) => {
    if (index % 2 === 0) boxes.push({ ...box, x, width: width * unit });
    x += width * unit;
  });
  return boxes;
}

function squares(pixels: readonly number[], side: number, box: Box): readonly Box[] {
  const unit = Math.min(box.width, box.height) / (side + 2 * QUIET.qrcode);
  const x0 = box.x + (box.width - side * unit) / 2;
  const y0 = box.y + QUIET.qrcode * unit;
  const boxes: Box[] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (pixels[row * side + column] !== 1) continue;
      let end = column + 1;
      while (end < side && pixels[row * side + end] === 1) end++;
      boxes.push({ x: x0 + column * unit, y: y0 + row * unit, width: (end - column) * unit, height: unit });
      column = end;
    }
  }
  return boxes;
}

/** A barcode as a section, centred, the text of a code 128 below it. */
export function barcodeSection(block: BarcodeBlock, { setter, width, scale, ruled }: Room): Section {
  const encoded = encode(block);
  const codeWidth = Math.min(mm(block.widthMm), width);
  const codeHeight = encoded ? mm(block.heightMm) : 0;
  const caption = block.symbology === 'code128' || !encoded;
  const size = 7.5 * scale;
  const { line, size: fitted } = setter.fit(block.text, setter.regular, size, width);
  const height = codeHeight + (caption ? size * LEADING + 1 : 0);
  return single(
    {
      height,
      paint: (canvas, x, y) => {
        const box = { x: x + (width - codeWidth) / 2, y, width: codeWidth, height: codeHeight };
        if (encoded)
          canvas.bars('sbs' in encoded ? bars(encoded.sbs, box) : squares(encoded.pixs, encoded.pixx, box));
        if (caption)
          canvas.text(
            line,
            setter.regular,
            fitted,
            x + (width - (line.width * fitted) / 1000) / 2,
            y + codeHeight + 1 + fitted * ASCENT,
          );
      },
    },
    ruled ? 6 : 1.5,
  );
}
