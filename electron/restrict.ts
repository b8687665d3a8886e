/** What a page may never do: leave, open windows, use the system; the camera only while the photo dialog is open. */
import { session, type WebContents } from 'electron';
import { ORIGIN } from './protocol';

/** Only the page's own origin. `origin` comes with or without a path or a closing slash. */
const isOurs = (origin: string): boolean => origin === ORIGIN || origin.startsWith(`${ORIGIN}/`);

/** Refuses navigation, new windows and embedded pages; for every page that is ever made. */
export function restrictContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Refuses every permission and device, except pictures of the camera while `cameraAllowed` says so. */
export function restrictSession(cameraAllowed: () => boolean): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video');
    answer(isCamera && isOurs(details.requestingUrl) && cameraAllowed());
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      permission === 'media' && mediaType === 'video' && isOurs(origin) && cameraAllowed(),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}
