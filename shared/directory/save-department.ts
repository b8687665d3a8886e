/** Adds, renames or retires a department (administrators). */
import { atMost, refusalsOf, required } from '../core/checks';
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import type { Department, DepartmentBody } from './schema';

export interface SaveDepartmentInput {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export const saveDepartment: Command<SaveDepartmentInput> = {
  type: 'directory.saveDepartment',
  roles: ['admin'],
  reads: () => [
    { name: 'all', collection: 'directory', index: 'kind', from: ['department'], to: ['department'] },
  ],
  decide: (input, loaded, context) => {
    const all = (loaded.all ?? []) as readonly Department[];
    const before = all.find((department) => department.id === input.id);
    const name = input.name.trim();
    const taken = all.some(
      (department) =>
        department.id !== input.id && department.status === 'active' && department.body.name === name,
    );
    const refusals = refusalsOf(
      required('name', name) ?? atMost('name', name, 20),
      taken && input.active ? { field: 'name', code: 'nameTaken' } : null,
    );
    if (refusals.length > 0) return refuse(...refusals);
    const status = input.active ? ('active' as const) : ('retired' as const);
    const doc = before
      ? changed(before, 'directory.saveDepartment', { name }, context, { status })
      : newRecord<'department', DepartmentBody>(
          input.id,
          'department',
          'directory.saveDepartment',
          { name },
          context,
        );
    return accept({ collection: 'directory', doc });
  },
};
