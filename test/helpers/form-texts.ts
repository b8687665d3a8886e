/** Texts that a form holds, and a form grown to so many records. */
import type { Block, Cell, FormDoc, TableBlock } from '@shared/forms/model';

const cells = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  rows.flat().filter((cell): cell is string => typeof cell === 'string');

function textsOfTable({ columns, rows, second, totals }: TableBlock): readonly string[] {
  return [
    ...columns.map(({ title }) => title),
    ...cells(rows),
    ...(second ? [...second.columns.map(({ title }) => title), ...cells(second.rows)] : []),
    ...cells(totals ?? []),
  ];
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'table':
      return textsOfTable(block);
    case 'fields':
      return [
        block.title ?? '',
        ...block.fields.map(({ label }) => label),
        ...cells([block.fields.map(({ value }) => value)]),
      ];
    case 'text':
      return [block.text];
    case 'signatures':
      return block.lines.flatMap(({ label, value, date }) => [
        label,
        typeof value === 'string' ? value : '',
        date ?? '',
      ]);
    case 'barChart':
      return [block.title, ...block.series.map(({ name }) => name)];
    case 'grid':
      return block.cells.flat().flatMap(textsOfBlock);
    case 'barcode':
    case 'space':
      return [];
  }
}

/** All texts, blanks and breaks left out. */
export function textsOf({ club, title, subtitle, blocks, paper }: FormDoc): readonly string[] {
  const head =
    paper.size === 'label' || blocks.some(({ type }) => type === 'grid') ? [] : [club, title, subtitle];
  return [...head, ...blocks.flatMap(textsOfBlock)].map((text) => text.replace(/\s+/gu, '')).filter(Boolean);
}

const cycled = <T>(list: readonly T[], count: number): readonly T[] =>
  list.length === 0 ? [] : Array.from({ length: count }, (_, at) => list[at % list.length] as T);

/** Index of the block of which `size` is the greatest, the last among equals; -1 when it is 0 of all. */
function greatest(blocks: readonly Block[], size: (block: Block) => number): number {
  return blocks.reduce((best, block, at) => {
    const least = best < 0 ? 1 : size(blocks[best] as Block);
    return size(block) >= least ? at : best;
  }, -1);
}

/** Index of the table that holds a form's records: the longest before its signatures; -1 without one. */
export const recordTable = (blocks: readonly Block[]): number =>
  greatest(blocks, (block) => (block.type === 'table' ? block.rows.length : 0));

/** Stands in the first cell of the last record of a grown form: a character no other text has. */
export const LAST = '龘';

const marked = (rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
  rows.map((row, at) => (at === rows.length - 1 ? [LAST, ...row.slice(1)] : row));

function grownTable(table: TableBlock, count: number): TableBlock {
  const rows = marked(cycled(table.rows, count));
  return {
    ...table,
    rows,
    ...(table.second ? { second: { ...table.second, rows: cycled(table.second.rows, count) } } : {}),
  };
}

/**
 * The form with so many records in its longest table; without a table, with so many lines in its last field. Null when it has neither.
 */
export function grown(doc: FormDoc, count: number): FormDoc | null {
  const signed = doc.blocks.findIndex(({ type }) => type === 'signatures');
  const before = doc.blocks.slice(0, signed);
  const table = recordTable(before);
  const at =
    table >= 0 ? table : greatest(before, ({ type }) => (type === 'fields' || type === 'text' ? 1 : 0));
  const block = doc.blocks[at];
  if (signed < 0 || !block) return null;
  const lines = Array.from({ length: count }, (_, line) => `第 ${line + 1} 行`).join('\n');
  const put = (next: Block): FormDoc => ({
    ...doc,
    blocks: doc.blocks.map((one, index) => (index === at ? next : one)),
  });
  if (block.type === 'table') return put(grownTable(block, count));
  if (block.type === 'text') return put({ ...block, text: `${block.text}\n${lines}` });
  if (block.type !== 'fields') return null;
  const last = block.fields.length - 1;
  return put({
    ...block,
    fields: block.fields.map((field, index) =>
      index === last ? { ...field, value: lines, wide: true } : field,
    ),
  });
}
