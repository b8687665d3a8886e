/** Known people or records to fill a form from, by a click or Alt+digit; nothing is filled by itself. */
import { useEffect, type ReactElement, type ReactNode } from 'react';
import './offers.css';

export interface OfferLine {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly aside: string;
}

interface OffersProps {
  readonly label: string;
  /** Says which keys fill. */
  readonly keys: string;
  readonly lines: readonly OfferLine[];
  /** Called with the place of the chosen line. */
  readonly onFill: (at: number) => void;
  /** Notices above the lines. */
  readonly children?: ReactNode;
}

export function Offers({ label, keys, lines, onFill, children }: OffersProps): ReactElement {
  useEffect(() => {
    if (lines.length === 0) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || !/^Digit[1-9]$/.test(event.code)) return;
      event.preventDefault();
      const at = Number(event.code.slice(5)) - 1;
      if (at < lines.length) onFill(at);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <div className="wide offers">
      {children}
      {lines.length > 0 && (
        <div role="group" aria-label={label}>
          <div className="small quiet">
            {label}　{keys}
          </div>
          {lines.map((line, at) => (
            <button key={line.key} type="button" className="offer" tabIndex={-1} onClick={() => onFill(at)}>
              <kbd>{at + 1}</kbd>
              <strong>{line.name}</strong>
              <span>{line.detail}</span>
              <span className="quiet">{line.aside}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
