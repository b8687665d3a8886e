/** A screen of its own for every test file that opens windows, so that two of them never share the focus. */
import { afterAll } from 'vitest';
import { virtualDisplay } from '../../scripts/display.mjs';

if (process.platform === 'linux') {
  const end = await virtualDisplay();
  afterAll(end);
}
