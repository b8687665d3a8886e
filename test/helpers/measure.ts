/** Rendered pages measured with poppler's tools: where there is ink, and where every word stands. Millimetres. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Word extends Box {
  readonly text: string;
}

export interface MeasuredPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const DPI = 100;
/** One pixel and half of the thickest rule: the frame of a form stands with its middle on the margin. */
export const TOLERANCE = 25.4 / DPI + 0.18;
/** Anything darker than the lightest tint's edge. */
const INK = 245;

const POINT = 25.4 / 72;

/** Words of every page; of a word that is set in pieces each piece is one. */
export function wordsOf(file: string): readonly MeasuredPage[] {
  const html = execFileSync('pdftotext', ['-bbox', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const entity: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width = '0', height = '0', inner = '']) => ({
      width: Number(width) * POINT,
      height: Number(height) * POINT,
      words: [
        ...inner.matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        left: Number(left) * POINT,
        top: Number(top) * POINT,
        right: Number(right) * POINT,
        bottom: Number(bottom) * POINT,
        text: text.replace(/&(\w+);/g, (_, name: string) => entity[name] ?? ''),
      })),
    }),
  );
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A binary PGM of 8 bits. */
function parsePgm(bytes: Buffer): Picture {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) };
}

/** The box around all ink of a page, 1 the first; `skip` leaves a strip out (the line half pages are cut along). */
export function inkBox(
  file: string,
  page: number,
  skip?: { readonly from: number; readonly to: number },
): Box | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-ink-'));
  try {
    const at = ['-f', String(page), '-l', String(page), '-singlefile'];
    execFileSync('pdftoppm', ['-gray', '-r', String(DPI), ...at, file, path.join(folder, 'page')]);
    const { width, height, grey } = parsePgm(fs.readFileSync(path.join(folder, 'page.pgm')));
    const px = 25.4 / DPI;
    let [left, top, right, bottom] = [width, height, -1, -1];
    for (let y = 0; y < height; y++) {
      if (skip && y * px >= skip.from && y * px <= skip.to) continue;
      for (let x = 0; x < width; x++) {
        if ((grey[y * width + x] ?? 255) >= INK) continue;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    }
    return right < 0
      ? null
      : { left: left * px, top: top * px, right: (right + 1) * px, bottom: (bottom + 1) * px };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const area = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** Pairs of words that lie over each other by more than a third of the smaller: text painted over text. */
export function overlaps(words: readonly Word[]): readonly string[] {
  const found: string[] = [];
  words.forEach((one, index) => {
    for (const other of words.slice(index + 1)) {
      const shared = area({
        left: Math.max(one.left, other.left),
        top: Math.max(one.top, other.top),
        right: Math.min(one.right, other.right),
        bottom: Math.min(one.bottom, other.bottom),
      });
      if (shared > Math.min(area(one), area(other)) / 3) found.push(`${one.text} / ${other.text}`);
    }
  });
  return found;
}
