/** A bar chart beside its table. ECharts comes by itself, only where a chart is shown. */
import { useEffect, useRef, type ReactElement } from 'react';

interface BarChartProps {
  readonly label: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

const COLORS = ['#1f5c46', '#9cc2b0', '#c77700', '#6a726d'];

export function BarChart({ label, labels, series }: BarChartProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let end = (): void => undefined;
    void import('./echarts').then(({ drawBars }) => {
      if (box.current && !gone) end = drawBars(box.current, { labels, series, colors: COLORS });
    });
    return () => {
      gone = true;
      end();
    };
  }, [labels, series]);
  return <div ref={box} role="img" aria-label={label} style={{ height: 260 }} />;
}
