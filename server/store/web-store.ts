/** What the endpoint keeps for the web view: passwords, sessions, wrong tries. Never among the documents. */

export interface WebAccount {
  /** Staff id. */
  readonly staff: string;
  readonly salt: string;
  readonly hash: string;
  /** scrypt's N. */
  readonly cost: number;
  /** Printed by an administrator: good for one sign-in, at which it must be changed. */
  readonly initial: boolean;
  readonly setAt: string;
}

export interface WebSession {
  /** Staff id. */
  readonly staff: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

/** Wrong tries under one key: an account or an address. */
export interface Tries {
  readonly wrong: number;
  readonly lastAt: string;
  /** ISO instant until which no try is taken, or ''. */
  readonly until: string;
}

export interface WebStore {
  account(staff: string): Promise<WebAccount | null>;
  /** Sets a password and ends every session of the person. */
  setAccount(account: WebAccount): Promise<void>;
  session(hash: string): Promise<WebSession | null>;
  addSession(hash: string, session: WebSession): Promise<void>;
  touchSession(hash: string, at: string): Promise<void>;
  endSession(hash: string): Promise<void>;
  /** Changes what is kept under a key in one step, whoever else does at the same time. Null forgets it. */
  changeTries<T>(
    key: string,
    change: (before: Tries | null) => { readonly tries: Tries | null; readonly value: T },
  ): Promise<T>;
  /** Forgets sessions begun and tries made before an instant. */
  tidy(sessionsBefore: string, triesBefore: string): Promise<void>;
}
