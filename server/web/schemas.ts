/** Parts of the web view's answers as OpenAPI describes them. */

/** A refused call: why. */
export const failure = {
  type: 'object',
  required: ['code'],
  properties: { code: { type: 'string' } },
  additionalProperties: true,
} as const;

/** An act that is refused as data. */
export const refusals = {
  type: 'object',
  required: ['ok', 'refusals'],
  properties: {
    ok: { const: false },
    refusals: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          params: { type: 'object', additionalProperties: true },
        },
      },
    },
  },
} as const;
