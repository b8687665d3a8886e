/** A share of records with the ids behind it: what every figure of the service side is (DOMAIN §7). */
export interface Share {
  readonly met: readonly string[];
  readonly missed: readonly string[];
  /** met ÷ (met + missed), 0 to 1; null where nobody is counted. */
  readonly rate: number | null;
}

export function shareOf(met: readonly string[], missed: readonly string[]): Share {
  const all = met.length + missed.length;
  return { met, missed, rate: all === 0 ? null : met.length / all };
}

/** Parts records into those that meet a condition and the others. */
export function split<T extends { readonly id: string }>(
  all: readonly T[],
  isMet: (one: T) => boolean,
): Share {
  return shareOf(
    all.filter(isMet).map(({ id }) => id),
    all.filter((one) => !isMet(one)).map(({ id }) => id),
  );
}
