/** How far a running backup, check or restore is. */
import { useEffect, useState } from 'react';
import { host } from '../../data/host';

export function useProgress(): { readonly done: number; readonly total: number } {
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  useEffect(() => host.on('backup.progress', (done, total) => setProgress({ done, total })), []);
  return progress;
}

/** A number of bytes for reading. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
