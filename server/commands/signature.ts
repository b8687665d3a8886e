/** A signature as a form sends it (`shared/signatures/signature.ts`). */
import { listOf, orNull, shape, text, type Schema } from './web-command';

const number: Schema = { type: 'number' };
const point: Schema = { type: 'array', minItems: 2, maxItems: 2, items: number };
const stroke: Schema = { type: 'array', maxItems: 8_000, items: point };

export const signature: Schema = {
  anyOf: [
    shape({
      mode: { const: 'screen' },
      strokes: orNull(shape({ width: number, height: number, strokes: listOf(stroke) })),
    }),
    shape({ mode: { const: 'paper' }, archiveNo: text }),
    shape({ mode: { const: 'pin' }, staff: text }),
  ],
};
