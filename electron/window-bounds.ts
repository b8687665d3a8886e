/** Where the window stood, as far as it can stand there again. */
import type { Rectangle } from 'electron';

export interface Bounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized?: boolean;
}

export const DEFAULT_BOUNDS: Bounds = { width: 1366, height: 768 };

/** Sizes beyond any screen are damage of the file. */
const MOST = 20_000;
/** So much of the window must be on a screen for a hand to reach it. */
const GRIP = 100;

const isSize = (value: unknown, least: number): value is number =>
  typeof value === 'number' && value >= least && value <= MOST;
const isPlace = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= MOST;

/**
 * Bounds from the text of the state file; the defaults when it is damaged or absent (''). A place on a screen
 * that was unplugged is dropped, the size kept.
 * @param screens work areas of the displays there are
 */
export function boundsFrom(text: string, screens: readonly Rectangle[]): Bounds {
  let kept: Partial<Record<keyof Bounds, unknown>>;
  try {
    kept = (JSON.parse(text) ?? {}) as typeof kept;
  } catch {
    return DEFAULT_BOUNDS;
  }
  const { x, y, width, height } = kept;
  if (!isSize(width, 800) || !isSize(height, 600)) return DEFAULT_BOUNDS;
  const size = { width, height, maximized: kept.maximized === true };
  if (!isPlace(x) || !isPlace(y)) return size;
  const isReachable = screens.some(
    (area) =>
      x < area.x + area.width - GRIP &&
      x + width > area.x + GRIP &&
      y >= area.y - 10 &&
      y < area.y + area.height - GRIP,
  );
  return isReachable ? { ...size, x: Math.round(x), y: Math.round(y) } : size;
}
