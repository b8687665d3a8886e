/** A form laid out onto its sheets: papers, margins, copies; everything but the PDF itself. */
import type { FormDoc, GridBlock, Paper } from '../shared/forms/model';
import { Canvas } from './canvas';
import { FOOT_DESCENT, paintCopyName, paintFoot, paintHeading, paintRunningHead } from './heading';
import { sectionOf } from './layout/blocks';
import { flow, type Page } from './layout/flow';
import { gridSheets, paintLabel, SHEET_EDGE } from './layout/sheet';
import type { TextSetter } from './text';
import { mm } from './units';

const A4 = { width: 210, height: 297 };
/** A receipt is laid out on an endless roll, then cut below its last line. Points. */
const ENDLESS = 14_000;
const FOOT_HEIGHT = 14;
/** Rows between two reports of progress; the process also breathes then. */
const ROWS_PER_BREATH = 200;

/** Paper that stays white at every edge, millimetres. */
export interface Margins {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Size and margins of a paper, millimetres (docs/printing.md). */
export interface Measures {
  readonly width: number;
  /** Null: a roll is cut below its last line. */
  readonly height: number | null;
  readonly margins: Margins;
}

/** @param grid an A4 sheet of stickers, cut up to its edge */
export function measuresOf(paper: Paper, grid = false): Measures {
  switch (paper.size) {
    case 'A4': {
      const edge = { x: SHEET_EDGE, top: SHEET_EDGE, bottom: SHEET_EDGE };
      if (grid) return { ...A4, margins: edge };
      return paper.orientation === 'landscape'
        ? { width: A4.height, height: A4.width, margins: { x: 11, top: 10, bottom: 8 } }
        : { ...A4, margins: { x: 15, top: 13, bottom: 10 } };
    }
    case 'A4-half':
      return { ...A4, margins: { x: 15, top: 9, bottom: 8 } };
    case 'roll-80':
      return { width: 80, height: null, margins: { x: 4, top: 4, bottom: 8 } };
    case 'label':
      return { width: paper.widthMm, height: paper.heightMm, margins: { x: 1.8, top: 1.8, bottom: 1.8 } };
  }
}

export interface LayOutOptions {
  /** Foot of every page, unless the form brings its own. */
  readonly printedBy: string;
  /** Rows laid out of all rows. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A page's operators, ready to be written. Points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly { readonly canvas: Canvas; readonly top: number }[];
}

/** A form's sheets, in order. */
export async function layOut(
  doc: FormDoc,
  setter: TextSetter,
  options: LayOutOptions,
): Promise<readonly Sheet[]> {
  const { paper, blocks } = doc;
  const grid = blocks.find((block): block is GridBlock => block.type === 'grid');
  const measures = measuresOf(paper, grid !== undefined);
  const margin = {
    x: mm(measures.margins.x),
    top: mm(measures.margins.top),
    bottom: mm(measures.margins.bottom),
  };
  const size = { width: mm(measures.width), height: mm(measures.height ?? 0) };
  switch (paper.size) {
    case 'label': {
      const { width, height } = size;
      const labels = grid ? grid.cells : [blocks];
      return Promise.all(
        labels.map(async (label) => {
          const canvas = new Canvas();
          await paintLabel(label, setter, canvas, { x: 0, y: 0, width, height });
          return { width, height, parts: [{ canvas, top: 0 }] };
        }),
      );
    }
    case 'roll-80': {
      const span = { x: margin.x, width: size.width - 2 * margin.x };
      const canvas = new Canvas();
      const top = paintHeading(canvas, setter, doc, span, margin.top, true);
      const end = await fillPages(
        doc,
        setter,
        span,
        false,
        () => ({ canvas, x: span.x, top, bottom: ENDLESS }),
        options,
      );
      return [{ width: size.width, height: end + margin.bottom, parts: [{ canvas, top: 0 }] }];
    }
    case 'A4': {
      if (grid)
        return (await gridSheets(grid, setter, size)).map((canvas) => ({
          ...size,
          parts: [{ canvas, top: 0 }],
        }));
      const pages = await framed(doc, setter, size, margin, options);
      return pages.map((canvas) => ({ ...size, parts: [{ canvas, top: 0 }] }));
    }
    case 'A4-half': {
      const half = { width: size.width, height: size.height / 2 };
      // Every copy is laid out afresh: its name stands on it.
      const copies: (readonly Canvas[])[] = [];
      for (const name of paper.copies) copies.push(await framed(doc, setter, half, margin, options, name));
      const halves = (copies[0] ?? []).flatMap((_page, index) => copies.map((copy) => copy[index]));
      return pairs(
        halves.filter((canvas): canvas is Canvas => canvas !== undefined),
        half,
      );
    }
  }
}

/** Two half pages to a sheet, with the line to cut along. */
function pairs(
  halves: readonly Canvas[],
  half: { readonly width: number; readonly height: number },
): readonly Sheet[] {
  const sheets: Sheet[] = [];
  for (let index = 0; index < halves.length; index += 2) {
    const parts = halves
      .slice(index, index + 2)
      .map((canvas, place) => ({ canvas, top: place * half.height }));
    const cut = new Canvas();
    cut.dashed(mm(6), half.width - mm(6), half.height, 4);
    sheets.push({ width: half.width, height: 2 * half.height, parts: [...parts, { canvas: cut, top: 0 }] });
  }
  return sheets;
}

/** Pages with head and foot. The number of pages is known only at the end, so the foot is painted then. */
async function framed(
  doc: FormDoc,
  setter: TextSetter,
  size: { readonly width: number; readonly height: number },
  margin: { readonly x: number; readonly top: number; readonly bottom: number },
  options: LayOutOptions,
  copyName?: string,
): Promise<readonly Canvas[]> {
  const span = { x: margin.x, width: size.width - 2 * margin.x };
  const bottom = size.height - margin.bottom - FOOT_HEIGHT;
  const pages: Canvas[] = [];
  const open = (): Page => {
    const canvas = new Canvas();
    pages.push(canvas);
    const first = pages.length === 1;
    if (copyName) paintCopyName(canvas, setter, copyName, span.x + span.width, margin.top);
    const top = first
      ? paintHeading(canvas, setter, doc, span, margin.top, copyName !== undefined)
      : paintRunningHead(
          canvas,
          setter,
          doc,
          { ...span, width: span.width - (copyName ? 70 : 0) },
          margin.top,
        );
    return { canvas, x: span.x, top, bottom };
  };
  await fillPages(doc, setter, span, true, open, options);
  pages.forEach((canvas, index) =>
    paintFoot(
      canvas,
      setter,
      doc.printedBy ?? options.printedBy,
      index + 1,
      pages.length,
      span,
      size.height - margin.bottom - FOOT_DESCENT,
    ),
  );
  return pages;
}

/** Lays all blocks onto pages; returns the y below the last one. */
async function fillPages(
  { blocks }: FormDoc,
  setter: TextSetter,
  span: { readonly x: number; readonly width: number },
  ruled: boolean,
  open: () => Page,
  { onProgress }: LayOutOptions,
): Promise<number> {
  const sections = blocks.map((block) => {
    if (block.type === 'grid') throw new RangeError('a grid stands alone on its sheet');
    return sectionOf(block, { setter, width: span.width, scale: 1, ruled });
  });
  const total = sections.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  const breathe = (): Promise<void> | undefined => {
    if (++done % ROWS_PER_BREATH !== 0) return undefined;
    onProgress?.(Math.min(done, total), total);
    return new Promise((resolve) => setTimeout(resolve));
  };
  return flow(sections, open, breathe);
}
