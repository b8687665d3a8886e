/** A table's line that opens something, by click or Enter. */
import type { ReactElement, ReactNode } from 'react';

export function Opening({
  onOpen,
  children,
}: {
  readonly onOpen: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <tr
      className="opens"
      tabIndex={0}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // The same key would press the dialog's button.
        event.preventDefault();
        onOpen();
      }}
    >
      {children}
    </tr>
  );
}
