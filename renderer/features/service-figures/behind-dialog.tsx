/** The records behind a figure: those that meet it, those that do not; each leads to its page. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Envelope } from '@shared/core/envelope';
import { ReadingDialog } from '../../ui/reading-dialog';
import { t } from '../../ui/i18n';
import { shownAs } from '../../ui/record-path';

export interface Behind {
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly ids: readonly string[] }[];
}

interface BehindDialogProps extends Behind {
  readonly records: ReadonlyMap<string, Envelope>;
  readonly onClose: () => void;
}

export function BehindDialog({ title, groups, records, onClose }: BehindDialogProps): ReactElement {
  const [, navigate] = useLocation();
  const count = new Set(groups.flatMap(({ ids }) => ids)).size;
  return (
    <ReadingDialog title={t('serviceFigures.drill', { title, count })} width={720} onClose={onClose}>
      <div className="behind-list">
        {groups.map(({ name, ids }) => (
          <section key={name} className="behind">
            <h3>
              {name} <span className="quiet">{ids.length}</span>
            </h3>
            <ul>
              {[...new Set(ids)].map((id) => {
                const doc = records.get(id);
                const shown = doc && shownAs(doc);
                return (
                  <li key={id}>
                    {shown ? (
                      <button
                        type="button"
                        className="button plain link"
                        onClick={() => navigate(shown.path)}
                      >
                        {shown.title}
                      </button>
                    ) : (
                      (doc?.body.no ?? t('ui.nothingHere'))
                    )}
                    {shown && <span className="quiet">{shown.detail}</span>}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </ReadingDialog>
  );
}
