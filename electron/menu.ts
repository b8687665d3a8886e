/** The application menu, in Chinese. Items that belong to the page are sent to it as actions. */
import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { menu as text } from '../shared/messages/zh-CN/menu';
import { emit } from './ipc';

/** Sets the menu; the page handles the actions `new`, `print`, `search`, `lock`, `help`, `about`, `emergency`. */
export function setMenu(window: () => BrowserWindow, isMac: boolean): void {
  const action = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => emit(window(), 'menu.action', name),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: text.file,
      submenu: [
        action(text.new, 'new', 'F2'),
        action(text.print, 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        action(text.lock, 'lock', 'CmdOrCtrl+L'),
        { type: 'separator' },
        action(text.emergency, 'emergency', 'F8'),
        { type: 'separator' },
        { role: 'quit', label: text.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        { type: 'separator' },
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll },
        { type: 'separator' },
        action(text.search, 'search', '/'),
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'resetZoom', label: text.resetZoom },
        { role: 'zoomIn', label: text.zoomIn },
        { role: 'zoomOut', label: text.zoomOut },
        { role: 'togglefullscreen', label: text.fullScreen },
      ],
    },
    { label: text.help, submenu: [action(text.keys, 'help', 'F1'), action(text.about, 'about')] },
  ];
  if (isMac) template.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
