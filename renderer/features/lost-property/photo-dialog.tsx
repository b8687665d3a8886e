/** A photo from the camera or a file: made small first, shown, then saved. The camera is allowed while this is open. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import { addPhoto } from '@shared/lost-property/photos';
import type { FoundItem } from '@shared/lost-property/schema';
import { preparePhoto, type PreparedPhoto } from '../../data/blobs';
import { runCommand } from '../../data/gateway';
import { host } from '../../data/host';
import { Dialog } from '../../ui/dialog';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

type Ready = Extract<PreparedPhoto, { readonly ok: true }>;

async function openCamera(): Promise<MediaStream | null> {
  await host.call('camera.allow', true);
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
  } catch {
    return null;
  }
}

function shotOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
}

export function PhotoDialog({
  item,
  onClose,
}: {
  readonly item: FoundItem;
  readonly onClose: () => void;
}): ReactElement {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [ready, setReady] = useState<(Ready & { readonly url: string }) | null>(null);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const file = useRef<HTMLInputElement>(null);
  // Fixed while the dialog is open: saving twice is one photo.
  const ids = useRef({ act: v7(), photo: v7() });

  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [stream]);
  useEffect(() => () => void host.call('camera.allow', false), []);
  useEffect(() => (ready ? () => URL.revokeObjectURL(ready.url) : undefined), [ready]);

  const take = async (picture: Blob | null): Promise<void> => {
    if (!picture) return;
    setBusy(true);
    setError('');
    const prepared = await preparePhoto(picture);
    setBusy(false);
    if (!prepared.ok) return setError(refusalText(prepared.code));
    setStream(null);
    setReady({
      ...prepared,
      url: URL.createObjectURL(new Blob([prepared.bytes as BlobPart], { type: 'image/jpeg' })),
    });
  };
  const begin = async (): Promise<void> => {
    setError('');
    const opened = await openCamera();
    setReady(null);
    setStream(opened);
    if (!opened) setError(refusalText('cameraMissing'));
  };
  const save = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    const stored = await host.call('blob.put', ready.bytes);
    if (!stored.ok) {
      setBusy(false);
      return setError(refusalText(stored.code));
    }
    const { bytes, width, height } = ready;
    const { act, photo } = ids.current;
    const outcome = await runCommand(
      addPhoto,
      { id: item.id, photo, sha: stored.sha, bytes: bytes.length, width, height },
      { actId: act },
    );
    setBusy(false);
    if (!outcome.ok)
      return setError(outcome.refusals.map(({ code, params }) => refusalText(code, params)).join('；'));
    toast(t('lostProperty.photoSaved'));
    onClose();
  };

  return (
    <Dialog
      title={t('lostProperty.photoAdd')}
      width={620}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={!ready || busy}>
            {t('ui.save')}
          </button>
        </>
      }
    >
      <p className="quiet">{t('lostProperty.photoHelp')}</p>
      <div className="confirmed">
        <button type="button" className="button" onClick={() => void begin()}>
          {t('lostProperty.photoCamera')}
        </button>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {t('lostProperty.photoFile')}
        </button>
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          onChange={({ target }) => {
            void take(target.files?.[0] ?? null);
            target.value = '';
          }}
        />
      </div>
      {error && (
        <div className="notice overdue" role="alert">
          {error}
        </div>
      )}
      {stream && (
        <>
          <video ref={video} className="camera" autoPlay muted playsInline />
          <button
            type="button"
            className="button primary"
            disabled={busy}
            onClick={() => video.current && void shotOf(video.current).then(take)}
          >
            {t('lostProperty.photoShoot')}
          </button>
        </>
      )}
      {ready && (
        <>
          <img className="photo-view" src={ready.url} alt={item.body.name} />
          <p className="quiet small">
            {t('lostProperty.photoSize', {
              width: ready.width,
              height: ready.height,
              kilobytes: Math.ceil(ready.bytes.length / 1024),
            })}
          </p>
        </>
      )}
    </Dialog>
  );
}
