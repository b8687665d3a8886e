/** Every row of an import against the rules, the file and the stock, before anything is written. */
import type { Refusal } from '../../core/command';
import { Checks } from '../../core/field-checks';
import { formatMoney } from '../../core/money';
import { cleanLine } from '../../core/text';
import { EMPTY_PRODUCT, codesOf, fieldsOf, pricesText, type ProductFields } from '../fields';
import { priceOn } from '../price';
import type { Product } from '../schema';
import { titleOf, type ImportKey } from './columns';
import { changesOf, importedBody, typedDay, type ImportProduct, type ImportedBody } from './imported';
import type { TypedRow } from './read-table';

/** What the rows are checked against. */
export interface ImportGround {
  readonly products: readonly Product[];
  /** Supplier ids by name. */
  readonly suppliers: ReadonlyMap<string, string>;
  readonly categories: readonly string[];
  readonly day: string;
  readonly newId: () => string;
}

/** What should be known about a row; its words are `products.import.remark.<say>`. */
export interface ImportNote {
  readonly say: 'formula' | 'newCategory' | 'changes' | 'price';
  readonly params: Readonly<Record<string, string>>;
}

export type ImportOutcome = 'new' | 'changed' | 'same' | 'problem';

/** One row of the preview. */
export interface CheckedRow {
  /** The line, as the list's id. */
  readonly id: string;
  readonly line: number;
  readonly sku: string;
  readonly title: string;
  readonly outcome: ImportOutcome;
  /** Why it is not written; `field` names the column. */
  readonly problems: readonly Refusal[];
  readonly notes: readonly ImportNote[];
  readonly row: ImportProduct;
}

/** SKU of the template's example row. */
export const EXAMPLE_SKU = '示例';
/** What a program takes for a formula at the start of a cell. */
const FORMULA = /^[=+\-@\t]/;
/** A long number that Excel has rounded. */
const ROUNDED = /^\d(\.\d+)?e\+?\d+$/i;

interface Draft {
  readonly typed: TypedRow;
  readonly row: ImportProduct;
  readonly before: Product | undefined;
  readonly body: ImportedBody;
  readonly checks: Checks;
  readonly notes: ImportNote[];
}

function fieldsFrom(
  { typed }: TypedRow,
  before: Product | undefined,
  from: string,
  { suppliers, day }: ImportGround,
  checks: Checks,
): ProductFields {
  const { from: _from, supplier, ...cells } = typed;
  const base = before ? { ...fieldsOf(before), ...pricesText(before, from || day) } : EMPTY_PRODUCT;
  const name = cleanLine(supplier ?? '');
  const id = suppliers.get(name);
  if (name !== '' && id === undefined) checks.refuse('supplier', 'importSupplier', { name });
  return { ...base, ...cells, supplier: supplier === undefined ? base.supplier : (id ?? '') };
}

function checkCells({ typed }: TypedRow, checks: Checks, notes: ImportNote[]): void {
  for (const [key, text] of Object.entries(typed)) {
    if (text.includes('\ufffd')) checks.refuse(key, 'importUnreadable');
    if (FORMULA.test(text.trim()) && text.trim().length > 1 && !/^-[\d.,]+$/.test(text.trim()))
      notes.push({ say: 'formula', params: { column: titleOf(key) } });
  }
  for (const key of ['sku', 'barcode', 'packBarcode'] as const)
    if (ROUNDED.test(typed[key]?.trim() ?? '')) checks.refuse(key, 'importRounded');
}

function draftOf(typed: TypedRow, bySku: ReadonlyMap<string, Product>, ground: ImportGround): Draft {
  const checks = new Checks();
  const notes: ImportNote[] = [];
  const before = bySku.get(cleanLine(typed.typed.sku ?? ''));
  const from = typedDay(typed.typed.from ?? '');
  checkCells(typed, checks, notes);
  const fields = fieldsFrom(typed, before, from, ground, checks);
  const row: ImportProduct = { id: before?.id ?? ground.newId(), line: typed.line, fields, from };
  if (fields.sku.trim() === EXAMPLE_SKU) checks.refuse('sku', 'importExample');
  const body = importedBody(checks, before, row, ground.day);
  return { typed, row, before, body, checks, notes };
}

