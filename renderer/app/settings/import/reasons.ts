/** The problems and notes of a row in words, each with the column it is about. */
import { titleOf, type ImportRegister } from '@shared/import/columns';
import { refusalText, t } from '../../../ui/i18n';
import type { PaperRow } from './paper-file';

export function reasonsOf(register: ImportRegister, { problems, notes }: PaperRow): string {
  const beside = (field: string, text: string): string =>
    field === '' ? text : t('imports.cell', { column: titleOf(register, field), text });
  return [
    ...problems.map(({ field = '', code, params }) => beside(field, refusalText(code, params))),
    ...notes.map(({ field, code, params }) => beside(field, t(`imports.noteText.${code}`, params))),
  ].join('；');
}
