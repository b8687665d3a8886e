/** Lines of Today that hang on what is not a record (a basket set aside on this PC): whoever changes it says so here. */
type Listener = (feature: string) => void;

const listeners = new Set<Listener>();

/** Today asks a feature for its lines again. */
export function lookAgain(feature: string): void {
  for (const tell of listeners) tell(feature);
}

export function onLookAgain(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
