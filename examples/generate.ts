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
if (skipped.length > 0) {
  console.error(
    `${values.fonts} 里没有 ${missingFonts.join('、')}，这 ${skipped.length} 个 PDF 没有重写：安装 Debian 的 fonts-noto-cjk，或用 --fonts 指出字体目录。`,
  );
  console.error(
    `${missingFonts.join(', ')} not in ${values.fonts}, so these PDF files were not written again: install fonts-noto-cjk (Debian), or name the fonts' folder with --fonts.`,
  );
  for (const file of skipped) console.error(`  ${file}`);
  process.exitCode = 1;
}
