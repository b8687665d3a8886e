// `register-pdf` (DESIGN §10): CPU of a 6,000-row visit register through the product's layout, against the
// same rows and fonts laid by hand on pdfkit. Both run in turn, each in a process of its own; the texts must
// be equal before anything counts. Prints one JSON line: value and baseline in CPU milliseconds.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROWS = 6_000;
const ROUNDS = 3;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const font = (weight) =>
  require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);
const fonts = { regular: font('400Regular'), bold: font('700Bold') };
const foot = '制表：林晓彤（A 台） 2026-11-30 16:02';

const pick = (list, index) => list[index % list.length];

/** Rows as a busy desk writes them: mostly short cells, some that wrap, some rare names. */
function visits() {
  return Array.from({ length: ROWS }, (_, index) => {
    const day = String(1 + (Math.floor(index / 200) % 30)).padStart(2, '0');
    return {
      isVoid: false,
      date: `2026-11-${day}`,
      no: `LF-A-202611${day}-${String((index % 200) + 1).padStart(4, '0')}`,
      name: pick(['林晓彤', '王𬭚', '欧阳𫖮', '陈䶮', '赵㛃', '孙丽华', '周建国'], index),
      people: 1 + (index % 4),
      company: pick(['', '青岛海风体育用品有限公司', '东城物业', '银湾酒店工程部（外包）'], index),
      phone: '138****1234',
      purpose: pick(['咨询', '供应商', '会员业务', '面试', '报修', '其他'], index),
      details: pick(['会籍转让的手续与费用', '', '更换储物柜', '球童'], index),
      visiting: pick(['会籍部 李主管', '球场部', '餐饮部', '工程部 老周'], index),
      plate: index % 3 === 0 ? '鲁B·A1234' : '',
      badge: index % 2 === 0 ? String(100 + (index % 60)) : '',
      timeIn: `14:${String(index % 60).padStart(2, '0')}`,
      timeOut: index % 5 === 0 ? '' : '15:40',
      receivedBy: pick(['林晓彤', '张悦'], index),
      outcome: pick(['当场答复', '转工程部处理', '当场答复', '已登记离开'], index),
      remark: index % 7 === 0 ? '访客自带球车一辆，停放于东侧停车场' : '',
    };
  });
}

const input = () => ({
  club: '银湾高尔夫俱乐部',
  from: '2026-11-01',
  to: '2026-11-30',
  desks: ['A 前台'],
  filter: '',
  rows: visits(),
});

/** Bundles the product's code as the app's build does, once for all rounds. */
async function bundle(folder) {
  const { build } = await import('vite');
  const shared = { '@shared': path.join(root, 'shared') };
  const entries = { render: 'electron/print/to-file.ts', registry: 'shared/forms/registry.ts' };
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: shared },
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      rollupOptions: { input: entries, output: { entryFileNames: '[name].mjs' } },
    },
  });
}

/** The form laid by hand: known columns, every cell placed with pdfkit's own text. */
async function byHand(doc, file) {
  const { default: PDFDocument } = await import('pdfkit');
  const [table, ...rest] = doc.blocks;
  const margin = 31;
  const size = 7.8;
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
  });
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const all = table.columns.reduce((sum, { width }) => sum + width, 0);
  let y = 0;
  let columns = [];
  const cell = (text, { x, width, align = 'left', noWrap }, top) => {
    if (text === '') return;
    const own = pdf.widthOfString(text);
    const free = width - 5 - own;
    if (noWrap || free >= 0)
      pdf.text(text, x + 2.5 + (align === 'right' ? free : align === 'center' ? free / 2 : 0), top, {
        lineBreak: false,
      });
    else pdf.text(text, x + 2.5, top, { width: width - 5, align });
  };
  const page = () => {
    pdf.addPage();
    const span = pdf.page.width - 2 * margin;
    let x = margin;
    columns = table.columns.map((column) => {
      const width = (column.width / all) * span;
      x += width;
      return { ...column, x: x - width, width };
    });
    pdf.font('bold').fontSize(14).text(doc.club, margin, 24, { width: span, align: 'center' });
    pdf.text(doc.title, margin, 42, { width: span, align: 'center' });
    pdf.font('regular').fontSize(9).text(doc.subtitle, margin, 62, { width: span, align: 'center' });
    pdf.font('bold').fontSize(size);
    for (const column of columns) cell(column.title, { ...column, noWrap: false, align: 'left' }, 82);
    pdf.font('regular');
    y = 106;
  };
  page();
  for (const row of table.rows) {
    let height = 17;
    columns.forEach(({ width, noWrap }, index) => {
      if (noWrap || row[index] === '' || pdf.widthOfString(row[index]) <= width - 5) return;
      height = Math.max(height, pdf.heightOfString(row[index], { width: width - 5 }) + 5);
    });
    if (y + height > pdf.page.height - 40) page();
    columns.forEach((column, index) => cell(row[index], column, y + 3));
    for (const { x, width } of columns) pdf.rect(x, y, width, height);
    pdf.lineWidth(0.45).stroke();
    y += height;
  }
  for (const block of rest) {
    const lines =
      block.type === 'table'
        ? [block.columns.map(({ title }) => title), ...block.rows]
        : block.type === 'text'
          ? [[block.text]]
          : block.type === 'signatures'
            ? block.lines.map(({ label }) => [`${label}：`])
            : [];
    for (const line of lines) {
      if (y > pdf.page.height - 60) page();
      line.forEach((text, index) => pdf.text(text, margin + index * 60, y + 4, { lineBreak: false }));
      y += 17;
    }
  }
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index);
    pdf.fontSize(7.5).text(foot, margin, pdf.page.height - 24, { lineBreak: false });
    pdf.text(`第 ${index + 1} 页 共 ${count} 页`, pdf.page.width - 110, pdf.page.height - 24, {
      lineBreak: false,
    });
  }
  const out = fs.createWriteStream(file);
  const written = new Promise((resolve, reject) => out.on('finish', resolve).on('error', reject));
  pdf.pipe(out);
  pdf.end();
  await written;
}

