/** 月度库存盘点表 and 商品进销存月报. */
import { printed } from '@shared/month-end/forms/parts';
import { monthEnd as words } from '@shared/messages/zh-CN/month-end';
import { loadMonth } from '../../data/month-paper';
import { useDirectory } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { MonthSheet } from '../../ui/month-sheet';
import { sheetRequest, type SheetKind } from './papers';

const sheetOf = (kind: SheetKind): MonthSheet => ({
  form: kind === 'report' ? 'month-report' : 'month-stocktake',
  title: words.form[kind],
  load: async (month) => {
    const { paper } = await loadMonth(month);
    return {
      request: sheetRequest(kind, paper, useDirectory.getState().settings.reportsWithTax),
      empty: printed(paper.lines).length === 0,
      waits: [
        ...(kind === 'stocktake' && !paper.count ? [t('printing.waits.notCounted')] : []),
        ...(paper.closed ? [] : [t('printing.waits.notClosed')]),
      ],
    };
  },
});

const sheets: readonly MonthSheet[] = [sheetOf('stocktake'), sheetOf('report')];
export default sheets;
