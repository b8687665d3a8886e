/** Where a record came from that stood on paper before this app was used. */
import type { ImportMark } from '@shared/core/imported';
import { t } from './i18n';

/** In words, '' for a record of the app itself. */
export function importedText(mark: ImportMark | undefined): string {
  if (!mark) return '';
  const from = t('imports.mark', { file: mark.file, row: mark.row });
  return mark.no === '' ? from : `${from}　${t('imports.markNo', { no: mark.no })}`;
}
