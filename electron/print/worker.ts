/** The print process: lays out and writes forms, so that the page and the shell never wait for one. */
/// <reference types="electron-vite/node" />
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?asset';
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?asset';
import { buildForm } from '../../shared/forms/registry';
import type { RenderOrder, WorkerReport } from './protocol';
import { renderPdf } from './to-file';

const report = (message: WorkerReport): void => process.parentPort.postMessage(message);

async function render({ form, data, printedBy, file }: RenderOrder): Promise<void> {
  const doc = buildForm(form, JSON.parse(data));
  const rendered = await renderPdf(doc, file, {
    fonts: { regular, bold },
    printedBy,
    onProgress: (done, total) => report({ type: 'progress', done, total }),
  });
  report({
    type: 'done',
    ...rendered,
    title: doc.title,
    reference: doc.reference ?? '',
    paper: doc.paper,
    money: doc.money ?? false,
  });
}

process.parentPort.on('message', ({ data }: { data: RenderOrder }) => {
  render(data).catch((cause: unknown) => {
    const error = cause as NodeJS.ErrnoException;
    report({
      type: 'failed',
      code: error.code === 'ENOSPC' ? 'diskFull' : 'failed',
      message: error.stack ?? error.message,
    });
  });
});
