/** What a page prints, saved as a PDF in the real app. */
import { plainText } from './pdf';
import type { Desk } from './app';

/** Answers the system's next save dialogs, which no driver can reach. */
export async function answerSave({ app }: Desk, target: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
}

/** Ctrl+P on the page at hand, saved as `target`; its text. */
export async function printedText(desk: Desk, target: string): Promise<string> {
  const { page } = desk;
  await answerSave(desk, target);
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('dialog', { name: '打印预览' });
  await preview.locator('.pdf-page canvas').first().waitFor({ timeout: 60_000 });
  await preview.getByRole('button', { name: '保存为 PDF' }).click();
  await preview.getByText('已保存。').waitFor();
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  return plainText(target);
}
