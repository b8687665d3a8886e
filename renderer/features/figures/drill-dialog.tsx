/** The records behind a figure; each leads to where it is shown. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { civil } from '@shared/core/time';
import { behind, type Drill } from '@shared/figures/drill';
import { staffName } from '../../data/directory';
import { ReadingDialog } from '../../ui/reading-dialog';
import { t } from '../../ui/i18n';
import { shownAs } from '../../ui/record-path';
import type { LoadedMonth } from './load';
import { pageNames } from './names';

interface DrillDialogProps {
  readonly month: LoadedMonth;
  readonly drill: Drill;
  readonly title: string;
  readonly onClose: () => void;
}

export function DrillDialog({ month, drill, title, onClose }: DrillDialogProps): ReactElement {
  const [, navigate] = useLocation();
  const { product } = pageNames(month);
  const records = behind(month.entries, drill, month.originals, (id) => product(id).category);
  const isCount = drill.startsWith('count:');
  const total = records.reduce((sum, { amount }) => sum + amount, 0);
  const text = (amount: number): string => (isCount ? String(amount) : formatMoney(amount));
  return (
    <ReadingDialog title={t('figures.drill', { title, count: records.length })} width={780} onClose={onClose}>
      <div className="drill">
        <table className="figure-table">
          <thead>
            <tr>
              <th>{t('figures.drillNo')}</th>
              <th>{t('figures.drillTime')}</th>
              <th>{t('figures.drillKind')}</th>
              <th>{t('figures.drillStaff')}</th>
              <th className="right">{t(isCount ? 'figures.drillPieces' : 'figures.drillAmount')}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ entry, amount }) => {
              // A reversal is shown with what it takes back.
              const shown = shownAs(
                month.originals.get(entry.kind === 'reversal' ? entry.body.of : entry.id) ?? entry,
              );
              const no = entry.body.no ?? (entry.kind === 'reversal' ? entry.body.ofNo : '');
              return (
                <tr key={entry.id}>
                  <td>
                    {shown ? (
                      <button
                        type="button"
                        className="button plain link"
                        onClick={() => navigate(shown.path)}
                      >
                        {no || shown.title}
                      </button>
                    ) : (
                      no
                    )}
                  </td>
                  <td>{civil(entry.at).slice(5, 16).replace('T', ' ')}</td>
                  <td>{t(`ledger.kind.${entry.kind}`)}</td>
                  <td>{staffName(entry.by)}</td>
                  <td className="right">{text(amount)}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={4}>{t('figures.total')}</td>
              <td className="right">{text(total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </ReadingDialog>
  );
}
