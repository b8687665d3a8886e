/** A form's PDF into a file. */
import { once } from 'node:events';
import fs from 'node:fs';
import { renderInto, type Rendered, type RenderOptions } from '../../print/render';
import type { FormDoc } from '../../shared/forms/model';

/** Writes the PDF of a form to a file. Throws what the file system throws (ENOSPC on a full disk). */
export function renderPdf(doc: FormDoc, file: string, options: RenderOptions): Promise<Rendered> {
  return renderInto(
    async (pdf) => {
      const out = fs.createWriteStream(file);
      pdf.pipe(out);
      await once(out, 'finish');
    },
    doc,
    options,
  );
}
