/** What keeps a form from coming out, in words, with the printer's name. */
import type { PaperName, PrintCause } from '@shared/printing/trouble';
import { t } from '../i18n';

export function causeText(code: PrintCause, printer: string, paper: PaperName, queued = false): string {
  const cause = t(`print.error.${code}`, { printer, paper: t(`print.paper.${paper}`) });
  return queued ? `${cause} ${t('print.queuedNote')}` : cause;
}
