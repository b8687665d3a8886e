/** Records of this feature as lines of the search box: lost property. */
import type { FoundItem, Handover, LossReport } from '@shared/lost-property/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  const { no = '' } = doc.body;
  if (doc.kind === 'foundItem') {
    const { body, status } = doc as FoundItem;
    const detail = t('lostProperty.searchDetail', {
      day: doc.day,
      place: body.place,
      status: t(`lostProperty.status.${status}`),
    });
    return { title: `${body.name}　${no}`, detail, path: `/lost-property/${doc.id}` };
  }
  if (doc.kind === 'lossReport') {
    const { body, status } = doc as LossReport;
    const detail = t('lostProperty.searchDetail', {
      day: doc.day,
      place: body.owner.name,
      status: t(`lostProperty.reportStatus.${status}`),
    });
    return { title: `${body.name}　${no}`, detail, path: `/lost-property/reports/${doc.id}` };
  }
  if (doc.kind !== 'handover') return null;
  const count = (doc as Handover).body.lines.length;
  return {
    title: `${t('lostProperty.sheet')}　${no}`,
    detail: `${doc.day} · ${count}`,
    path: '/lost-property/handover',
  };
};

export default present;
