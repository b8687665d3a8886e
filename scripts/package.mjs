// npm run package: the app as a folder with its own executable. Installers: npm run package -- --installers
// on a machine where Electron's own download works.
import { build, Platform } from 'electron-builder';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';

const runtime = electronRuntime();
const installers = process.argv.includes('--installers');
if (installers && !runtime.shipped) {
  console.error(
    'Installers are made only with Electron’s own runtime; here there is just the stand-in for development.',
  );
  process.exit(1);
}
const output = path.resolve(runtime.shipped ? 'dist' : 'dist/stand-in');
rmSync(output, { recursive: true, force: true });
await build({
  ...(installers ? {} : { targets: Platform.current().createTarget('dir') }),
  publish: 'never',
  config: {
    extends: path.resolve('electron-builder.yml'),
    directories: { output },
    electronDist: runtime.dist,
    ...(runtime.shipped ? {} : { electronVersion: '25.1.1' }),
    afterPack: ({ appOutDir }) => {
      // The stand-in runtime's hand-over stub; the package starts from its archive only.
      const stub = path.join(appOutDir, 'resources', 'app');
      if (existsSync(stub)) rmSync(stub, { recursive: true });
    },
  },
});
if (!runtime.shipped)
  writeFileSync(
    path.join(output, 'NOT-FOR-SHIPPING.txt'),
    'Made with the stand-in Electron runtime: for tests only.\n',
  );
console.log(`Packaged in ${path.relative('.', output)}`);
