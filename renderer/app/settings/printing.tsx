/** The printers this PC knows, a test page, and where printed forms are kept. */
import type { ReactElement } from 'react';
import { forms as formWords } from '@shared/messages/zh-CN/forms';
import { useDirectory } from '../../data/directory';
import { today } from '../../data/session';
import { t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { usePrinters } from '../../ui/print/use-printers';
import { EmptyState, Loading } from '../../ui/states';

function printTestPage(): void {
  const club = useDirectory.getState().settings.clubName;
  printForm({
    form: 'test-page',
    title: formWords.testPage.title,
    data: { club, day: today() },
    reference: today(),
  });
}

export function Printing(): ReactElement {
  const { list, refresh } = usePrinters('test-page');
  const months = useDirectory(({ settings }) => settings.retentionMonths);
  return (
    <section className="panel settings-facts">
      <h2>{t('settings.printers')}</h2>
      {list === null && <Loading lines={2} />}
      {list?.length === 0 && (
        <EmptyState title={t('settings.noPrinter')}>
          <span>{t('settings.noPrinterText')}</span>
        </EmptyState>
      )}
      {list && list.length > 0 && (
        <ul>
          {list.map(({ name, label, isDefault }) => (
            <li key={name}>
              {label} {isDefault && <span className="tag good">{t('settings.defaultPrinter')}</span>}
            </li>
          ))}
        </ul>
      )}
      <div>
        <button type="button" className="button" onClick={printTestPage}>
          {t('print.printTestPage')}
        </button>{' '}
        <button type="button" className="button plain" onClick={refresh}>
          {t('settings.lookAgain')}
        </button>
      </div>
      <p className="quiet small">{t('settings.printersText')}</p>
      <h2>{t('settings.archive')}</h2>
      <p className="quiet">{t('settings.archiveText', { months })}</p>
    </section>
  );
}
