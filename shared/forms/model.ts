/**
 * Printed forms as data (FORMS.md): pure functions in `shared/<feature>/forms.ts` build a FormDoc;
 * `electron/print/` lays it out on pdfkit. Lengths are millimetres, text sizes points.
 */

export type Paper =
  | { readonly size: 'A4'; readonly orientation: 'portrait' | 'landscape' }
  /** Half an A4 page, `copies` of the same content one below the other with a cut line. */
  | { readonly size: 'A4-half'; readonly copies: readonly string[] }
  | { readonly size: 'roll-80' }
  | { readonly size: 'label'; readonly widthMm: number; readonly heightMm: number };

export interface Column {
  readonly title: string;
  /** Millimetres; the widths of a table add up to the printable width or are scaled to it. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Never broken: shrunk slightly, then cut with an ellipsis. For dates, numbers, codes. */
  readonly noWrap?: boolean;
}

/** A vector signature: strokes of points in a `width` × `height` box. */
export interface SignatureStrokes {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** A cell is text, or a signature drawn into it. */
export type Cell = string | SignatureStrokes;

export interface TableBlock {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Second line of a two-line record (遗留物品登记表); same length as `rows`, own columns. */
  readonly second?: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };
  /** Rows of 合计, printed bold and tinted after the last row; cells as in `rows`. */
  readonly totals?: readonly (readonly Cell[])[];
  /** Blank rows to fill with 以下空白 struck out when fewer rows than this stand on the last page. */
  readonly fillTo?: number;
  /** Points; default by the number of columns. */
  readonly fontSize?: number;
  /** Printed instead of an empty table; default 本期无记录. */
  readonly empty?: string;
}

export interface FieldsBlock {
  readonly type: 'fields';
  /** Bar above the grid, e.g. 处理情况. */
  readonly title?: string;
  /** Label and value pairs, `perLine` to a line in a ruled grid. `wide` takes a whole line. */
  readonly perLine: 1 | 2 | 3;
  readonly fields: readonly {
    readonly label: string;
    readonly value: Cell;
    readonly wide?: boolean;
    readonly minLines?: number;
  }[];
}

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  /** `large`: the price on a label. */
  readonly style?: 'body' | 'small' | 'bold' | 'heading' | 'large';
  readonly align?: 'left' | 'center' | 'right';
}

/** Signature lines; never alone on a page: kept with the block before. */
export interface SignaturesBlock {
  readonly type: 'signatures';
  readonly lines: readonly {
    readonly label: string;
    /** Drawn strokes, or `工号确认 …` text, or empty for signing by hand. */
    readonly value?: Cell;
    readonly date?: string;
  }[];
}

export interface BarcodeBlock {
  readonly type: 'barcode';
  readonly symbology: 'code128' | 'qrcode';
  readonly text: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface BarChartBlock {
  readonly type: 'barChart';
  readonly title: string;
  readonly unit: string;
  /** Null where there is nothing to draw: no figure is not a figure of nought. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly labels: readonly string[];
  readonly heightMm: number;
}

/** A grid of equal cells, e.g. labels on an A4 sheet. */
export interface GridBlock {
  readonly type: 'grid';
  readonly cellWidthMm: number;
  readonly cellHeightMm: number;
  readonly cells: readonly (readonly Block[])[];
}

export interface SpaceBlock {
  readonly type: 'space';
  readonly mm: number;
}

export type Block =
  | TableBlock
  | FieldsBlock
  | TextBlock
  | SignaturesBlock
  | BarcodeBlock
  | BarChartBlock
  | GridBlock
  | SpaceBlock;

export interface FormDoc {
  readonly paper: Paper;
  readonly club: string;
  readonly title: string;
  /** Line under the title: number or period, desks, states. */
  readonly subtitle: string;
  /** Number or period alone, for the name of the kept file; never text of a customer. */
  readonly reference?: string;
  /** Registers and vouchers of money are kept for ever; others for the retention time (DOMAIN §2). */
  readonly money?: true;
  readonly blocks: readonly Block[];
  /** `制表：林晓彤（A 台） 2026-11-21 16:02`; absent on labels and receipts. */
  readonly printedBy?: string;
}
