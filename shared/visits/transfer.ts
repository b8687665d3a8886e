/** Handing a visitor's matter to a department (DOMAIN §3.1). */
import type { Context } from '../core/command';
import type { Transfer } from './schema';

/** A transfer begun now; its clock runs for `settings.transferMinutes`. */
export function startTransfer(department: string, context: Context): Transfer {
  const dueAt = new Date(Date.parse(context.now) + context.settings.transferMinutes * 60_000).toISOString();
  return { department, at: context.now, dueAt, answeredAt: '', answeredBy: '', answer: '' };
}
