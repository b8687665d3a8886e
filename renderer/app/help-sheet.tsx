/** The keyboard map (F1). */
import type { ReactElement } from 'react';
import { Dialog } from '../ui/dialog';
import { t } from '../ui/i18n';

const KEYS = [
  ['F2', 'help.new'],
  ['/', 'help.search'],
  ['↑ ↓ PgUp PgDn Home End', 'help.move'],
  ['S', 'help.signOut'],
  ['Enter', 'help.next'],
  ['Ctrl+Enter', 'help.save'],
  ['Esc', 'help.close'],
  ['Ctrl+P', 'help.print'],
  ['Ctrl+L', 'help.lock'],
  ['F1', 'help.help'],
] as const;

export default function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog
      title={t('ui.help')}
      width={520}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <button type="submit" className="button primary">
          {t('ui.close')}
        </button>
      }
    >
      <dl className="facts" style={{ gridTemplateColumns: '190px 1fr', margin: 0 }}>
        {KEYS.map(([key, message]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(message)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
