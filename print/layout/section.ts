/** Between a form's blocks and its pages: every block becomes a section of slices that stay whole. */
import type { Canvas } from '../canvas';
import type { TextSetter } from '../text';

/** Where a block is laid out. */
export interface Room {
  readonly setter: TextSetter;
  /** Printable width, points. */
  readonly width: number;
  /** Factor on all text sizes; below 1 only where a label would overflow. */
  readonly scale: number;
  /** Ruled like a paper form; receipts and labels are plain. */
  readonly ruled: boolean;
}

/** A strip of a page over the printable width. */
export interface Slice {
  readonly height: number;
  readonly paint: (canvas: Canvas, x: number, y: number) => void;
  /** Parts a slice that no page can hold; the first part is at most `room` high. Null when nothing fits. */
  readonly split?: (room: number) => readonly [Slice, Slice] | null;
}

export interface Section {
  /** Space above, points; left out at the top of a page. */
  readonly gap: number;
  /** Repeated on every page the section reaches. */
  readonly head?: Slice;
  readonly slices: Iterable<Slice>;
  /** Number of slices, for progress. */
  readonly count: number;
  /** Closes the section; stays with the last slice. */
  readonly tail?: Slice;
  /** Fills up after the last slice, given the slices on this page and the height left. */
  readonly fill?: (onPage: number, left: number) => Slice | null;
  /** Draws the border when the section leaves a page, from its top to its bottom there. */
  readonly close?: (canvas: Canvas, x: number, top: number, bottom: number) => void;
  /** `next`: stays with the next section (a heading). `before`: never parted from the one before (signatures). */
  readonly keep?: 'next' | 'before';
}

/** Line height as a factor of the text size. */
export const LEADING = 1.32;
/** Baseline below the top of a line, as a factor of the text size. */
export const ASCENT = 0.99;

/** A section of one slice. */
export function single(slice: Slice, gap: number): Section {
  return { gap, slices: [slice], count: 1 };
}
