/** Forms that did not come out of their printer. */
import { host } from '../../data/host';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { causeText } from '../../ui/print/cause-text';

export default async function printingToday(_context: TodayContext): Promise<readonly TodayItem[]> {
  return (await host.call('print.troubles')).map(
    ({ id, title, cause, printerLabel, paper, queued, at }): TodayItem => ({
      id: `printing:${id}`,
      level: 'due',
      title: t('printing.todayTitle', { form: title }),
      detail: causeText(cause, printerLabel, paper, queued),
      until: '',
      dueAt: at,
      action: { label: t('printing.todayAction'), path: '/printing/troubles' },
    }),
  );
}
