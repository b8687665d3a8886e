/** Records of the `directory` collection: staff, credentials, desks, departments, settings (DOMAIN §1). */
import type { BodyBase, Envelope } from '../core/envelope';
import type { Role } from '../core/roles';
import type { Settings } from '../core/settings';

export interface StaffBody extends BodyBase {
  /** Staff number typed at sign-in, digits or letters, unique. */
  readonly staffNo: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Department ids a handler answers for. */
  readonly departments: readonly string[];
  readonly phone: string;
}
export type Staff = Envelope<'staff', 'active' | 'left', StaffBody>;

export interface CredentialBody extends BodyBase {
  /** Staff id. */
  readonly staff: string;
  readonly salt: string;
  readonly hash: string;
  readonly cost: number;
}
/** Id is `pin:<staffId>`. */
export type Credential = Envelope<'credential', 'active', CredentialBody>;

export interface DeskBody extends BodyBase {
  readonly code: string;
  readonly name: string;
}
/** Id is `desk:<code>`. */
export type Desk = Envelope<'desk', 'active' | 'retired', DeskBody>;

export interface DepartmentBody extends BodyBase {
  readonly name: string;
}
export type Department = Envelope<'department', 'active' | 'retired', DepartmentBody>;

export interface SettingsBody extends BodyBase, Partial<Settings> {}
/** Id is `settings`; absent fields take DEFAULT_SETTINGS. */
export type SettingsRecord = Envelope<'settings', 'active', SettingsBody>;

export type DirectoryRecord = Staff | Credential | Desk | Department | SettingsRecord;
