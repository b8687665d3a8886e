/** Messages for printed forms and files, which are Chinese whatever language the page shows. */

/** The message with `{{name}}` replaced by the parameter of that name. */
export function fill(message: string, params: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
}
