/** The keyboard map (F1). */
import type { ReactElement } from 'react';
import { Dialog } from '../ui/dialog';
import { t } from '../ui/i18n';
import './help-sheet.css';

const GROUPS = [
  {
    title: 'help.everywhere',
    keys: [
      ['F2', 'help.new'],
      ['/', 'help.search'],
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

export default function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog
      title={t('ui.help')}
      width={860}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <button type="submit" className="button primary">
          {t('ui.close')}
        </button>
      }
    >
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
