/** A row of the paper 遗留物品登记表 as a found item. */
import { civil, instantOf } from '../core/time';
import { lostProperty as words } from '../messages/zh-CN/lost-property';
import { emptyFound, type FoundFields } from '../lost-property/found-fields';
import { itemOf, itemPrints, type ImportedItem, type PaperEnd } from '../lost-property/import-items';
import { VALUE_KINDS, needsTwo, type Feature, type ValueKind } from '../lost-property/schema';
import { guessCategory } from '../lost-property/synonyms';
import { LIST_WORDS } from './words';
import { OUTSIDE } from './outside';
import { RowReader, firstOfEach, type CheckedRow, type ImportGround } from './row';
import type { TypedRow } from './table';
import { plainText, readCount } from './typed';

const NO_TIME = '12:00';

/** Field of an item to the column it came from, where the two have different names. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  foundAt: 'day',
  finderName: 'finder',
  finderPhone: 'phone',
  finderDepartment: 'finder',
  category: 'name',
};

function statusOf(reader: RowReader): PaperEnd['status'] {
  const text = plainText(reader.cell('status'));
  const among = (list: readonly string[]): boolean => list.includes(text);
  if (among(LIST_WORDS.claimed)) return 'claimed';
  if (among(LIST_WORDS.handedOver)) return 'handedOver';
  if (among(LIST_WORDS.disposed)) return 'disposed';
  if (text !== '' && !among(LIST_WORDS.held)) reader.refuse('status', 'paperStatus', { text });
  return text === '' && reader.cell('claimant') !== '' ? 'claimed' : 'held';
}

function endOf(reader: RowReader, foundAt: string): PaperEnd {
  const status = statusOf(reader);
  const gone = status === 'held' ? null : reader.day('goneDay', false);
  if (status !== 'held' && reader.cell('goneDay') === '') reader.note('goneDay', 'noGoneDay');
  const noon = gone ? instantOf(`${gone.day}T${gone.time || NO_TIME}`) : foundAt;
  // Found and fetched on one day: the time of the fetching is not written.
  const at = gone && gone.day === civil(foundAt).slice(0, 10) && noon < foundAt ? foundAt : noon;
  return {
    status,
    at: status === 'held' ? '' : at,
    claimant: reader.cell('claimant'),
    claimantPhone: reader.cell('claimantPhone'),
    last4: plainText(reader.cell('last4')).toUpperCase().slice(-4),
    result: reader.cell('result'),
  };
}

function valueKindOf(reader: RowReader): ValueKind {
  const text = plainText(reader.cell('valueKind'));
  if (text === '') return 'ordinary';
  const found = VALUE_KINDS.find((kind) => text.startsWith(words.valueKind[kind]));
  if (!found) reader.note('valueKind', 'otherKind', { text, kind: words.valueKind.ordinary });
  return found ?? 'ordinary';
}

const featuresOf = (text: string): readonly Feature[] =>
  text
    .split(/[；;\n]/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ({ kind: 'other', text: part, hidden: false }));

function fieldsOf(reader: RowReader, foundAt: string, end: PaperEnd, ground: ImportGround): FoundFields {
  const { settings } = ground.context;
  const name = reader.cell('name');
  const guess = guessCategory(name);
  const category = settings.lostCategories.find((one) => one === guess) ?? settings.lostCategories.at(-1);
  const quantity = reader.cell('quantity') === '' ? 1 : readCount(reader.cell('quantity'));
  const valueKind = valueKindOf(reader);
  const finder = reader.cell('finder');
  if (finder === '') reader.note('finder', 'noFinder');
  const storage = reader.cell('storage');
  const usual = settings.lostStorages[0] ?? OUTSIDE;
  if (storage === '' && end.status === 'held') reader.note('storage', 'noStorage', { storage: usual });
  const bagNo = reader.cell('bagNo');
  const withoutBag = bagNo === '' && needsTwo(valueKind) && end.status !== 'held';
  if (withoutBag) reader.note('bagNo', 'noBag');
  return {
    ...emptyFound(finder || words.paperNoFinder, category ?? OUTSIDE, storage || usual),
    name,
    place: reader.cell('place'),
    foundAt,
    quantity,
    valueKind,
    amount: reader.cell('amount'),
    bagNo: withoutBag ? words.paperNoBag : bagNo,
    features: featuresOf(reader.cell('features')),
    finderKind: finder === '' || ground.staff.has(finder) ? 'employee' : 'customer',
    finderPhone: reader.cell('phone'),
    remark: [reader.cell('remark'), end.status === 'disposed' ? '' : reader.cell('result')]
      .filter(Boolean)
      .join('；'),
  };
}

/** One row against the rules; whether it is known already is told later (`markKnown`). */
export function checkItem(row: TypedRow, ground: ImportGround): CheckedRow<ImportedItem> {
  const { context } = ground;
  const reader = new RowReader(row, civil(context.now).slice(0, 10));
  const date = reader.day('day', true);
  const time = reader.time('time') || date?.time || '';
  if (date && time === '') reader.note('time', 'noTime', { time: NO_TIME });
  const foundAt = date ? instantOf(`${date.day}T${time || NO_TIME}`) : '';
  const end = endOf(reader, foundAt);
  const fields = fieldsOf(reader, foundAt, end, ground);
  const no = reader.cell('no').slice(0, 40);
  const imported: ImportedItem = { id: ground.newId(), line: row.line, no, fields, end };
  let day = '';
  if (date) {
    const made = itemOf(imported, { batch: '-', file: ground.file }, context);
    if (made.ok) day = made.doc.day;
    else
      reader.problems.push(
        ...made.refusals.map(({ field = '', ...rest }) => ({ ...rest, field: COLUMN_OF[field] ?? field })),
      );
  }
  const problems = firstOfEach(reader.problems);
  return {
    id: String(row.line),
    line: row.line,
    title: fields.name,
    day,
    verdict: problems.length > 0 ? 'refused' : reader.notes.length > 0 ? 'warning' : 'ok',
    problems,
    notes: reader.notes,
    typed: row.typed,
    prints: problems.length > 0 ? [] : itemPrints(fields, no),
    record: problems.length > 0 ? null : imported,
  };
}
