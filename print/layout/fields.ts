/** Ruled grids of labels and values, as on a paper form; plain `label：value` lines on receipts and labels. */
import type { Cell, FieldsBlock } from '../../shared/forms/model';
import { FRAME, type Canvas } from '../canvas';
import type { Line } from '../text';
import { mm } from '../units';
import { ASCENT, LEADING, type Room, type Section, type Slice } from './section';

const PAD_X = 4;
const PAD_Y = 4;
const SIZE = 9.5;
const LEAST_LINE = 22;
const SIGNED_LINE = 32;
const TINT = 0.95;
/** Width of a label cell by fields to a line, millimetres. */
const LABEL_MM = { 1: 28, 2: 25, 3: 21 } as const;

type Field = FieldsBlock['fields'][number];

/** Fields of one line of the grid. */
function linesOf({ fields, perLine }: FieldsBlock): readonly (readonly Field[])[] {
  const lines: Field[][] = [];
  let open: Field[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(open);
    open = [];
  };
  for (const field of fields) {
    if (field.wide) {
      close();
      lines.push([field]);
      continue;
    }
    open.push(field);
    if (open.length === perLine) close();
  }
  close();
  return lines;
}

/** A box of the grid: text (a label or a value) or a signature. */
interface GridCell {
  readonly x: number;
  readonly width: number;
  readonly label: boolean;
  readonly content: readonly Line[] | Exclude<Cell, string>;
}

const isText = (content: GridCell['content']): content is readonly Line[] => Array.isArray(content);

function heightOf(cells: readonly GridCell[], size: number, minLines: number): number {
  const contents = cells.map(({ content }) =>
    isText(content) ? content.length * size * LEADING + 2 * PAD_Y : SIGNED_LINE,
  );
  return Math.max(LEAST_LINE, minLines * size * LEADING + 2 * PAD_Y, ...contents);
}

function gridSlice(cells: readonly GridCell[], height: number, size: number, room: Room): Slice {
  const { setter, width } = room;
  const step = size * LEADING;
  const paint = (canvas: Canvas, x: number, y: number): void => {
    for (const cell of cells) {
      const left = x + cell.x;
      if (cell.label) canvas.tint({ x: left, y, width: cell.width, height }, TINT);
      if (cell.x > 0) canvas.vertical(left, y, y + height);
      if (!isText(cell.content)) {
        canvas.signature(cell.content, {
          x: left + PAD_X,
          y: y + 2,
          width: cell.width - 2 * PAD_X,
          height: height - 4,
        });
        continue;
      }
      const face = cell.label ? setter.bold : setter.regular;
      // A long value starts at the top, where reading starts; short ones stand in the middle.
      const tall = !cell.label && height > LEAST_LINE * 2;
      let baseline = y + (tall ? PAD_Y : (height - cell.content.length * step) / 2) + size * ASCENT;
      for (const line of cell.content) {
        const free = cell.width - 2 * PAD_X - (line.width * size) / 1000;
        canvas.text(line, face, size, left + PAD_X + (cell.label ? free / 2 : 0), baseline);
        baseline += step;
      }
    }
    canvas.horizontal(x, x + width, y + height);
  };
  const split = (space: number): readonly [Slice, Slice] | null => {
    const fits = Math.floor((space - 2 * PAD_Y) / step);
    if (fits < 2) return null;
    const part = (from: number, to?: number): Slice => {
      const taken = cells.map((cell) => {
        if (!isText(cell.content)) return from === 0 ? cell : { ...cell, content: [] };
        return cell.label ? cell : { ...cell, content: cell.content.slice(from, to) };
      });
      return gridSlice(taken, to === undefined ? heightOf(taken, size, 1) : space, size, room);
    };
    return [part(0, fits), part(fits)];
  };
  return { height, paint, split };
}

function ruledLine(fields: readonly Field[], block: FieldsBlock, size: number, room: Room): Slice {
  const { setter, width } = room;
  const slot = fields[0]?.wide ? width : width / block.perLine;
  const labelWidth = Math.min(mm(LABEL_MM[block.perLine]), slot * 0.45);
  const cells = fields.flatMap(({ label, value }, index): GridCell[] => {
    const x = index * slot;
    // The last value of a line takes what is left of it.
    const end = index === fields.length - 1 ? width : x + slot;
    const valueWidth = end - x - labelWidth;
    const content =
      typeof value === 'string' ? setter.wrap(value, setter.regular, size, valueWidth - 2 * PAD_X) : value;
    return [
      {
        x,
        width: labelWidth,
        label: true,
        content: setter.wrapEvenly(label, setter.bold, size, labelWidth - 2 * PAD_X),
      },
      { x: x + labelWidth, width: valueWidth, label: false, content },
    ];
  });
  const minLines = Math.max(1, ...fields.map((field) => field.minLines ?? 1));
  return gridSlice(cells, heightOf(cells, size, minLines), size, room);
}

function plainLine({ label, value }: Field, size: number, { setter, width }: Room): Slice {
  const head = setter.fit(`${label}：`, setter.bold, size, width * 0.5);
  const indent = (head.line.width * head.size) / 1000;
  const step = size * LEADING;
  if (typeof value !== 'string') {
    return {
      height: SIGNED_LINE,
      paint: (canvas, x, y) => {
        canvas.text(head.line, setter.bold, head.size, x, y + size * ASCENT);
        canvas.signature(value, { x: x + indent, y, width: width - indent, height: SIGNED_LINE });
      },
    };
  }
  const lines = setter.wrap(value, setter.regular, size, width - indent);
  return {
    height: lines.length * step,
    paint: (canvas, x, y) => {
      canvas.text(head.line, setter.bold, head.size, x, y + size * ASCENT);
      lines.forEach((line, index) =>
        canvas.text(line, setter.regular, size, x + indent, y + index * step + size * ASCENT),
      );
    },
  };
}

function titleBar(title: string, { setter, width, scale }: Room): Slice {
  const size = SIZE * scale;
  const height = size * LEADING + 2 * PAD_Y;
  const { line, size: fitted } = setter.fit(title, setter.bold, size, width - 2 * PAD_X);
  return {
    height,
    paint: (canvas, x, y) => {
      canvas.tint({ x, y, width, height }, 0.9);
      canvas.text(line, setter.bold, fitted, x + PAD_X, y + PAD_Y + fitted * ASCENT);
      canvas.horizontal(x, x + width, y + height);
    },
  };
}

/** A block of fields as a section. */
export function fieldsSection(block: FieldsBlock, room: Room): Section {
  if (!room.ruled) {
    const slices = block.fields.map((field) => plainLine(field, 8.5 * room.scale, room));
    return { gap: 1.5, slices, count: slices.length };
  }
  const size = SIZE * room.scale;
  const slices = linesOf(block).map((fields) => ruledLine(fields, block, size, room));
  return {
    gap: 5,
    slices,
    count: slices.length,
    ...(block.title ? { head: titleBar(block.title, room) } : {}),
    close: (canvas, x, top, bottom) =>
      canvas.frame({ x, y: top, width: room.width, height: bottom - top }, FRAME),
  };
}
