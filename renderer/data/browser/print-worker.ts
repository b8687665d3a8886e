/** Lays forms out and writes their PDFs in a worker of the browser, by the code of the desk's print process. */
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url';
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import { buildForm } from '@shared/forms/registry';
import { renderInto, type Fonts } from '../../../print/render';
import type { PrintOrder, PrintReport } from './print-orders';

const say = (report: PrintReport, transfer: Transferable[] = []): void =>
  self.postMessage(report, { transfer });

async function font(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`font: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Some ten megabytes each: fetched with the first form, afterwards out of the browser's own store. */
let fonts: Promise<Fonts> | null = null;

function loadFonts(): Promise<Fonts> {
  fonts ??= Promise.all([font(regular), font(bold)]).then(
    ([one, other]) => ({ regular: one, bold: other }),
    (error: unknown) => {
      fonts = null;
      throw error;
    },
  );
  return fonts;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function render({ form, data, printedBy }: PrintOrder): Promise<void> {
  const doc = buildForm(form, JSON.parse(data));
  const parts: Uint8Array[] = [];
  const rendered = await renderInto(
    (pdf) =>
      new Promise((resolve) => {
        pdf.on('data', (part: Uint8Array) => parts.push(part));
        pdf.on('end', resolve);
      }),
    doc,
    {
      fonts: await loadFonts(),
      printedBy,
      onProgress: (done, total) => say({ type: 'progress', done, total }),
    },
  );
  const pdf = joined(parts);
  say({ type: 'done', ...rendered, pdf }, [pdf.buffer]);
}

self.onmessage = ({ data }: MessageEvent<PrintOrder>): void => {
  render(data).catch((cause: unknown) =>
    say({ type: 'failed', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
  );
};
