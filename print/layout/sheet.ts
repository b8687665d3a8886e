/** Labels: one to a page of its exact size, or a grid of them over an A4 sheet of stickers. */
import type { Block, GridBlock } from '../../shared/forms/model';
import { Canvas } from '../canvas';
import type { TextSetter } from '../text';
import { mm } from '../units';
import { sectionOf } from './blocks';
import { flow } from './flow';

const PAD = mm(1.8);
const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6] as const;
/** What printers cannot print at the edge of a sheet, millimetres. */
export const SHEET_EDGE = 5;
const EDGE = mm(SHEET_EDGE);

/** Blocks inside a label; text shrinks until all of it fits. */
export async function paintLabel(
  blocks: readonly Block[],
  setter: TextSetter,
  canvas: Canvas,
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<void> {
  const inner = { width: width - 2 * PAD, height: height - 2 * PAD };
  const flat = blocks.filter((block): block is Exclude<Block, GridBlock> => block.type !== 'grid');
  for (const scale of SCALES) {
    const sections = flat.map((block) =>
      sectionOf(block, { setter, width: inner.width, scale, ruled: false }),
    );
    const high = sections.reduce((sum, section, index) => {
      const slices = [...section.slices].reduce((all, slice) => all + slice.height, 0);
      return (
        sum +
        (index > 0 ? section.gap : 0) +
        (section.head?.height ?? 0) +
        slices +
        (section.tail?.height ?? 0)
      );
    }, 0);
    if (high > inner.height && scale !== SCALES.at(-1)) continue;
    const top = y + PAD + Math.max(0, inner.height - high) / 2;
    await flow(
      sections,
      () => ({ canvas, x: x + PAD, top, bottom: top + Math.max(high, inner.height) }),
      () => undefined,
    );
    return;
  }
}

/** Sheets of a grid, centred on the paper, dotted where the labels are cut. */
export async function gridSheets(
  { cellWidthMm, cellHeightMm, cells }: GridBlock,
  setter: TextSetter,
  paper: { readonly width: number; readonly height: number },
): Promise<readonly Canvas[]> {
  const [width, height] = [mm(cellWidthMm), mm(cellHeightMm)];
  const columns = Math.max(1, Math.floor((paper.width - 2 * EDGE) / width));
  const rows = Math.max(1, Math.floor((paper.height - 2 * EDGE) / height));
  const left = (paper.width - columns * width) / 2;
  const top = (paper.height - rows * height) / 2;
  const sheets: Canvas[] = [];
  for (const [index, blocks] of cells.entries()) {
    const place = index % (columns * rows);
    if (place === 0) sheets.push(new Canvas());
    const canvas = sheets.at(-1);
    if (!canvas) break;
    const box = {
      x: left + (place % columns) * width,
      y: top + Math.floor(place / columns) * height,
      width,
      height,
    };
    canvas.frame(box, 0.25);
    await paintLabel(blocks, setter, canvas, box);
  }
  return sheets.length > 0 ? sheets : [new Canvas()];
}
