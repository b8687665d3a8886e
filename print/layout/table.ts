/** Tables: fixed columns, repeated header, rows kept whole, records of two lines, totals, blank rows struck out. */
import type { Cell, Column, TableBlock } from '../../shared/forms/model';
import { forms as words } from '../../shared/messages/zh-CN/forms';
import { FRAME, HAIR, type Canvas } from '../canvas';
import type { Face } from '../face';
import type { Line } from '../text';
import { ASCENT, LEADING, type Room, type Section, type Slice } from './section';

const PAD_X = 2.4;
const PAD_Y = 2.6;
const LEAST_ROW = 17;
const LEAST_SIGNED_ROW = 26;
const HEAD_TINT = 0.93;
const TOTAL_TINT = 0.96;

/** A column with its place. */
interface Place extends Column {
  readonly x: number;
  readonly points: number;
}

/** A cell laid out: lines of text, or a signature. */
type Laid = { readonly lines: readonly Line[]; readonly size: number } | Exclude<Cell, string>;

/** One row of a record, ready to paint. */
interface LaidRow {
  readonly cells: readonly Laid[];
  readonly places: readonly Place[];
  readonly height: number;
}

interface Look {
  readonly room: Room;
  readonly size: number;
  readonly face: Face;
}

/** Widths scaled to the printable width. */
function placed(columns: readonly Column[], width: number): readonly Place[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  let x = 0;
  return columns.map((column) => {
    const points = (column.width / all) * width;
    const place = { ...column, x, points };
    x += points;
    return place;
  });
}

function sizeFor(columns: number): number {
  if (columns >= 14) return 7.8;
  return columns >= 10 ? 8.4 : 9;
}

function layCell(cell: Cell, place: Place, { room, size, face }: Look): Laid {
  if (typeof cell !== 'string') return cell;
  const width = place.points - 2 * PAD_X;
  if (!place.noWrap) return room.setter.wrapWords(cell, face, size, width);
  const fitted = room.setter.fit(cell, face, size, width);
  return { lines: [fitted.line], size: fitted.size };
}

function rowHeight(cells: readonly Laid[], look: Look): number {
  let height = look.room.ruled ? LEAST_ROW : 0;
  for (const cell of cells) {
    const own = 'lines' in cell ? cell.lines.length * look.size * LEADING + 2 * PAD_Y : LEAST_SIGNED_ROW;
    if (own > height) height = own;
  }
  return height;
}

function layRow(cells: readonly Cell[], places: readonly Place[], look: Look): LaidRow {
  const laid = places.map((place, index) => layCell(cells[index] ?? '', place, look));
  return { cells: laid, places, height: rowHeight(laid, look) };
}

function paintCells(
  canvas: Canvas,
  x: number,
  y: number,
  row: LaidRow,
  look: Look,
  align?: Column['align'],
): void {
  const { cells, places, height } = row;
  places.forEach((place, index) => {
    const cell = cells[index];
    if (!cell) return;
    if (!('lines' in cell)) {
      canvas.signature(cell, { x: x + place.x + 2, y: y + 2, width: place.points - 4, height: height - 4 });
      return;
    }
    const { lines, size } = cell;
    const step = look.size * LEADING;
    let baseline = y + (height - lines.length * step) / 2 + (step - size * LEADING) / 2 + size * ASCENT;
    for (const line of lines) {
      const free = place.points - 2 * PAD_X - (line.width * size) / 1000;
      const side = align ?? place.align ?? 'left';
      const shift = side === 'right' ? free : side === 'center' ? free / 2 : 0;
      canvas.text(line, look.face, size, x + place.x + PAD_X + shift, baseline);
      baseline += step;
    }
  });
}

function paintRules(canvas: Canvas, x: number, y: number, { places, height }: LaidRow): void {
  for (const place of places.slice(1)) canvas.vertical(x + place.x, y, y + height);
}

/** A second line that begins with an untitled column leaves it to the cell above (序号 over both lines). */
function indentOf(row: LaidRow | undefined): number {
  const [first] = row?.places ?? [];
  return first?.title === '' ? first.points : 0;
}

/** A record of one or two rows as a slice. */
function recordSlice(rows: readonly LaidRow[], look: Look): Slice {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return {
    height,
    paint: (canvas, x, y) => {
      let top = y;
      rows.forEach((row, index) => {
        paintCells(canvas, x, top, row, look);
        if (look.room.ruled) paintRules(canvas, x, top, row);
        top += row.height;
        const inside = index < rows.length - 1;
        if (!look.room.ruled) return;
        if (inside) canvas.dashed(x + indentOf(rows[index + 1]), x + look.room.width, top, 1.5);
        else canvas.horizontal(x, x + look.room.width, top, HAIR);
      });
    },
    split: (room) => splitRecord(rows, room, look),
  };
}

/** Parts a record between its rows, or a row between its lines of text. */
function splitRecord(rows: readonly LaidRow[], room: number, look: Look): readonly [Slice, Slice] | null {
  const before: LaidRow[] = [];
  let left = room;
  for (const [index, row] of rows.entries()) {
    if (row.height <= left) {
      before.push(row);
      left -= row.height;
      continue;
    }
    const fits = Math.floor((left - 2 * PAD_Y) / (look.size * LEADING));
    const part = (from: number, to?: number): LaidRow => {
      const cells = row.cells.map((cell) =>
        'lines' in cell
          ? { ...cell, lines: cell.lines.slice(from, to) }
          : from === 0
            ? cell
            : { lines: [], size: look.size },
      );
      return { ...row, cells, height: rowHeight(cells, look) };
    };
    if (fits >= 2)
      return [
        recordSlice([...before, part(0, fits)], look),
        recordSlice([part(fits), ...rows.slice(index + 1)], look),
      ];
    if (before.length === 0) return null;
    return [recordSlice(before, look), recordSlice(rows.slice(index), look)];
  }
  return null;
}

