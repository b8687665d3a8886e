/** In the browser its own dialog asks for printer and copies. */
import type { ReactElement } from 'react';
import { t } from '../../i18n';
import type { PrinterChoiceProps } from '../printer-choice';

export const sentText = (_printer: string, _copies: number): string => t('web.printed');

export function PrinterChoice(_props: PrinterChoiceProps): ReactElement {
  return <p className="quiet small">{t('web.printHint')}</p>;
}
