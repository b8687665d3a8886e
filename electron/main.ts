import { app, BrowserWindow, net, protocol } from 'electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

void app.whenReady().then(async () => {
  protocol.handle('app', (request) => {
    const name = new URL(request.url).pathname;
    const file = path.join(__dirname, '../renderer', name === '/' ? 'index.html' : name);
    return net.fetch(pathToFileURL(file).toString());
  });
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { preload: path.join(__dirname, '../preload/index.js'), sandbox: true, contextIsolation: true },
  });
  await window.loadURL('app://deskbook/');
});
