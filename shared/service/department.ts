/** The department a matter concerns: one of the club's that works; none passes. */
import type { Loaded, Read } from '../core/command';
import type { Checks } from '../core/field-checks';

/** Asks for it under the name `departments`; '' asks for nothing. */
export const readDepartment = (id: string): Read => ({
  name: 'departments',
  collection: 'directory',
  ids: id === '' ? [] : [id],
});

/** Refuses one that is not there or works no longer, but for the one that stands in the record already. */
export function checkDepartment(checks: Checks, id: string, loaded: Loaded, kept = ''): void {
  const department = loaded.departments?.find((doc) => doc.id === id && doc.kind === 'department');
  if (id !== '' && id !== kept && department?.status !== 'active')
    checks.refuse('department', 'departmentGone');
}
