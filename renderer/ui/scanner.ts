/** A barcode scanner is a keyboard that types a whole number at once and ends it with Enter. */
import { useEffect, useRef } from 'react';
import { parseNumber } from '@shared/core/numbers';

/** Keys further apart are no one word. A scanner is far faster; whoever types a whole number outside a field means it too. Milliseconds. */
const BETWEEN_KEYS_MS = 500;
/** Longer than any register number. */
const KEPT = 40;
const TEXT_FIELD = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** The register number a scanned text ends with, or null. Scanners with a foreign layout are not guessed at. */
export function scannedNumber(text: string): string | null {
  const [number] = /[A-Z]{2}-[A-Z0-9]+-\d+-\d+$/.exec(text.trim().toUpperCase()) ?? [];
  return number && parseNumber(number) ? number : null;
}

/** Offers what is scanned anywhere but in a text field; `take` says whether the text was meant for it. */
export function useScannedText(take: (text: string) => boolean): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    let typed = '';
    let last = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches(TEXT_FIELD)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return;
      if (event.timeStamp - last > BETWEEN_KEYS_MS) typed = '';
      last = event.timeStamp;
      if (event.key === 'Enter') {
        const text = typed;
        typed = '';
        if (text === '' || !latest.current(text)) return;
        event.preventDefault();
        event.stopPropagation();
      } else if (event.key.length === 1) typed = (typed + event.key).slice(-KEPT);
    };
    // Before the page's own keys: the Enter of a scan must not press a button that has the focus.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

/** Calls `onNumber` when a register number is scanned anywhere but in a text field. */
export function useScanner(onNumber: (number: string) => void): void {
  useScannedText((text) => {
    const number = scannedNumber(text);
    if (number) onNumber(number);
    return number !== null;
  });
}
