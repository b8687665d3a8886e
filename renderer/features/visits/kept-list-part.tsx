/** When the evacuation list was last put into the archive folder, and where it lies. */
import { useEffect, useState, type ReactElement } from 'react';
import { clock } from '@shared/core/time';
import { useDirectory } from '../../data/directory';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';
import { KEPT_ISSUES, keepList, loadKept, useKept } from './kept-list';

export function KeptList({ minute }: { readonly minute: string }): ReactElement {
  const { kept } = useKept();
  const minutes = useDirectory(({ settings }) => settings.evacuationMinutes);
  const [making, setMaking] = useState(false);
  useEffect(() => void loadKept(), []);
  const at = kept?.at ?? '';
  const today = at.slice(0, 10) === minute.slice(0, 10);
  return (
    <section aria-label={t('visits.keptTitle')}>
      <h2>{t('visits.keptTitle')}</h2>
      {kept?.fault && <div className="notice overdue">{t(`visits.keptFault.${kept.fault}`)}</div>}
      <p className="small">
        {at === ''
          ? t('visits.keptNever')
          : t('visits.keptAt', { time: today ? clock(at) : dayTime(at), count: KEPT_ISSUES })}{' '}
        <span className="quiet">
          {minutes === 0 ? t('visits.keptOff') : t('visits.keptEvery', { minutes })}
        </span>
      </p>
      {kept?.folder && <p className="quiet small kept-folder">{kept.folder}</p>}
      <button
        type="button"
        className="button"
        disabled={making}
        onClick={() => {
          setMaking(true);
          void keepList().finally(() => setMaking(false));
        }}
      >
        {t('visits.keptNow')}
      </button>
    </section>
  );
}