/** Everything on paper but the heads and feet, which stand on different pages in the two. */
function body(file, doc) {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  let squeezed = text.replace(/\s+/gu, '');
  const head = doc.blocks[0].columns.map(({ title }) => title).join('');
  for (const part of [head, doc.club, doc.title, doc.subtitle, foot])
    squeezed = squeezed.replaceAll(part.replace(/\s+/gu, ''), '');
  return squeezed.replace(/第\d+页共\d+页/gu, '');
}

/** One rendering in this process; reports its CPU and peak memory. */
async function one(kind, folder, file) {
  const load = (name) => import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
  const { buildForm } = await load('registry');
  const { renderPdf } = await load('render');
  const doc = buildForm('visit-register', input());
  const before = process.cpuUsage();
  if (kind === 'product') await renderPdf(doc, file, { fonts, printedBy: foot });
  else await byHand(doc, file);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ cpu: (user + system) / 1000, rss: process.resourceUsage().maxRSS * 1024 }));
}

async function compare() {
  const folder = fs.mkdtempSync(path.join(root, 'node_modules', '.cache', 'bench-register-'));
  const files = {
    product: path.join(os.tmpdir(), `register-product-${process.pid}.pdf`),
    hand: path.join(os.tmpdir(), `register-hand-${process.pid}.pdf`),
  };
  try {
    await bundle(folder);
    const runs = { product: [], hand: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of ['product', 'hand']) {
        const { stdout, stderr, status } = spawnSync(
          process.execPath,
          [fileURLToPath(import.meta.url), kind, folder, files[kind]],
          { encoding: 'utf8' },
        );
        if (status !== 0) throw new Error(stderr);
        runs[kind].push(JSON.parse(stdout));
      }
    }
    const { buildForm } = await import(pathToFileURL(path.join(folder, 'registry.mjs')).href);
    const doc = buildForm('visit-register', input());
    const [own, hand] = [body(files.product, doc), body(files.hand, doc)];
    if (own !== hand) {
      const at = [...own].findIndex((character, index) => character !== [...hand][index]);
      throw new Error(`the texts differ: ${own.slice(at - 20, at + 40)} | ${hand.slice(at - 20, at + 40)}`);
    }
    if (!own.includes('王𬭚') || own.length < ROWS * 60) throw new Error('the register is not whole');
    const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
    const value = median(runs.product.map(({ cpu }) => cpu));
    const baseline = median(runs.hand.map(({ cpu }) => cpu));
    const peak = median(runs.product.map(({ rss }) => rss));
    console.log(
      JSON.stringify({
        bench: 'register-pdf',
        value: Math.round(value),
        unit: 'ms CPU',
        baseline: Math.round(baseline),
        ratio: Number((value / baseline).toFixed(2)),
        peakMB: Math.round(peak / 1e6),
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    for (const file of Object.values(files)) fs.rmSync(file, { force: true });
  }
}

const [kind, folder, file] = process.argv.slice(2);
if (kind === 'product' || kind === 'hand') await one(kind, folder, file);
else await compare();
