/** A command that the browser may run, with the shape of its input. */
import type { Command } from '../../shared/core/command';

/** JSON Schema of a value. */
export type Schema = Readonly<Record<string, unknown>>;

export interface WebCommand {
  readonly command: Command<unknown>;
  readonly input: Schema;
}

export const text: Schema = { type: 'string', maxLength: 2_000 };
export const integer: Schema = { type: 'integer' };
export const flag: Schema = { type: 'boolean' };
const DAY = '20\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
/** A day that there is; commands reckon with it before they decide. */
export const day: Schema = { type: 'string', format: 'date', pattern: `^${DAY}$` };
/** The same, or '' where none was chosen: that the command refuses itself, by the field. */
export const dayOrNone: Schema = { type: 'string', pattern: `^(?:${DAY})?$` };
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const listOf = (items: Schema): Schema => ({ type: 'array', maxItems: 1_000, items });
export const tableOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

/** An object with exactly these members. */
export const shape = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

/** Pairs a command with the members of its input, each named once. */
export function webCommand<I>(
  command: Command<I>,
  properties: { readonly [K in keyof Required<I>]: Schema },
): WebCommand {
  // The schema stands between the network and the command, so its input is what the command expects.
  return { command: command as unknown as Command<unknown>, input: shape(properties) };
}
