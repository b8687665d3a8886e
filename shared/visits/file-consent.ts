/** `visit.fileConsent`: the guardian's signed paper has its archive number (DOMAIN §2, 纸质签字). */
import { refuse, type Command } from '../core/command';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { checkText } from './fields';
import { awaitsSignature, moved } from './rules';
import { acceptVisit, decideOn, readVisit } from './state';

export interface FileConsent {
  readonly id: string;
  readonly archiveNo: string;
}

export const fileConsent: Command<FileConsent> = {
  type: 'visit.fileConsent',
  roles: DESK_ROLES,
  reads: ({ id }) => readVisit(id),
  decide: (input, loaded, context) =>
    decideOn(loaded, (visit) => {
      const { guardian } = visit.body;
      if (!guardian || !awaitsSignature(visit)) return refuse({ code: 'noSignatureDue' });
      const archiveNo = checkText('archiveNo', input.archiveNo, { required: true });
      if ('code' in archiveNo) return refuse(archiveNo);
      const filed = { ...visit.body, guardian: { ...guardian, archiveNo: archiveNo.text } };
      return acceptVisit(
        moved(visit, visit.status, withLog(filed, context, 'visit.fileConsent'), context.settings),
      );
    }),
};
