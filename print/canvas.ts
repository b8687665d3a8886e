/**
 * Drawing of one page or half page as PDF operators. Origin top left, y downwards (pdfkit turns its pages
 * so), points. Rules of one column are joined over the rows, which keeps a register's pages small.
 */
import type { SignatureStrokes } from '../shared/forms/model';
import type { Face } from './face';
import type { Line } from './text';
import { num } from './units';

/** Widths of rules: hair inside a form, frame around it. */
export const HAIR = 0.45;
export const FRAME = 1;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Canvas {
  private readonly tints: string[] = [];
  private readonly ops: string[] = [];
  private readonly verticals = new Map<string, { x: number; from: number; to: number; weight: number }>();
  private weight = -1;
  readonly faces = new Set<Face>();

  /** A line of text with its baseline at `y`. */
  text(line: Line, face: Face, size: number, x: number, y: number): void {
    if (line.codes === '') return;
    this.faces.add(face);
    this.ops.push(
      `BT /${face.font.id} ${num(size)} Tf 1 0 0 -1 ${num(x)} ${num(y)} Tm <${line.codes}> Tj ET`,
    );
  }

  horizontal(x1: number, x2: number, y: number, weight = HAIR): void {
    this.setWeight(weight);
    this.ops.push(`${num(x1)} ${num(y)} m ${num(x2)} ${num(y)} l S`);
  }

  /** Joined to the one above when they touch. */
  vertical(x: number, from: number, to: number, weight = HAIR): void {
    const key = `${num(x)}/${weight}`;
    const open = this.verticals.get(key);
    if (open && Math.abs(open.to - from) < 0.05) {
      open.to = to;
      return;
    }
    if (open) this.flush(open);
    this.verticals.set(key, { x, from, to, weight });
  }

  dashed(x1: number, x2: number, y: number, dash = 3): void {
    this.setWeight(0.35);
    this.ops.push(`[${dash} ${dash}] 0 d ${num(x1)} ${num(y)} m ${num(x2)} ${num(y)} l S [] 0 d`);
  }

  /** A slanted line, e.g. the stroke through rows left blank. */
  slant(x1: number, y1: number, x2: number, y2: number): void {
    this.setWeight(HAIR);
    this.ops.push(`${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`);
  }

  frame({ x, y, width, height }: Box, weight = HAIR): void {
    this.setWeight(weight);
    this.ops.push(`${num(x)} ${num(y)} ${num(width)} ${num(height)} re S`);
  }

  /** A box of grey (0 black, 1 white) below everything else, so that no rule is painted over. */
  tint({ x, y, width, height }: Box, grey: number): void {
    this.tints.push(`${grey} g ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`);
  }

  /** A box in a colour of three parts between 0 and 1. */
  fill({ x, y, width, height }: Box, colour: readonly [number, number, number]): void {
    this.ops.push(`${colour.join(' ')} rg ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f 0 g`);
  }

  /** Many black boxes as one path: a barcode must not show seams. */
  bars(boxes: readonly Box[]): void {
    // Three decimals: the width of a bar carries meaning.
    const exact = (value: number): string => String(Math.round(value * 1000) / 1000);
    const path = boxes.map(({ x, y, width, height }) => [x, y, width, height].map(exact).join(' ') + ' re');
    this.ops.push(`${path.join(' ')} f`);
  }

  /** A signature fitted into a box, its proportions kept. */
  signature({ width, height, strokes }: SignatureStrokes, box: Box): void {
    const scale = Math.min(box.width / width, box.height / height);
    if (!Number.isFinite(scale) || scale <= 0) return;
    const x0 = box.x + (box.width - width * scale) / 2;
    const y0 = box.y + (box.height - height * scale) / 2;
    const at = ([x, y]: readonly [number, number]): string => `${num(x0 + x * scale)} ${num(y0 + y * scale)}`;
    this.ops.push('q 1 J 1 j');
    for (const stroke of strokes) {
      const [first, ...rest] = stroke;
      if (!first) continue;
      const path = rest.length > 0 ? rest.map((point) => `${at(point)} l`) : [`${at(first)} l`];
      this.ops.push(`0.9 w ${at(first)} m ${path.join(' ')} S`);
    }
    this.ops.push('Q');
  }

  /** All operators; the canvas is done with. */
  finish(): string {
    for (const open of this.verticals.values()) this.flush(open);
    this.verticals.clear();
    return [...this.tints, '0 g', ...this.ops].join('\n');
  }

  private flush({ x, from, to, weight }: { x: number; from: number; to: number; weight: number }): void {
    this.setWeight(weight);
    this.ops.push(`${num(x)} ${num(from)} m ${num(x)} ${num(to)} l S`);
  }

  private setWeight(weight: number): void {
    if (weight === this.weight) return;
    this.weight = weight;
    this.ops.push(`${weight} w`);
  }
}