function headSlice(block: TableBlock, columns: readonly (readonly Place[])[], look: Look): Slice {
  const bold: Look = { ...look, face: look.room.setter.bold };
  const rows = columns.map((places): LaidRow => {
    const cells = places.map((place) => ({
      lines: look.room.setter.wrapEvenly(place.title, bold.face, look.size, place.points - 2 * PAD_X),
      size: look.size,
    }));
    return { cells, places, height: rowHeight(cells, bold) };
  });
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const { width, ruled } = look.room;
  return {
    height,
    paint: (canvas, x, y) => {
      if (ruled) canvas.tint({ x, y, width, height }, HEAD_TINT);
      let top = y;
      rows.forEach((row, index) => {
        paintCells(canvas, x, top, row, bold, ruled ? 'center' : undefined);
        if (ruled) paintRules(canvas, x, top, row);
        top += row.height;
        const between = block.second && index === 0;
        if (ruled && between) canvas.dashed(x + indentOf(rows[1]), x + width, top, 1.5);
        else canvas.horizontal(x, x + width, top, ruled ? 0.8 : HAIR);
      });
    },
  };
}

function* recordSlices(
  block: TableBlock,
  columns: readonly (readonly Place[])[],
  look: Look,
): Iterable<Slice> {
  const [first = [], second = []] = columns;
  for (const [index, cells] of block.rows.entries()) {
    const rows = [layRow(cells, first, look)];
    if (block.second) rows.push(layRow(block.second.rows[index] ?? [], second, look));
    yield recordSlice(rows, look);
  }
}

/** One line over the whole width, e.g. 本期无记录. */
function noteSlice(text: string, height: number, { room, size, face }: Look): Slice {
  const { line, size: fitted } = room.setter.fit(text, face, size, room.width - 2 * PAD_X);
  return {
    height,
    paint: (canvas, x, y) => {
      canvas.text(
        line,
        face,
        fitted,
        x + (room.width - (line.width * fitted) / 1000) / 2,
        y + height / 2 + fitted * 0.36,
      );
      if (room.ruled) canvas.horizontal(x, x + room.width, y + height);
    },
  };
}

/** Blank rows up to `fillTo`, the first saying 以下空白, struck through so that nothing can be added. */
function fillSlice(rows: number, places: readonly Place[], look: Look): Slice {
  const { width } = look.room;
  const height = rows * LEAST_ROW;
  const note = noteSlice(words.blankBelow, LEAST_ROW, look);
  return {
    height,
    paint: (canvas, x, y) => {
      note.paint(canvas, x, y);
      for (let row = 1; row < rows; row++) {
        paintRules(canvas, x, y + row * LEAST_ROW, { cells: [], places, height: LEAST_ROW });
        canvas.horizontal(x, x + width, y + (row + 1) * LEAST_ROW);
      }
      if (rows > 1) canvas.slant(x + width, y + LEAST_ROW, x, y + height);
    },
  };
}

function totalsSlice(totals: readonly (readonly Cell[])[], places: readonly Place[], look: Look): Slice {
  const bold: Look = { ...look, face: look.room.setter.bold };
  const rows = totals.map((cells) => layRow(cells, places, bold));
  const record = recordSlice(rows, bold);
  return {
    height: record.height,
    paint: (canvas, x, y) => {
      if (look.room.ruled) canvas.tint({ x, y, width: look.room.width, height: record.height }, TOTAL_TINT);
      else canvas.horizontal(x, x + look.room.width, y);
      record.paint(canvas, x, y);
    },
  };
}

/** Tables up to this many rows are laid out at once, longer ones row by row as their pages come. */
const SHORT = 12;

function slicesOf(block: TableBlock, columns: readonly (readonly Place[])[], look: Look): Iterable<Slice> {
  if (block.rows.length === 0) return [noteSlice(block.empty ?? words.noRecords, 26, look)];
  const slices = recordSlices(block, columns, look);
  return block.rows.length <= SHORT ? [...slices] : slices;
}

/** A table as a section. */
export function tableSection(block: TableBlock, room: Room): Section {
  const columns = [block.columns, ...(block.second ? [block.second.columns] : [])].map((each) =>
    placed(each, room.width),
  );
  const widest = Math.max(...columns.map(({ length }) => length));
  const look: Look = {
    room,
    size: (block.fontSize ?? sizeFor(widest)) * room.scale,
    face: room.setter.regular,
  };
  const [first = []] = columns;
  const { fillTo } = block;
  const empty = block.rows.length === 0;
  return {
    gap: 5,
    head: headSlice(block, columns, look),
    slices: slicesOf(block, columns, look),
    count: block.rows.length,
    ...(block.totals && block.totals.length > 0 ? { tail: totalsSlice(block.totals, first, look) } : {}),
    ...(fillTo && !empty
      ? {
          fill: (onPage: number, left: number): Slice | null => {
            const rows = Math.min(fillTo - onPage, Math.floor(left / LEAST_ROW));
            return rows > 0 ? fillSlice(rows, first, look) : null;
          },
        }
      : {}),
    ...(room.ruled
      ? {
          close: (canvas: Canvas, x: number, top: number, bottom: number) =>
            canvas.frame({ x, y: top, width: room.width, height: bottom - top }, FRAME),
        }
      : {}),
  };
}
