/** Run-time checks of what a page sends over a channel; anything else is refused. */

/** Checks of one argument. */
export const is = {
  text:
    (max: number) =>
    (value: unknown): boolean =>
      typeof value === 'string' && value.length <= max,
  textOrNull:
    (max: number) =>
    (value: unknown): boolean =>
      value === null || is.text(max)(value),
  deskCode: (value: unknown): boolean => typeof value === 'string' && /^[A-Z0-9]{1,3}$/.test(value),
  id: (value: unknown): boolean => typeof value === 'string' && /^[\w:.-]{1,80}$/.test(value),
  whole:
    (min: number, max: number) =>
    (value: unknown): boolean =>
      Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  flag: (value: unknown): boolean => typeof value === 'boolean',
  bytes:
    (max: number) =>
    (value: unknown): boolean =>
      value instanceof Uint8Array && value.length <= max,
  shape:
    (fields: Readonly<Record<string, (value: unknown) => boolean>>) =>
    (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).every((key) => key in fields) &&
      Object.entries(fields).every(([key, check]) => check((value as Record<string, unknown>)[key])),
};

/** True when arguments fit a channel's checks. */
export function fits(checks: readonly ((value: unknown) => boolean)[], args: readonly unknown[]): boolean {
  return args.length === checks.length && checks.every((check, index) => check(args[index]));
}
