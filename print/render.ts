/**
 * A form onto paper: FormDoc in, PDF out (DESIGN §6). Runs in the desk's print process and in a worker of the browser; knows
 * nothing of either.
 */
import PDFDocument from 'pdfkit';
import type { FormDoc, GridBlock } from '../shared/forms/model';
import { Canvas } from './canvas';
import { Face, type EmbeddedFont } from './face';
import { paintCopyName, paintFoot, paintHeading, paintRunningHead } from './heading';
import { sectionOf } from './layout/blocks';
import { flow, type Page } from './layout/flow';
import { gridSheets, paintLabel } from './layout/sheet';
import { TextSetter } from './text';
import { mm } from './units';

const A4 = { width: mm(210), height: mm(297) };
const ROLL_WIDTH = mm(80);
/** A receipt is laid out on an endless roll, then cut below its last line. */
const ENDLESS = 14_000;
const FOOT_HEIGHT = 14;
/** Rows between two reports of progress; the process also breathes then. */
const ROWS_PER_BREATH = 200;

/** The font's two weights: files, or what stands in them. */
export interface Fonts {
  readonly regular: string | Uint8Array;
  readonly bold: string | Uint8Array;
}

export interface RenderOptions {
  readonly fonts: Fonts;
  /** Foot of every page, unless the form brings its own. */
  readonly printedBy: string;
  /** Rows laid out of all rows. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Rendered {
  readonly pages: number;
  /** Characters that no font has; they stand as codes on the paper. */
  readonly missing: readonly string[];
}

/** A page's operators, ready to be written. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly { readonly canvas: Canvas; readonly top: number }[];
}

function embed(pdf: PDFKit.PDFDocument, font: string | Uint8Array): Face {
  pdf.font(font);
  return new Face((pdf as unknown as { readonly _font: EmbeddedFont })._font);
}

/** Takes the bytes of a PDF as pdfkit gives them; resolves when all are safe. */
export type Sink = (pdf: PDFKit.PDFDocument) => Promise<void>;

/** Lays a form out and writes its PDF into the sink. Throws what the sink throws. */
export async function renderInto(sink: Sink, doc: FormDoc, options: RenderOptions): Promise<Rendered> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    // pdfkit's own Helvetica is not used, and would be read from its folder, which a package does not have.
    font: '',
    info: { Title: doc.title, Creator: 'Deskbook' },
  });
  const setter = new TextSetter(embed(pdf, options.fonts.regular), embed(pdf, options.fonts.bold));
  const sheets = await layOut(doc, setter, options);
  const written = sink(pdf);
  for (const sheet of sheets) writeSheet(pdf, sheet);
  pdf.end();
  await written;
  return { pages: sheets.length, missing: [...setter.missing] };
}

function writeSheet(pdf: PDFKit.PDFDocument, { width, height, parts }: Sheet): void {
  pdf.addPage({ size: [width, height], margin: 0 });
  const page = pdf.page as unknown as { readonly fonts: Record<string, unknown> };
  const raw = pdf as unknown as { addContent(operators: string): void };
  for (const { canvas, top } of parts) {
    for (const { font } of canvas.faces) page.fonts[font.id] = font.ref();
    raw.addContent(`q 1 0 0 1 0 ${top} cm\n${canvas.finish()}\nQ`);
  }
}

async function layOut(doc: FormDoc, setter: TextSetter, options: RenderOptions): Promise<readonly Sheet[]> {
  const { paper, blocks } = doc;
  const grid = blocks.find((block): block is GridBlock => block.type === 'grid');
  switch (paper.size) {
    case 'label': {
      const [width, height] = [mm(paper.widthMm), mm(paper.heightMm)];
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
      const margin = mm(4);
      const span = { x: margin, width: ROLL_WIDTH - 2 * margin };
      const canvas = new Canvas();
      const top = paintHeading(canvas, setter, doc, span, margin, true);
      const end = await fillPages(
        doc,
        setter,
        span,
        false,
        () => ({ canvas, x: span.x, top, bottom: ENDLESS }),
        options,
      );
      return [{ width: ROLL_WIDTH, height: end + mm(8), parts: [{ canvas, top: 0 }] }];
    }
    case 'A4': {
      const landscape = paper.orientation === 'landscape';
      const size = landscape ? { width: A4.height, height: A4.width } : A4;
      if (grid)
        return (await gridSheets(grid, setter, size)).map((canvas) => ({
          ...size,
          parts: [{ canvas, top: 0 }],
        }));
      const margin = {
        x: mm(landscape ? 11 : 15),
        top: mm(landscape ? 10 : 13),
        bottom: mm(landscape ? 8 : 10),
      };
      const pages = await framed(doc, setter, size, margin, options);
      return pages.map((canvas) => ({ ...size, parts: [{ canvas, top: 0 }] }));
    }
    case 'A4-half': {
      const half = { width: A4.width, height: A4.height / 2 };
      const margin = { x: mm(15), top: mm(9), bottom: mm(8) };
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
    sheets.push({ width: A4.width, height: A4.height, parts: [...parts, { canvas: cut, top: 0 }] });
  }
  return sheets;
}

/** Pages with head and foot. The number of pages is known only at the end, so the foot is painted then. */
async function framed(
  doc: FormDoc,
  setter: TextSetter,
  size: { readonly width: number; readonly height: number },
  margin: { readonly x: number; readonly top: number; readonly bottom: number },
  options: RenderOptions,
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
      size.height - margin.bottom,
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
  { onProgress }: RenderOptions,
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
