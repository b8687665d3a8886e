/** Printed forms in tests: render, then read back what stands on the paper with poppler's tools. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { renderPdf } from '../../electron/print/to-file';
import type { Rendered } from '../../print/render';
import type { FormDoc } from '../../shared/forms/model';

const font = (weight: string): string =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`,
  );

/** The fonts as the package brings them; the app carries copies beside its code. */
export const FONTS = { regular: font('400Regular'), bold: font('700Bold') } as const;

export interface PrintedForm extends Rendered {
  readonly file: string;
}

const folders: string[] = [];
process.on('exit', () => {
  if (!process.env.DESKBOOK_KEEP_PDF)
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function ownFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-pdf-'));
  folders.push(folder);
  return path.join(folder, 'form.pdf');
}

/** Renders a form into a folder of its own (or to `file`), which goes when the tests end. */
export async function renderForm(doc: FormDoc, file?: string): Promise<PrintedForm> {
  const target = file ?? ownFile();
  const rendered = await renderPdf(doc, target, {
    fonts: FONTS,
    printedBy: '制表：林晓彤（A 台） 2026-11-21 16:02',
  });
  return { ...rendered, file: target };
}

/** Text of a PDF, page by page, laid out as on the paper. */
export function pagesOfText(file: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return text.split('\f').slice(0, -1);
}

/** All text of a PDF without any blanks or breaks: what must be equal however it is laid out. */
export function plainText(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return text.replace(/\s+/gu, '');
}

/** Page size in millimetres, to a tenth. */
export function pageSize(file: string): { readonly width: number; readonly height: number } {
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? [];
  const tenth = (points: string): number => Math.round((Number(points) / 72) * 254) / 10;
  return { width: tenth(width), height: tenth(height) };
}

/** PNG pictures of the pages beside the PDF; returns their paths. */
export function pictures(file: string, dpi = 70): readonly string[] {
  const prefix = file.replace(/\.pdf$/, '');
  execFileSync('pdftoppm', ['-r', String(dpi), '-png', file, prefix]);
  const base = path.basename(prefix);
  return fs
    .readdirSync(path.dirname(file))
    .filter((name) => name.startsWith(`${base}-`) && name.endsWith('.png'))
    .sort()
    .map((name) => path.join(path.dirname(file), name));
}

/** Texts of the barcodes a scanner reads in a picture. */
export function scanned(picture: string): readonly string[] {
  const result = execFileSync('zbarimg', ['-q', '--raw', picture], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return result.split('\n').filter(Boolean);
}
