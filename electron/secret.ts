/** Secrets in files of the profile, sealed by the system's own store where it has one. */
import { safeStorage } from 'electron';

export interface Secret {
  readonly text: string;
  /** The system's store was there when it was sealed. */
  readonly sealed: boolean;
}

/* The successors of these calls are not there yet in the oldest Electron that the app runs on. */
/* oxlint-disable typescript/no-deprecated */
export function seal(text: string): Secret {
  return safeStorage.isEncryptionAvailable()
    ? { text: safeStorage.encryptString(text).toString('base64'), sealed: true }
    : { text, sealed: false };
}

/** @throws Error when the system's store does not open it (another account, another PC) */
export function unseal({ text, sealed }: Secret): string {
  return sealed ? safeStorage.decryptString(Buffer.from(text, 'base64')) : text;
}
/* oxlint-enable typescript/no-deprecated */
