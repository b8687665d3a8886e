/** F1: what the page at hand is for and what a clerk does there, then the keyboard map, and the guide on paper. */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { PageHelp } from '@shared/messages/page-help';
import { Dialog } from '../ui/dialog';
import { language } from '../ui/first-words';
import { t } from '../ui/i18n';
import { FEATURES } from './features';
import { printGuide } from './print-guide';
import './help-sheet.css';

const GROUPS = [
  {
    title: 'help.everywhere',
    keys: [
      ['F2', 'help.new'],
      ['/', 'help.search'],
      ['F6', 'help.regions'],
      ['Ctrl P', 'help.print'],
      ['Ctrl L', 'help.lock'],
      ['F1', 'help.help'],
      ['F8', 'help.emergency'],
    ],
  },
  {
    title: 'help.inLists',
    keys: [
      ['↑ ↓', 'help.move'],
      ['PgUp PgDn', 'help.page'],
      ['Home End', 'help.ends'],
      ['S', 'help.signOut'],
      ['C', 'help.claim'],
      ['N', 'help.notice'],
      ['H', 'help.handle'],
      ['Esc', 'help.closeRecord'],
    ],
  },
  {
    title: 'help.inForms',
    keys: [
      ['Enter', 'help.next'],
      ['1 … 9', 'help.choose'],
      ['Shift Enter', 'help.line'],
      ['Ctrl Enter', 'help.save'],
      ['Esc', 'help.close'],
    ],
  },
  {
    title: 'help.atService',
    keys: [
      ['Alt 1 … 5', 'help.knownCustomer'],
      ['Alt R', 'help.useReply'],
    ],
  },
  {
    title: 'help.atCounter',
    keys: [
      ['3 *', 'help.times'],
      ['Enter', 'help.pay'],
      ['Alt 1 … 8', 'help.tender'],
      ['Alt 0', 'help.more'],
      ['F4', 'help.park'],
      ['Ctrl Enter', 'help.take'],
    ],
  },
  {
    title: 'help.inEmergency',
    keys: [
      ['R', 'help.reached'],
      ['N', 'help.notReached'],
      ['↑ ↓', 'help.movePerson'],
    ],
  },
  {
    title: 'help.atRoster',
    keys: [
      ['1 … 9 0', 'help.planShift'],
      ['Shift 1 … 9', 'help.planSecond'],
      ['Delete', 'help.planClear'],
      ['Enter', 'help.planMenu'],
      ['Ctrl Z', 'help.planUndo'],
    ],
  },
] as const;

/** The page a path belongs to: a feature's id, `settings`, or `today`. */
function pageOf(path: string): string {
  const feature = FEATURES.find(({ nav }) => path === nav.path || path.startsWith(`${nav.path}/`));
  return feature?.id ?? (path.startsWith('/settings') ? 'settings' : 'today');
}

/** Title of a page as the side bar has it. */
function titleOf(page: string): string {
  const feature = FEATURES.find(({ id }) => id === page);
  return t(feature?.nav.label ?? (page === 'settings' ? 'settings.title' : 'app.today'));
}

/** Help of one page; its words come with the first look at it. */
function usePageHelp(page: string): PageHelp | null {
  const [help, setHelp] = useState<PageHelp | null>(null);
  useEffect(() => {
    let dropped = false;
    const words =
      language() === 'en'
        ? import('@shared/messages/en/page-help')
        : import('@shared/messages/zh-CN/page-help');
    void words.then(({ pageHelp }) => {
      if (!dropped) setHelp(pageHelp[page] ?? null);
    });
    return () => {
      dropped = true;
    };
  }, [page]);
  return help;
}

export default function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [path] = useLocation();
  const page = pageOf(path);
  const help = usePageHelp(page);
  return (
    <Dialog
      title={t('ui.help')}
      width={860}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <>
          <button
            type="button"
            className="button"
            onClick={() => {
              onClose();
              printGuide();
            }}
          >
            {t('help.printGuide')}
          </button>
          <button type="submit" className="button primary">
            {t('ui.close')}
          </button>
        </>
      }
    >
      {/* Has the focus first: the sheet opens at its top, and the arrow keys scroll it. */}
      <section className="page-help" tabIndex={-1} data-first>
        {help && (
          <>
            <h3>{titleOf(page)}</h3>
            <p>{help.purpose}</p>
            <ol>
              {help.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </>
        )}
      </section>
      <div className="key-groups">
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(([key, message]) => (
                <div key={key}>
                  <dt>{key.split(' ').map((one) => (one === '…' ? one : <kbd key={one}>{one}</kbd>))}</dt>
                  <dd>{t(message)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="quiet small">{t('help.scanner')}</p>
    </Dialog>
  );
}
