/** A dialog that only shows something: Enter, Esc or its one button close it. */
import type { ReactElement, ReactNode } from 'react';
import { Dialog } from './dialog';
import { t } from './i18n';

interface ReadingDialogProps {
  readonly title: string;
  readonly width?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ReadingDialog({ onClose, children, ...dialog }: ReadingDialogProps): ReactElement {
  return (
    <Dialog
      {...dialog}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <button type="submit" className="button primary" data-first>
          {t('ui.close')}
        </button>
      }
    >
      {children}
    </Dialog>
  );
}
