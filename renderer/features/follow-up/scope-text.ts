/** Whom a paper is about. */
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import { departmentName } from '../../data/directory';

/** The department's name, or 全部部门; papers are Chinese always. */
export const scopeText = (department: string): string =>
  department === '' ? words.paper.allDepartments : departmentName(department);
