/** Keeps a form that always stands open on what is stored, unless somebody is typing in it. */
import { useEffect, useRef } from 'react';
import type { Form } from '../../ui/form';

export function useFresh<V extends object>(form: Form<V>, stored: unknown): void {
  const shown = useRef(stored);
  useEffect(() => {
    if (stored !== shown.current && !form.typed) void form.reset();
    shown.current = stored;
    // Only a change of what is stored counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stored]);
}
