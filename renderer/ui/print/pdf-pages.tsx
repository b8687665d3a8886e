/** The pages of a PDF, drawn by pdf.js as they scroll into view and let go when they are far away. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { t } from '../i18n';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Points of a page at 100 %: CSS pixels. */
const CSS_PER_POINT = 96 / 72;

interface PageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

function PdfPage({ document, number, pages, width, height, zoom }: PageProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: '600px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!near || !element) return undefined;
    let gone = false;
    let stop: (() => void) | undefined;
    const canvas = window.document.createElement('canvas');
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number);
      if (gone) return;
      const viewport = page.getViewport({ scale: zoom * CSS_PER_POINT * window.devicePixelRatio });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const task = page.render({ canvas, viewport });
      stop = () => task.cancel();
      await task.promise;
      if (!gone) element.replaceChildren(canvas);
    };
    // A drawing that was cancelled by scrolling on is no fault.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
      element.replaceChildren();
      canvas.width = 0;
    };
  }, [document, number, near, zoom]);

  return (
    <div
      ref={place}
      className="pdf-page"
      role="img"
      aria-label={t('print.page', { page: number, pages })}
      style={{ width: width * CSS_PER_POINT * zoom, height: height * CSS_PER_POINT * zoom }}
    />
  );
}

interface PdfPagesProps {
  readonly pdf: Uint8Array;
  /** Factor on the real size; null fits the width. */
  readonly zoom: number | null;
  readonly onZoom: (zoom: number) => void;
}

export function PdfPages({ pdf, zoom, onZoom }: PdfPagesProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{
    readonly document: PDFDocumentProxy;
    readonly width: number;
    readonly height: number;
  } | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let gone = false;
    // pdf.js takes the bytes for itself; the job's own stay.
    const loading = getDocument({ data: pdf.slice(), isEvalSupported: false });
    const open = async (): Promise<void> => {
      const document = await loading.promise;
      const page = await document.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      if (!gone) setOpened({ document, width, height });
    };
    open().catch(() => {
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
      void loading.destroy();
    };
  }, [pdf]);

  useEffect(() => {
    const element = scroller.current;
    if (!opened || zoom !== null || !element) return;
    const fits = (element.clientWidth - 40) / (opened.width * CSS_PER_POINT);
    onZoom(Math.min(2, Math.max(0.3, fits)));
  }, [opened, zoom, onZoom]);

  if (failed) return <p className="state">{t('print.previewFailed')}</p>;
  const pages = opened?.document.numPages ?? 0;
  return (
    <div ref={scroller} className="pdf-pages" tabIndex={0}>
      {opened &&
        zoom !== null &&
        Array.from({ length: pages }, (_, index) => (
          <PdfPage key={index} {...opened} number={index + 1} pages={pages} zoom={zoom} />
        ))}
    </div>
  );
}
