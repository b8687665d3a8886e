/** Which file of the built page a request may have. */
import path from 'node:path';

/** File below `root` that a request path names, or null when it leads outside or is malformed. */
export function fileFor(root: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  const file = path.join(root, name === '/' || !path.extname(name) ? 'index.html' : name);
  return file.startsWith(root + path.sep) ? file : null;
}
