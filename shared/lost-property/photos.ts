/** `lostItem.addPhoto` and `lostItem.removePhoto`; documents and cards are never photographed (DOMAIN §3.6). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { NEVER_DUE } from '../core/envelope';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { MAX_PHOTO_BYTES, type Photo } from '../blobs/schema';
import { restated } from './custody';
import { LIMITS, MAX_PHOTOS } from './schema';
import { acceptLost, decideOnItem, lostWrite, readLost } from './state';

export interface AddPhoto {
  readonly id: string;
  /** Id of the new attachment. */
  readonly photo: string;
  /** The stored blob's SHA-256, hex. */
  readonly sha: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** The blob is on disk before this runs; metadata and reference are one act (DESIGN §2). */
export const addPhoto: Command<AddPhoto> = {
  type: 'lostItem.addPhoto',
  roles: DESK_ROLES,
  reads: ({ id, photo }) => [
    readLost('item', id),
    { name: 'photo', collection: 'attachments', ids: [photo] },
  ],
  decide: ({ photo, sha, bytes, width, height }, loaded, context) =>
    decideOnItem(loaded, (item) => {
      const { body } = item;
      if (body.valueKind === 'document') return refuse({ code: 'noPhotoOfDocuments' });
      if (body.photos.length >= MAX_PHOTOS)
        return refuse({ code: 'tooManyPhotos', params: { max: MAX_PHOTOS } });
      if (bytes > MAX_PHOTO_BYTES) return refuse({ code: 'photoTooBig' });
      const doc: Omit<Photo, 'ver'> = {
        id: photo,
        kind: 'photo',
        status: 'active',
        day: context.day,
        dueAt: NEVER_DUE,
        desk: context.desk,
        by: context.actor.id,
        at: context.now,
        key: item.id,
        body: withLog({ v: 1, sha, bytes, type: 'image/jpeg', width, height }, context, 'lostItem.addPhoto'),
      };
      const next = withLog({ ...body, photos: [...body.photos, photo] }, context, 'lostItem.addPhoto');
      return accept({ collection: 'attachments', doc }, lostWrite(restated(item, next, context.settings)));
    }),
};

export interface RemovePhoto {
  readonly id: string;
  readonly photo: string;
  readonly reason: string;
}

/** Takes a photo out, say of a document; its file is swept, the log keeps that it was there. */
export const removePhoto: Command<RemovePhoto> = {
  type: 'lostItem.removePhoto',
  roles: DESK_ROLES,
  reads: ({ id, photo }) => [
    readLost('item', id),
    { name: 'photo', collection: 'attachments', ids: [photo] },
  ],
  decide: ({ photo, reason: typed }, loaded, context) =>
    decideOnItem(loaded, (item) => {
      const checks = new Checks();
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      if (!item.body.photos.includes(photo)) return refuse({ code: 'notFound' });
      const photos = item.body.photos.filter((one) => one !== photo);
      const body = withLog({ ...item.body, photos }, context, 'lostItem.removePhoto', { reason });
      const next = restated(item, body, context.settings);
      const stored = loaded.photo?.[0];
      if (!stored) return acceptLost(next);
      const removed = {
        ...stored,
        status: 'removed',
        body: withLog(stored.body, context, 'lostItem.removePhoto', { reason }),
      };
      return accept({ collection: 'attachments', doc: removed }, lostWrite(next));
    }),
};
