/** Hands a form over to what makes its PDF. */
import { printedByText } from '@shared/forms/texts';
import type { RenderResult } from '@shared/host';
import { nowIso } from '../../data/clock';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import type { PrintRequest } from './print-form';

/** Characters handed over at once: a month's register in one piece holds up the page. */
const PART = 128 * 1024;

/** Makes the PDF of a form under the id of its job, printed by whoever is signed in now. Whoever gives the signal discards the job. */
export async function makePdf(
  job: string,
  { form, data }: Pick<PrintRequest, 'form' | 'data'>,
  signal?: AbortSignal,
): Promise<RenderResult> {
  const { actor, desk } = useSession.getState();
  const printedBy = printedByText(actor?.name ?? '', desk, nowIso());
  const text = JSON.stringify(data);
  let at = 0;
  for (; text.length - at > PART; at += PART) {
    await host.call('print.part', job, text.slice(at, at + PART));
    if (signal?.aborted) return { ok: false, code: 'cancelled' };
  }
  return host.call('print.render', { job, form, data: text.slice(at), printedBy });
}
