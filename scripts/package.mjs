// npm run package: the app as a folder with its own executable, on Linux as a tar.gz too. Installers:
// npm run package -- --installers on a machine where Electron's own download works.
import { path7za } from '7zip-bin';
import { build, Platform } from 'electron-builder';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
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
// The packer would fetch a 7zip of its own; the registry's package lost the right to be run.
process.env.ELECTRON_BUILDER_7ZIP_PATH ??= path7za;
if (process.platform !== 'win32') chmodSync(path7za, 0o755);
// What is thrown away after a test need not be small.
if (!runtime.shipped) process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '1';
const targets = Platform.current().createTarget(process.platform === 'linux' ? ['dir', 'tar.gz'] : 'dir');
await build({
  ...(installers ? {} : { targets }),
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
