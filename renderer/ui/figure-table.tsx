/** Tables of figures whose lines open the records behind them. */
import type { ReactElement, ReactNode } from 'react';
import './figure-table.css';

interface OpeningRowProps {
  /** Null where there is nothing to open. */
  readonly onOpen: (() => void) | null;
  readonly children: ReactNode;
}

/** A line that opens something, by click or Enter. Stands in a `table.figure-table`. */
export function OpeningRow({ onOpen, children }: OpeningRowProps): ReactElement {
  if (!onOpen) return <tr>{children}</tr>;
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
