/** The head of a form and the foot of its pages. */
import type { FormDoc } from '../shared/forms/model';
import { fill } from '../shared/messages/fill';
import { forms as words } from '../shared/messages/zh-CN/forms';
import type { Canvas } from './canvas';
import type { Face } from './face';
import type { TextSetter } from './text';

const CLUB = 10.5;
const TITLE = 17;
const SUBTITLE = 9;
const FOOT = 7.5;
/** What stands below the foot's baseline (brackets, g, p), points. */
export const FOOT_DESCENT = FOOT * 0.2;

interface Span {
  readonly x: number;
  readonly width: number;
}

function write(
  canvas: Canvas,
  setter: TextSetter,
  face: Face,
  text: string,
  size: number,
  { x, width }: Span,
  y: number,
  side: 0 | 0.5 | 1,
): void {
  const { line, size: fitted } = setter.fit(text, face, size, width, 0.6);
  canvas.text(line, face, fitted, x + side * (width - (line.width * fitted) / 1000), y);
}

/** Club, title and subtitle of the first page; returns the y below them. `compact` is for half pages and receipts. */
export function paintHeading(
  canvas: Canvas,
  setter: TextSetter,
  { club, title, subtitle }: FormDoc,
  span: Span,
  top: number,
  compact: boolean,
): number {
  const factor = compact ? 0.84 : 1;
  let y = top;
  const line = (face: Face, text: string, size: number, after: number): void => {
    if (text === '') return;
    write(canvas, setter, face, text, size, span, y + size * 0.92, 0.5);
    y += size * 1.12 + after;
  };
  line(setter.regular, club, CLUB * factor, 3 * factor);
  line(setter.bold, title, TITLE * factor, 3.5 * factor);
  line(setter.regular, subtitle, SUBTITLE * factor, 7 * factor);
  return y;
}

/** One line at the top of every further page; returns the y below it. */
export function paintRunningHead(
  canvas: Canvas,
  setter: TextSetter,
  { club, title, subtitle }: FormDoc,
  span: Span,
  top: number,
): number {
  const half = span.width / 2 - 6;
  write(canvas, setter, setter.bold, `${club}　${title}`, 9.5, { x: span.x, width: half }, top + 9, 0);
  write(canvas, setter, setter.regular, subtitle, 8, { x: span.x + half + 12, width: half }, top + 9, 1);
  return top + 16;
}

/** Who printed, and which page of how many. */
export function paintFoot(
  canvas: Canvas,
  setter: TextSetter,
  printedBy: string,
  page: number,
  pages: number,
  span: Span,
  y: number,
): void {
  write(canvas, setter, setter.regular, printedBy, FOOT, { x: span.x, width: span.width * 0.7 }, y, 0);
  write(
    canvas,
    setter,
    setter.regular,
    fill(words.page, { page, pages }),
    FOOT,
    { x: span.x + span.width * 0.7, width: span.width * 0.3 },
    y,
    1,
  );
}

/** Which copy a half page is (存根联, 客户联), in its upper right corner. */
export function paintCopyName(
  canvas: Canvas,
  setter: TextSetter,
  name: string,
  right: number,
  top: number,
): void {
  const { line, size } = setter.fit(name, setter.bold, 9, 90);
  const width = (line.width * size) / 1000 + 10;
  canvas.frame({ x: right - width, y: top, width, height: 16 });
  canvas.text(line, setter.bold, size, right - width + 5, top + 11.3);
}
