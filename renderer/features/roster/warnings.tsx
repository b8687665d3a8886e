/** What the roster lacks, in words, beside or below the grid; a click goes to the day. */
import type { ReactElement } from 'react';
import type { Settings } from '@shared/core/settings';
import type { Warning } from '@shared/roster/warnings';
import { warningParams } from '@shared/roster/words';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';

export const warningText = (warning: Warning, settings: Settings): string =>
  t(`roster.warning.${warning.type}`, warningParams(warning, settings, staffName));

interface WarningsProps {
  readonly warnings: readonly Warning[];
  readonly settings: Settings;
  readonly onOpen?: (warning: Warning) => void;
}

export function Warnings({ warnings, settings, onOpen }: WarningsProps): ReactElement {
  if (warnings.length === 0) return <p className="quiet small">{t('roster.warningsNone')}</p>;
  return (
    <ul className="roster-warnings">
      {warnings.map((warning) => {
        const text = warningText(warning, settings);
        return (
          <li key={text} className={warning.type === 'gap' ? 'gap' : ''}>
            {onOpen ? (
              <button type="button" onClick={() => onOpen(warning)}>
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}
