/** Whether this page follows what others write. */
import type { ReactElement } from 'react';
import { useReach } from '../../data/browser/api';
import { useFollowing } from '../../data/browser/pull';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';

export function StatePill(): ReactElement {
  const { online } = useReach();
  const { live } = useFollowing();
  if (!online) return <span className="pill state-pill late">{t('web.offline')}</span>;
  if (!live) return <span className="pill state-pill due">{t('web.notLive')}</span>;
  return (
    <span className="pill good state-pill">
      <Icon name="check" size={14} />
      {t('web.live')}
    </span>
  );
}