/** Refuses codes that stand twice in the file, or in the file and on another product. */
function checkDoubles(drafts: readonly Draft[], products: readonly Product[]): void {
  const inFile = new Map<string, Draft>();
  const replaced = new Set(drafts.flatMap(({ before }) => (before ? [before.id] : [])));
  const stock = new Map<string, string>();
  for (const product of products)
    if (!replaced.has(product.id))
      for (const code of codesOf(product.body)) stock.set(code, product.body.name);
  // A product on record keeps its codes against a new one, wherever its row stands.
  const inOrder = [...drafts].sort((a, b) => Number(b.before !== undefined) - Number(a.before !== undefined));
  for (const draft of inOrder) {
    const { sku, barcode, pack } = draft.body;
    const codes = [
      ['sku', sku],
      ['barcode', barcode],
      ['packBarcode', pack?.barcode ?? ''],
    ] as const;
    const mine = new Set<string>();
    for (const [field, code] of codes) {
      if (code === '') continue;
      const first = inFile.get(code);
      const name = stock.get(code);
      if (first) draft.checks.refuse(field, 'importDoubled', { line: first.typed.line });
      else if (name !== undefined) draft.checks.refuse(field, 'codeTaken', { name });
      if (mine.has(code) && field === 'packBarcode') draft.checks.refuse(field, 'packBarcodeSame');
      mine.add(code);
    }
    for (const code of mine) if (!inFile.has(code)) inFile.set(code, draft);
  }
}

function notesOf(
  { before, body, notes, row }: Draft,
  changes: readonly string[],
  ground: ImportGround,
): readonly ImportNote[] {
  const all = [...notes];
  if (!ground.categories.includes(body.category))
    all.push({ say: 'newCategory', params: { category: body.category } });
  if (!before) return all;
  const particulars = changes.filter((key) => key !== 'prices' && key !== 'acknowledged');
  if (particulars.length > 0)
    all.push({
      say: 'changes',
      params: { columns: particulars.map((key) => titleOf(key === 'pack' ? 'packUnit' : key)).join('、') },
    });
  if (changes.includes('prices')) {
    const day = row.from || ground.day;
    const [was, is] = [priceOn(before.body, day), priceOn(body, day)];
    const text = (price: typeof was): string =>
      price
        ? [price.price, price.memberPrice]
            .filter((fen) => fen !== null)
            .map(formatMoney)
            .join(' / ')
        : '';
    all.push({ say: 'price', params: { was: text(was), is: text(is), day } });
  }
  return all;
}

/** The preview of a file: what each row would do, or why it cannot. */
export function checkImport(rows: readonly TypedRow[], ground: ImportGround): readonly CheckedRow[] {
  const bySku = new Map(ground.products.map((product) => [product.body.sku, product]));
  const drafts = rows.map((row) => draftOf(row, bySku, ground));
  checkDoubles(drafts, ground.products);
  return drafts.map((draft) => {
    const { before, body, checks, row, typed } = draft;
    const changes: readonly string[] = before ? changesOf(before, body) : [];
    const problems = firstOfEach(checks.refusals);
    const outcome =
      problems.length > 0 ? 'problem' : !before ? 'new' : changes.length > 0 ? 'changed' : 'same';
    const { sku = '', name = '', spec = '' } = typed.typed satisfies Partial<Record<ImportKey, string>>;
    return {
      id: String(typed.line),
      line: typed.line,
      sku: cleanLine(sku),
      title: cleanLine(`${name || (before?.body.name ?? '')} ${spec}`),
      outcome,
      problems,
      notes: problems.length > 0 ? draft.notes : notesOf(draft, changes, ground),
      row,
    };
  });
}

/** One message a column: the first is the one to mend first. */
function firstOfEach(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string | undefined>();
  return refusals.filter(({ field }) => !seen.has(field) && seen.add(field));
}
