/** The photos of an item; a file that is gone or was changed on disk is said, not hidden. */
import { useEffect, useState, type ReactElement } from 'react';
import type { Photo } from '@shared/blobs/schema';
import { removePhoto } from '@shared/lost-property/photos';
import type { FoundItem } from '@shared/lost-property/schema';
import { loadPhoto, type LoadedPhoto } from '../../data/blobs';
import { runCommand } from '../../data/gateway';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { toast } from '../../ui/toast';

/** Follows a photo's file; the object URL goes with the picture. */
function usePhoto(sha: string): LoadedPhoto | null {
  const [loaded, setLoaded] = useState<LoadedPhoto | null>(null);
  useEffect(() => {
    let gone = false;
    let url = '';
    void loadPhoto(sha).then((photo) => {
      if (typeof photo === 'object') url = photo.url;
      if (gone) URL.revokeObjectURL(url);
      else setLoaded(photo);
    });
    return () => {
      gone = true;
      URL.revokeObjectURL(url);
    };
  }, [sha]);
  return loaded;
}

function Shot({ photo, onOpen }: { readonly photo: Photo; readonly onOpen: () => void }): ReactElement {
  const loaded = usePhoto(photo.body.sha);
  return (
    <button type="button" className="shot" aria-label={t('lostProperty.field.photos')} onClick={onOpen}>
      {loaded !== null &&
        (typeof loaded === 'object' ? (
          <img src={loaded.url} alt="" />
        ) : (
          <span className="small">
            {t(loaded === 'missing' ? 'lostProperty.photoMissing' : 'lostProperty.photoChanged')}
          </span>
        ))}
    </button>
  );
}

interface PhotosProps {
  readonly item: FoundItem;
  /** Absent for those who may only look. */
  readonly onAdd?: () => void;
}

export function Photos({ item, onAdd }: PhotosProps): ReactElement | null {
  const { photos, valueKind } = item.body;
  const [open, setOpen] = useState<Photo | null>(null);
  const live = useLiveOf(() => byIds<Photo>('attachments', photos), ['attachments'], [photos.join()]);
  if (valueKind === 'document' || item.status === 'void' || (photos.length === 0 && !onAdd)) return null;
  return (
    <>
      <h2>{t('lostProperty.field.photos')}</h2>
      <div className="photos">
        {live.state === 'ready' &&
          live.value.map((photo) => <Shot key={photo.id} photo={photo} onOpen={() => setOpen(photo)} />)}
        {onAdd && (
          <button type="button" className="button" onClick={onAdd}>
            <Icon name="camera" />
            {t('lostProperty.photoAdd')}
          </button>
        )}
      </div>
      {open && <PhotoView item={item} photo={open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface PhotoViewProps {
  readonly item: FoundItem;
  readonly photo: Photo;
  readonly onClose: () => void;
}

function PhotoView({ item, photo, onClose }: PhotoViewProps): ReactElement {
  const loaded = usePhoto(photo.body.sha);
  const form = useForm({
    draftKey: `lostItem.removePhoto:${photo.id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(removePhoto, { id: item.id, photo: photo.id, reason }, { actId }),
    onSaved: () => {
      toast(t('lostProperty.photoRemoved'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={item.body.name}
      submitLabel={t('lostProperty.photoRemove')}
      onClose={onClose}
      danger
      width={760}
    >
      <div className="wide" style={{ textAlign: 'center' }}>
        {loaded !== null &&
          (typeof loaded === 'object' ? (
            <img className="photo-view" src={loaded.url} alt={item.body.name} />
          ) : (
            <div className="notice overdue">
              {t(loaded === 'missing' ? 'lostProperty.photoMissing' : 'lostProperty.photoChanged')}
            </div>
          ))}
      </div>
      <TextField form={form} name="reason" label={t('lostProperty.photoReason')} wide />
    </FormDialog>
  );
}
