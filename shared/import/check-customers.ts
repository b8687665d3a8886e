/** A row of a list of customers as a VIP or 重点关注 notice; others build themselves from the registers (DOMAIN §3.10). */
import { Checks } from '../core/field-checks';
import type { MarkCustomer } from '../visits/mark-customer';
import { LIMITS } from '../visits/schema';
import { RowReader, firstOfEach, type CheckedRow, type ImportGround } from './row';
import type { TypedRow } from './table';
import { readYes } from './typed';

/** What makes two notices the same: a phone and a name (a phone is not a person). */
export function customerPrint({ name, phone }: Pick<MarkCustomer, 'name' | 'phone'>): string {
  return `${phone} ${name.replace(/\s/gu, '')}`;
}

/** One row against the rules; whether it is known already is told later (`markKnown`). */
export function checkCustomer(row: TypedRow, ground: ImportGround): CheckedRow<MarkCustomer> {
  const reader = new RowReader(row, ground.context.day);
  const yes = (key: 'vip' | 'focus'): boolean => {
    const read = readYes(reader.cell(key));
    if (read === null) reader.refuse(key, 'paperYes', { text: reader.cell(key) });
    return read ?? false;
  };
  const [vip, focus] = [yes('vip'), yes('focus')];
  const checks = new Checks();
  const record: MarkCustomer = {
    id: ground.newId(),
    name: checks.text('name', reader.cell('name'), { max: LIMITS.name, required: true }),
    phone: checks.phone('phone', reader.cell('phone'), true),
    vip,
    focus,
    reason: checks.text('reason', reader.cell('reason'), { max: LIMITS.reason, required: focus }),
  };
  reader.problems.push(...checks.refusals);
  if (!vip && !focus && reader.problems.length === 0) reader.refuse('vip', 'paperPlainCustomer');
  const problems = firstOfEach(reader.problems);
  return {
    id: String(row.line),
    line: row.line,
    title: record.name,
    day: '',
    verdict: problems.length > 0 ? 'refused' : 'ok',
    problems,
    notes: reader.notes,
    typed: row.typed,
    prints: problems.length > 0 ? [] : [customerPrint(record)],
    record: problems.length > 0 ? null : record,
  };
}
