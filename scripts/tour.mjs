// npm run tour: drives the real app through a day at the desk; pictures and printed forms stand in out/tour/.
import { spawnSync } from 'node:child_process';
import { ensureSystem } from './setup.mjs';

ensureSystem({ forTests: true });
for (const [command, ...args] of [
  ['npm', 'run', '--silent', 'build'],
  [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'tour'],
]) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(1);
}
console.log('Pictures and printed forms are in out/tour/.');
