/** Tells whoever is at the desk that a form which was sent is held up at its printer. */
import { navigate } from 'wouter/use-hash-location';
import type { PrintTrouble } from '@shared/printing/trouble';
import { t } from '../i18n';
import { toast } from '../toast';
import { causeText } from './cause-text';

export function tellStuck({ title, cause, printerLabel, paper, queued }: PrintTrouble): void {
  toast(t('print.stuck', { form: title, cause: causeText(cause, printerLabel, paper, queued) }), {
    level: 'error',
    action: { label: t('print.open'), run: () => navigate('/printing/troubles') },
  });
}
