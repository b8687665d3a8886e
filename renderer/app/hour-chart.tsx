/** A small bar chart of counts per hour of the day, from 7 to 22 o'clock, the running hour dark. */
import type { ReactElement } from 'react';

const FIRST = 7;
const LAST = 22;
const WIDTH = 360;
const HEIGHT = 74;
const STEP = WIDTH / (LAST - FIRST + 1);

interface HourChartProps {
  readonly label: string;
  /** Counts by hour, 0 to 23. */
  readonly counts: readonly number[];
  readonly hour: number;
}

export function HourChart({ label, counts, hour: running }: HourChartProps): ReactElement {
  const hours = Array.from({ length: LAST - FIRST + 1 }, (_, index) => index + FIRST);
  const top = Math.max(1, ...hours.map((hour) => counts[hour] ?? 0));
  const text = hours.flatMap((hour) => (counts[hour] ? [`${hour}:00 ${counts[hour]}`] : [])).join(', ');
  return (
    <svg
      className="hours"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 30}`}
      role="img"
      aria-label={`${label}: ${text}`}
    >
      {hours.map((hour, index) => {
        const count = counts[hour] ?? 0;
        const height = count > 0 ? Math.max(4, (count / top) * HEIGHT) : 2;
        const middle = index * STEP + STEP / 2;
        return (
          <g key={hour}>
            <rect
              x={index * STEP + 2.5}
              y={14 + HEIGHT - height}
              width={STEP - 5}
              height={height}
              rx={2}
              className={count === 0 ? 'none' : hour === running ? 'now' : ''}
            />
            {count > 0 && (
              <text x={middle} y={10 + HEIGHT - height}>
                {count}
              </text>
            )}
            <text x={middle} y={HEIGHT + 28}>
              {hour}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
