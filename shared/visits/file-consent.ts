/** `visit.fileConsent`: the guardian's signed paper has its archive number (DOMAIN §2, 纸质签字). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { ARCHIVE_NO_MAX } from '../signatures/signature';
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
      if (guardian?.signature.mode !== 'paper' || !awaitsSignature(visit))
        return refuse({ code: 'noSignatureDue' });
      const checks = new Checks();
      const archiveNo = checks.text('archiveNo', input.archiveNo, { max: ARCHIVE_NO_MAX, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const filed = {
        ...visit.body,
        guardian: { ...guardian, signature: { ...guardian.signature, archiveNo } },
      };
      return acceptVisit(
        moved(visit, visit.status, withLog(filed, context, 'visit.fileConsent'), context.settings),
      );
    }),
};
