// Cuts the interface's fonts out of Noto Sans SC: the characters of GB 2312, ASCII and common signs, so
// that a PC without Chinese fonts shows the first page at once. Names outside it come from the whole font.
import subsetFont from 'subset-font';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
const target = path.join(root, 'renderer', 'ui', 'fonts');

function characters() {
  const decoder = new TextDecoder('gb2312');
  let text = '';
  for (let code = 0x20; code < 0x7f; code += 1) text += String.fromCharCode(code);
  for (let row = 0xa1; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) text += decoder.decode(Uint8Array.of(row, cell));
  return `${text}¥°±×÷–—‘’“”…←↑→↓`;
}

mkdirSync(target, { recursive: true });
for (const [name, file] of [
  ['regular', '400Regular/NotoSansSC_400Regular.ttf'],
  ['bold', '700Bold/NotoSansSC_700Bold.ttf'],
]) {
  const cut = path.join(target, `noto-sans-sc-${name}.ttf`);
  if (!existsSync(cut))
    writeFileSync(
      cut,
      await subsetFont(readFileSync(path.join(source, file)), characters(), { targetFormat: 'truetype' }),
    );
}
const whole = path.join(target, 'noto-sans-sc-whole.ttf');
if (!existsSync(whole)) copyFileSync(path.join(source, '400Regular/NotoSansSC_400Regular.ttf'), whole);
