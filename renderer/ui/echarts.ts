/** The parts of ECharts that are used; fetched with the first chart. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Bars {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly colors: readonly string[];
}

/** Pixels that the largest figure needs beside the axis. */
function room(series: Bars['series']): number {
  const largest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  return 24 + Math.round(largest).toLocaleString('en').length * 7;
}

/** A contrast theme of the system, whose colours the page takes (docs/access.md); a canvas must ask for them. */
const theme = matchMedia('(forced-colors: active)');

interface Palette {
  readonly bars: readonly string[];
  readonly text: string;
  readonly line: string;
}

function paletteOf(element: HTMLElement, colors: readonly string[]): Palette {
  const { color } = element.style;
  const shown = (name: string): string => {
    element.style.color = name;
    return getComputedStyle(element).color;
  };
  const palette = theme.matches
    ? {
        bars: ['CanvasText', 'Highlight', 'LinkText', 'GrayText'].map(shown),
        text: shown('CanvasText'),
        line: shown('GrayText'),
      }
    : { bars: colors, text: shown('var(--quiet)'), line: shown('var(--line)') };
  element.style.color = color;
  return palette;
}

/** Draws bars into an element and follows its size and the system's colours; returns what ends it. */
export function drawBars(element: HTMLElement, { labels, series, colors }: Bars): () => void {
  const { fontFamily } = getComputedStyle(element);
  const chart = echarts.init(element);
  const longest = Math.max(0, ...labels.map((label) => label.length));
  // Where texts would cover each other, they stand slanted.
  const tilt = longest > 5 && longest * 13 * labels.length > element.clientWidth;
  const draw = (): void => {
    const { bars, text: color, line } = paletteOf(element, colors);
    chart.setOption({
      animation: false,
      color: [...bars],
      textStyle: { fontFamily },
      grid: { left: room(series), right: 12, top: 36, bottom: tilt ? 12 + longest * 9 : 28 },
      legend: { top: 0, left: 0, textStyle: { color } },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: [...labels],
        axisTick: { show: false },
        axisLabel: { color, ...(tilt ? { interval: 0, rotate: 45 } : {}) },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color },
        splitLine: { lineStyle: { color: line } },
      },
      series: series.map(({ name, values }) => ({
        type: 'bar',
        name,
        data: [...values],
        barMaxWidth: 26,
      })),
    });
  };
  draw();
  theme.addEventListener('change', draw);
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  return () => {
    theme.removeEventListener('change', draw);
    watcher.disconnect();
    chart.dispose();
  };
}
