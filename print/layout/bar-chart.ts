/** Bar charts drawn as boxes, told apart by their grey as well as by their colour: most printers are black and white. */
import type { BarChartBlock } from '../../shared/forms/model';
import type { Canvas } from '../canvas';
import type { Face } from '../face';
import { mm } from '../units';
import { single, type Room, type Section } from './section';

const COLOURS: readonly (readonly [number, number, number])[] = [
  [0.11, 0.35, 0.28],
  [0.75, 0.62, 0.33],
  [0.45, 0.63, 0.58],
  [0.3, 0.3, 0.3],
  [0.84, 0.84, 0.8],
  [0.62, 0.36, 0.3],
];
const BLACK = [0, 0, 0] as const;
const colourOf = (index: number): readonly [number, number, number] =>
  COLOURS[index % COLOURS.length] ?? BLACK;
const SIZE = 7.5;
const TITLE = 9.5;
/** A bar's figure beside the other texts, and to which part of that it may shrink. */
const LABEL = 0.86;
const SMALLEST = 0.65;

/** A rounded upper end of the scale and the step of its ticks: 1, 2 or 5 times a power of ten. */
export function niceScale(highest: number): { readonly top: number; readonly step: number } {
  if (!(highest > 0)) return { top: 1, step: 1 };
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough * 0.999999) ?? 10) * power;
  return { top: Math.ceil(highest / step - 1e-9) * step, step };
}

/** A tick or value without binary crumbs. */
const label = (value: number): string => String(Math.round(value * 100) / 100);

/** A bar's figure as exactly as there is room for, or '': the table beside it has them all, and none is ever cut. */
export function barLabel(value: number, fits: (text: string) => boolean): string {
  return [label(value), String(Math.round(value))].find(fits) ?? '';
}

/** A bar chart as a section of one slice. */
export function barChartSection(block: BarChartBlock, { setter, width, scale }: Room): Section {
  const { series, labels, title, unit } = block;
  const height = mm(block.heightMm);
  const size = SIZE * scale;
  const values = series.flatMap((each) => each.values.map((value) => value ?? 0));
  const { top, step } = niceScale(Math.max(0, ...values));

  const write = (
    canvas: Canvas,
    face: Face,
    text: string,
    textSize: number,
    x: number,
    y: number,
    room: number,
    side: 0 | 0.5 | 1,
  ): void => {
    const { line, size: fitted } = setter.fit(text, face, textSize, room);
    canvas.text(line, face, fitted, x - side * ((line.width * fitted) / 1000), y);
  };

  const paint = (canvas: Canvas, x: number, y: number): void => {
    const plot = { left: x + 30, right: x + width - 6, top: y + 30, bottom: y + height - 16 };
    const reach = plot.bottom - plot.top;
    write(
      canvas,
      setter.bold,
      unit ? `${title}（${unit}）` : title,
      TITLE * scale,
      x,
      y + 10,
      width * 0.6,
      0,
    );
    let legend = x + width;
    [...series].reverse().forEach(({ name }, index) => {
      const { line, size: fitted } = setter.fit(name, setter.regular, size, 80);
      legend -= (line.width * fitted) / 1000;
      canvas.text(line, setter.regular, fitted, legend, y + 10);
      legend -= 10;
      canvas.fill({ x: legend, y: y + 4, width: 7, height: 7 }, colourOf(series.length - 1 - index));
      legend -= 10;
    });
    for (let tick = 0; tick <= top + step / 1e6; tick += step) {
      const at = plot.bottom - (tick / top) * reach;
      if (tick > 0) canvas.dashed(plot.left, plot.right, at, 1);
      write(canvas, setter.regular, label(tick), size, plot.left - 4, at + size * 0.35, 26, 1);
    }
    const group = (plot.right - plot.left) / Math.max(1, labels.length);
    const bar = Math.min(22, (group * 0.76) / Math.max(1, series.length));
    labels.forEach((name, column) => {
      const middle = plot.left + group * (column + 0.5);
      write(canvas, setter.regular, name, size, middle, plot.bottom + size * 1.35, group - 2, 0.5);
      series.forEach(({ values: own }, index) => {
        const value = own[column] ?? null;
        if (value === null) return;
        const tall = (Math.max(0, value) / top) * reach;
        const left = middle + (index - series.length / 2) * bar;
        canvas.fill({ x: left, y: plot.bottom - tall, width: bar - 0.8, height: tall }, colourOf(index));
        // Narrower than its bar, so that neighbours stay apart.
        const room = bar - 2;
        const fits = (text: string): boolean =>
          (setter.widthOf(text, setter.regular) * LABEL * SMALLEST * size) / 1000 <= room;
        const shown = barLabel(value, fits);
        if (shown === '') return;
        const { line, size: fitted } = setter.fit(shown, setter.regular, size * LABEL, room, SMALLEST);
        canvas.text(
          line,
          setter.regular,
          fitted,
          left + bar / 2 - (line.width * fitted) / 2000,
          plot.bottom - tall - 2,
        );
      });
    });
    canvas.horizontal(plot.left, plot.right, plot.bottom, 0.8);
  };

  return single({ height, paint }, 8);
}
