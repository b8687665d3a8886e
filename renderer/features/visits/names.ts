/** Names for printed and exported rows. */
import type { Department, Staff } from '@shared/directory/schema';
import { useDirectory } from '../../data/directory';

/** Name of a member of staff or a department by id; the id itself when unknown. */
export function nameOf(id: string): string {
  return (useDirectory.getState().records.get(id) as Staff | Department | undefined)?.body.name ?? id;
}

/** `A 前台`: the desks of the given codes, each once. */
export function deskNames(codes: readonly string[]): readonly string[] {
  const { desks } = useDirectory.getState();
  return [...new Set(codes)].sort().map((code) => {
    const name = desks.find(({ body }) => body.code === code)?.body.name;
    return name ? `${code} ${name}` : code;
  });
}
