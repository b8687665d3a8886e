import { expect, it } from 'vitest';
import { DEFAULT_BOUNDS, boundsFrom } from '../../../electron/window-bounds';

const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
const kept = { x: 40, y: 20, width: 1200, height: 700, maximized: false };

it('takes a kept place up again while it is on a screen', () => {
  expect(boundsFrom(JSON.stringify(kept), screens)).toEqual(kept);
  expect(boundsFrom(JSON.stringify({ ...kept, maximized: true }), screens)).toMatchObject({
    maximized: true,
  });
});

it('drops a place on a screen that was unplugged, and keeps the size', () => {
  const size = { width: 1200, height: 700, maximized: false };
  for (const place of [
    { x: 1300, y: 20 },
    { x: -1150, y: 20 },
    { x: 40, y: 700 },
    { x: 40, y: -300 },
    { x: 'left', y: 20 },
  ])
    expect(boundsFrom(JSON.stringify({ ...kept, ...place }), screens), JSON.stringify(place)).toEqual(size);
  expect(boundsFrom(JSON.stringify(kept), [...screens, { x: 1366, y: 0, width: 1366, height: 728 }])).toEqual(
    kept,
  );
});

it('takes the default for a missing or damaged file and for sizes nobody chose', () => {
  for (const text of [
    '',
    '{"width":',
    'null',
    '[]',
    '7',
    '{"width":100,"height":700}',
    '{"width":1e9,"height":700}',
    '{"width":"1200","height":700}',
  ])
    expect(boundsFrom(text, screens), text).toEqual(DEFAULT_BOUNDS);
});
