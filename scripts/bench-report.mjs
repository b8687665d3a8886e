// What the benches have to hold, and the report of a run: a table and plots in out/bench/.
import * as echarts from 'echarts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';

const atMost = (key, limit, unit = '') => ({
  limit,
  text: `≤ ${limit}${unit}`,
  holds: (line) => line[key] <= limit,
  /** How much of what is allowed was used; above 1 is missed. */
  used: (line) => line[key] / limit,
});
const ratioAtLeast = (limit) => ({
  limit,
  text: `≥ ${limit}`,
  holds: ({ ratio }) => ratio >= limit,
  used: ({ ratio }) => limit / ratio,
});

/** The holds of the design, by bench. */
export const HOLDS = {
  start: atMost('ratio', 2),
  save: atMost('ratio', 3),
  visible: atMost('value', 50, ' ms'),
  search: atMost('value', 25, ' ms'),
  sale: atMost('value', 50, ' ms'),
  'month-end': atMost('ratio', 4),
  'register-pdf': atMost('ratio', 2),
  'page-stall': atMost('value', 100, ' ms'),
  memory: atMost('ratio', 2.5),
  'push-sqlite': ratioAtLeast(1.5),
  'push-pg': ratioAtLeast(1.5),
  'pull-sqlite': ratioAtLeast(5),
  'pull-pg': ratioAtLeast(3),
  'first-sync': ratioAtLeast(0.35),
};

/** Benches whose figures depend on how many years a club has. */
export const GROWING = ['start', 'save', 'search', 'month-end', 'memory', 'disk', 'endpoint-grown'];

const FOLDER = path.resolve('out/bench');

/** An SVG of a chart. */
function plot(name, option, height = 360) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 800, height });
  chart.setOption({ animation: false, backgroundColor: '#fff', ...option });
  writeFileSync(path.join(FOLDER, `${name}.svg`), chart.renderToSVGString());
  chart.dispose();
  return `![${name}](${name}.svg)`;
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const shown = (value) => (value === null || value === undefined ? '–' : String(value));

function heldPlot(lines) {
  const held = lines.filter(({ bench }) => HOLDS[bench]).reverse();
  return plot(
    'held',
    {
      title: { text: 'Used of what each bench may take (1 = its hold)', textStyle: { fontSize: 14 } },
      grid: { left: 110, right: 60, top: 40, bottom: 30 },
      xAxis: { type: 'value', max: ({ max }) => Math.max(1.2, max) },
      yAxis: { type: 'category', data: held.map(({ bench }) => bench) },
      series: [
        {
          type: 'bar',
          data: held.map((line) => ({
            value: Number(HOLDS[line.bench].used(line).toFixed(2)),
            itemStyle: { color: HOLDS[line.bench].holds(line) ? '#2f6f4f' : '#b3261e' },
          })),
          label: { show: true, position: 'right' },
          markLine: { symbol: 'none', label: { show: false }, data: [{ xAxis: 1 }] },
        },
      ],
    },
    60 + 26 * held.length,
  );
}

function growthPlot(bench, lines) {
  const points = lines.filter((line) => line.bench === bench);
  return plot(`growth-${bench.replaceAll('.', '-')}`, {
    title: { text: `${bench} (${points[0].unit})`, textStyle: { fontSize: 14 } },
    grid: { left: 80, right: 40, top: 40, bottom: 40 },
    xAxis: { type: 'value', name: 'years', nameLocation: 'middle', nameGap: 25 },
    yAxis: { type: 'value', min: 0 },
    series: [
      { type: 'line', data: points.map(({ years, value }) => [years, value]), label: { show: true } },
      ...(points[0].baseline === null
        ? []
        : [
            {
              type: 'line',
              lineStyle: { type: 'dashed' },
              data: points.map(({ years, baseline }) => [years, baseline]),
            },
          ]),
    ],
  });
}

/**
 * Writes out/bench/report.md (or growth.md) with its plots.
 * @param lines what the benches printed, each with the years of its club
 */
export function writeReport(lines, { growth }) {
  mkdirSync(FOLDER, { recursive: true });
  const head = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.version}`;
  const benches = [...new Set(lines.map(({ bench }) => bench))];
  const sizes = [...new Set(lines.map(({ years }) => years))];
  const text = growth
    ? [
        '# How the figures grow',
        head,
        [
          row(['bench', 'unit', ...sizes.map((size) => `${size} years`)]),
          row(['---', '---', ...sizes.map(() => '---')]),
          ...benches.map((bench) => {
            const of = lines.filter((line) => line.bench === bench);
            const cell = (size) => {
              const line = of.find(({ years }) => years === size);
              return line ? `${line.value}${line.ratio === null ? '' : ` (${line.ratio})`}` : '–';
            };
            return row([bench, of[0].unit, ...sizes.map(cell)]);
          }),
        ].join('\n'),
        'In brackets: ÷ the baseline of the same run; in the plots the baseline is dashed.',
        ...benches.map((bench) => growthPlot(bench, lines)),
      ]
    : [
        '# Benches',
        head,
        [
          row(['bench', 'value', 'unit', 'baseline', 'ratio', 'hold', 'held']),
          row(Array.from({ length: 7 }, () => '---')),
          ...lines.map((line) => {
            const hold = HOLDS[line.bench];
            const { bench, value, unit, baseline, ratio } = line;
            return row([
              bench,
              value,
              unit,
              shown(baseline),
              shown(ratio),
              hold?.text ?? '–',
              hold ? (hold.holds(line) ? 'yes' : '**no**') : '–',
            ]);
          }),
        ].join('\n'),
        heldPlot(lines),
      ];
  const file = path.join(FOLDER, growth ? 'growth.md' : 'report.md');
  writeFileSync(file, `${text.join('\n\n')}\n`);
  console.log(`Written: ${path.relative('.', file)}`);
}
