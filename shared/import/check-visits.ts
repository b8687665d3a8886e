/** A row of the paper 客户来访登记表 as a visit. */
import { normalizePhone } from '../core/phone';
import { addDays, civil, instantOf } from '../core/time';
import { emptyFields, type VisitFields } from '../visits/fields';
import { visitOf, visitPrints, type ImportedVisit } from '../visits/import-visits';
import { LIMITS, MAX_PEOPLE } from '../visits/schema';
import { OUTSIDE } from './outside';
import { RowReader, firstOfEach, type CheckedRow, type ImportGround } from './row';
import type { TypedRow } from './table';
import { readCount } from './typed';

/** Where the paper has no time: the middle of the day, said so beside the row and in the remark. */
const NO_TIME = '12:00';

/** Field of a visit to the column it came from, where the two have different names. */
const COLUMN_OF: Readonly<Record<string, string>> = { host: 'visiting', details: 'purpose' };

function peopleOf(reader: RowReader): number {
  const text = reader.cell('people');
  const people = text === '' ? 1 : readCount(text);
  if (people !== null && people >= 1 && people <= MAX_PEOPLE) return people;
  reader.refuse('people', 'badNumber', { min: 1, max: MAX_PEOPLE });
  return 1;
}

/** The department whose name stands in the cell, and what else stands there: whom they came to see. */
function visiting(
  text: string,
  departments: ImportGround['departments'],
): Pick<VisitFields, 'department' | 'host'> {
  const names = [...departments.keys()].sort((a, b) => b.length - a.length);
  const name = names.find(
    (one) => text.includes(one) || (one.endsWith('部') && text.startsWith(one.slice(0, -1))),
  );
  if (name === undefined) return { department: '', host: text };
  const rest = text.replace(text.includes(name) ? name : name.slice(0, -1), '');
  return { department: departments.get(name) ?? '', host: rest.replace(/^[\s/、，,:：·-]+/u, '').trim() };
}

/** Two instants, ISO; a visitor who left before they came left after midnight. */
function times(reader: RowReader, day: string, inDayCell: string): Pick<VisitFields, 'timeIn' | 'timeOut'> {
  const written = reader.time('timeIn') || inDayCell;
  if (written === '') reader.note('timeIn', 'noTime', { time: NO_TIME });
  const timeIn = written || NO_TIME;
  const timeOut = reader.time('timeOut');
  const after = timeOut !== '' && timeOut < timeIn;
  if (after) reader.note('timeOut', 'overMidnight');
  return {
    timeIn: instantOf(`${day}T${timeIn}`),
    timeOut: timeOut === '' ? '' : instantOf(`${after ? addDays(day, 1) : day}T${timeOut}`),
  };
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('；');

/** One row against the rules; whether it is known already is told later (`markKnown`). */
export function checkVisit(row: TypedRow, ground: ImportGround): CheckedRow<ImportedVisit> {
  const { context } = ground;
  const { settings, actor } = context;
  const reader = new RowReader(row, civil(context.now).slice(0, 10));
  const date = reader.day('day', true);
  const purpose = reader.cell('purpose');
  const purposeKnown = settings.visitPurposes.find((one) => purpose.startsWith(one));
  const other =
    settings.visitPurposes.find((one) => one === OUTSIDE) ?? settings.visitPurposes.at(-1) ?? OUTSIDE;
  if (!purposeKnown && purpose !== '') reader.note('purpose', 'otherPurpose', { purpose: other });
  const receiver = reader.cell('receivedBy');
  const receivedBy = ground.staff.get(receiver);
  if (receiver !== '' && !receivedBy) reader.note('receivedBy', 'otherStaff', { name: receiver });
  const noTime = reader.cell('timeIn') === '' && date?.time === '';
  const fields: VisitFields = {
    ...emptyFields(receivedBy ?? actor.id, purposeKnown ?? other),
    name: reader.cell('name'),
    phone: reader.cell('phone'),
    people: peopleOf(reader),
    company: reader.cell('company'),
    ...visiting(reader.cell('visiting'), ground.departments),
    details: purposeKnown ? purpose.slice(purposeKnown.length).replace(/^[\s:：、，,]+/u, '') : purpose,
    plate: reader.cell('plate').replace(/[·.\s]/gu, ''),
    badge: reader.cell('badge'),
    ...(date ? times(reader, date.day, date.time) : {}),
    remark: joined(
      reader.cell('remark'),
      reader.cell('outcome') && `处理结果：${reader.cell('outcome')}`,
      receiver !== '' && !receivedBy ? `接待人：${receiver}` : '',
      noTime ? '原登记没有来访时间' : '',
    ),
  };
  const imported: ImportedVisit = {
    id: ground.newId(),
    line: row.line,
    no: reader.cell('no').slice(0, 40),
    fields,
  };
  let day = '';
  if (date) {
    const made = visitOf(imported, { batch: '-', file: ground.file }, context);
    if (made.ok) day = made.doc.day;
    else
      reader.problems.push(
        ...made.refusals.map((refusal) => ({
          ...refusal,
          field:
            refusal.field === 'timeIn' && refusal.code === 'inFuture'
              ? 'day'
              : (COLUMN_OF[refusal.field ?? ''] ?? refusal.field ?? ''),
        })),
      );
  }
  const problems = firstOfEach(reader.problems);
  const phone = normalizePhone(fields.phone) ?? '';
  return {
    id: String(row.line),
    line: row.line,
    title: fields.name.slice(0, LIMITS.name),
    day,
    verdict: problems.length > 0 ? 'refused' : reader.notes.length > 0 ? 'warning' : 'ok',
    problems,
    notes: reader.notes,
    typed: row.typed,
    prints: problems.length > 0 ? [] : visitPrints({ ...fields, phone }, imported.no),
    record: problems.length > 0 ? null : imported,
  };
}
