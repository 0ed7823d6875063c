/**
 * Makes one of each document that is filed, with long names, many rows and rare characters, and draws its pages to be looked at (SH-EVAL-13.3,
 * HN-BASE-03.2, AH-EVAL-05, 07, EC-CENTRE-08.2): reports, letters, and the tables that are taken away. `node dev/look-at-documents.ts [FOLDER]`.
 * Word files and spreadsheets are opened by LibreOffice (`soffice`), pages drawn by `pdftoppm`; both come with Debian (`libreoffice`,
 * `poppler-utils`). `LETTER_FONTS` counts here as it does in the product.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setReport } from '../activities/letters/sheet-setter.ts';
import { reportWord } from '../api/documents/report-word.ts';
import { letterFiles } from './documents/letters.ts';
import { reports, summaryTable } from './documents/reports.ts';
import { tableFiles } from './documents/tables.ts';

const run = promisify(execFile);
const folder = process.argv[2] ?? '.anjuan/documents';
const fonts = process.env['LETTER_FONTS'];

await mkdir(folder, { recursive: true });
for (const [name, page] of Object.entries(reports)) {
  await writeFile(join(folder, `${name}.pdf`), await setReport(page, fonts));
  await writeFile(join(folder, `${name}-word.docx`), await reportWord(page));
}
await writeFile(join(folder, 'annex-1-table.xlsx'), await summaryTable());
for (const [name, content] of [...(await letterFiles(fonts)), ...(await tableFiles())])
  await writeFile(join(folder, name), content);
const office = (await readdir(folder)).filter((file) => /\.(docx|xlsx)$/.test(file)).map((file) => join(folder, file));
await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...office]);
for (const file of (await readdir(folder)).filter((one) => one.endsWith('.pdf')))
  await run('pdftoppm', ['-r', '60', '-png', join(folder, file), join(folder, file.replace(/\.pdf$/, ''))]);
console.log(`The pages are in ${folder}: look at each.`);
