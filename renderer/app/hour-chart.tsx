/** A small bar chart of counts per hour of the day, from 7 to 22 o'clock. */
import type { ReactElement } from 'react';

const FIRST = 7;
const LAST = 22;
const HEIGHT = 74;

export function HourChart({ counts }: { readonly counts: readonly number[] }): ReactElement {
  const hours = Array.from({ length: LAST - FIRST + 1 }, (_, index) => index + FIRST);
  const top = Math.max(1, ...hours.map((hour) => counts[hour] ?? 0));
  return (
    <div style={{ display: 'flex', gap: 6, alignItems: 'flex-end', marginTop: 12 }}>
      {hours.map((hour) => {
        const count = counts[hour] ?? 0;
        return (
          <div key={hour} title={`${hour}:00 – ${count}`} style={{ flex: 1, textAlign: 'center' }}>
            <div style={{ height: Math.max(2, (count / top) * HEIGHT), background: count > 0 ? '#8fb8a3' : '#dfe6e1', borderRadius: 3 }} />
            <div className="quiet" style={{ fontSize: 11 }}>
              {hour}
            </div>
          </div>
        );
      })}
    </div>
  );
}
