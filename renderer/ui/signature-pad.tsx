/** The box somebody signs in by pen, finger or mouse; the signature is kept as strokes, never as a picture. */
import { useEffect, useRef, type ReactElement } from 'react';
import Pad, { type PointGroup } from 'signature_pad';
import type { SignatureStrokes } from '@shared/forms/model';
import { t } from './i18n';

const HEIGHT_PX = 128;
const PEN = { penColor: '#1d2421', minWidth: 0.9, maxWidth: 2.4 } as const;

const tenth = (value: number): number => Math.round(value * 10) / 10;

function strokesOf(groups: readonly PointGroup[], width: number): SignatureStrokes {
  return {
    width,
    height: HEIGHT_PX,
    strokes: groups.map(({ points }) => points.map(({ x, y }) => [tenth(x), tenth(y)] as const)),
  };
}

function groupsOf({ strokes, width }: SignatureStrokes, shown: number): PointGroup[] {
  const scale = shown / width;
  return strokes.map((stroke) => ({
    ...PEN,
    dotSize: 0,
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over' as const,
    points: stroke.map(([x, y], index) => ({ x: x * scale, y: y * scale, time: index * 16, pressure: 0.5 })),
  }));
}

interface SignaturePadProps {
  readonly label: string;
  /** Null clears the box. */
  readonly value: SignatureStrokes | null;
  readonly onChange: (strokes: SignatureStrokes | null) => void;
}

export function SignaturePad({ label, value, onChange }: SignaturePadProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad | null>(null);
  const change = useRef(onChange);
  change.current = onChange;
  const first = useRef(value);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const { width } = element.getBoundingClientRect();
    const ratio = window.devicePixelRatio;
    element.width = width * ratio;
    element.height = HEIGHT_PX * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const made = new Pad(element, PEN);
    if (first.current) made.fromData(groupsOf(first.current, width));
    made.addEventListener('endStroke', () => change.current(strokesOf(made.toData(), width)));
    pad.current = made;
    return () => made.off();
  }, []);

  useEffect(() => {
    if (value === null) pad.current?.clear();
  }, [value]);

  return (
    <div className="signature-pad">
      <canvas ref={canvas} role="img" aria-label={label} style={{ height: HEIGHT_PX }} />
      {value === null && <span className="quiet small">{t('signatures.hint')}</span>}
      {value !== null && (
        <button type="button" className="button plain" onClick={() => onChange(null)}>
          {t('signatures.clear')}
        </button>
      )}
    </div>
  );
}
