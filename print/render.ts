/**
 * A form onto paper: FormDoc in, PDF out (DESIGN §6). Runs in the desk's print process and in a worker of the browser; knows
 * nothing of either.
 */
import PDFDocument from 'pdfkit';
import type { FormDoc } from '../shared/forms/model';
import { Face, type EmbeddedFont } from './face';
import { layOut, type LayOutOptions, type Sheet } from './sheets';
import { TextSetter } from './text';

/** The font's two weights: files, or what stands in them. */
export interface Fonts {
  readonly regular: string | Uint8Array;
  readonly bold: string | Uint8Array;
}

export interface RenderOptions extends LayOutOptions {
  readonly fonts: Fonts;
}

export interface Rendered {
  readonly pages: number;
  /** Characters that no font has; they stand as codes on the paper. */
  readonly missing: readonly string[];
}

function embed(pdf: PDFKit.PDFDocument, font: string | Uint8Array): Face {
  pdf.font(font);
  return new Face((pdf as unknown as { readonly _font: EmbeddedFont })._font);
}

/** What sets texts in a document's own copies of the fonts. */
export const setterOf = (pdf: PDFKit.PDFDocument, { regular, bold }: Fonts): TextSetter =>
  new TextSetter(embed(pdf, regular), embed(pdf, bold));

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
  const setter = setterOf(pdf, options.fonts);
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
