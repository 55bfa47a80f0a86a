// The Chinese fonts that PDF files embed a part of. They are not carried in the project: Debian's fonts-noto-cjk has them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const debianFonts = '/usr/share/fonts/opentype/noto';

/** A file in the fonts' folder, and the PostScript name of the Simplified Chinese face in it. */
const faces = {
  serif: { file: 'NotoSerifCJK-Regular.ttc', face: 'NotoSerifCJKsc-Regular' },
  sans: { file: 'NotoSansCJK-Bold.ttc', face: 'NotoSansCJKsc-Bold' },
} as const;

export type Fonts = Readonly<Record<keyof typeof faces, { readonly path: string; readonly face: string }>>;

/** The fonts in `folder`, or the names of those that are missing there. */
export function findFonts(folder: string): { readonly fonts: Fonts | null; readonly missing: readonly string[] } {
  const missing = Object.values(faces).flatMap(({ file }) => (existsSync(join(folder, file)) ? [] : [file]));
  const at = ({ file, face }: { file: string; face: string }) => ({ path: join(folder, file), face });
  return { fonts: missing.length > 0 ? null : { serif: at(faces.serif), sans: at(faces.sans) }, missing };
}
