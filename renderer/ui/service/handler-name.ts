/** Who handles a complaint, as the interface says it. Forms have `handlerText`, in Chinese always. */
import type { Handler } from '@shared/complaints/schema';
import { departmentName } from '../../data/directory';
import { t } from '../i18n';

/** 客服部, 总经理 or the department's name. */
export const handlerName = ({ kind, department }: Handler): string =>
  kind === 'department' ? departmentName(department) : t(`complaints.handler.${kind}`);
