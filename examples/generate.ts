// `npm run examples`: writes examples/documents and examples/drafts from examples/source.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../config/root.js';
import { debianFonts } from './write/fonts.js';
import { writeDocuments } from './write-documents.js';

const { values } = parseArgs({
  options: {
    fonts: { type: 'string', default: debianFonts },
    out: { type: 'string', default: join(projectRoot, 'examples') },
  },
});

const { written, skipped, missingFonts } = await writeDocuments(values.out, values.fonts);
console.log(`写好 ${written.length} 个文件 / wrote ${written.length} files: ${values.out}`);
if (missingFonts.length > 0) {
  console.error(
    `${values.fonts} 里没有 ${missingFonts.join('、')}，PDF 没有重写：安装 Debian 的 fonts-noto-cjk，或用 --fonts 指出字体目录。`,
  );
  console.error(
    `${missingFonts.join(', ')} not in ${values.fonts}, so no PDF was written again: install fonts-noto-cjk (Debian), or name the fonts' folder with --fonts.`,
  );
}
if (skipped.some((file) => file.endsWith('.doc'))) {
  console.error('没有 LibreOffice（soffice），doc 没有重写。');
  console.error('no LibreOffice (soffice), so no doc was written again.');
}
for (const file of skipped) console.error(`  ${file}`);
if (skipped.length > 0) process.exitCode = 1;
