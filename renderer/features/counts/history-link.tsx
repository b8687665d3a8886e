import type { ReactElement } from 'react';
import { t } from '../../ui/i18n';

/** To the counts of the past. */
export function HistoryLink(): ReactElement {
  return (
    <a className="button" href="#/counts/history">
      {t('counts.history')}
    </a>
  );
}
