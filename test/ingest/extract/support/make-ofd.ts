// OFD files of the least that GB/T 33190 asks for: pages of text in places of one's own, in millimetres on A4.
import { strToU8, zipSync } from 'fflate';

export interface OfdText {
  readonly text: string;
  readonly x: number;
  /** of the baseline, downwards */
  readonly y: number;
  readonly size?: number;
  /** as written in the file; without it a character follows the other by the size */
  readonly deltaX?: string;
}
export interface OfdPageContent {
  readonly texts: readonly OfdText[];
  /** further units, as markup */
  readonly units?: string;
  readonly template?: string;
}
export interface OfdDocument {
  readonly pages: readonly (readonly OfdText[] | OfdPageContent)[];
  readonly templates?: Readonly<Record<string, readonly OfdText[]>>;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const root = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${content}</ofd:${name}>`;

const unit = ({ text, x, y, size = 5, deltaX }: OfdText, id: number): string =>
  `<ofd:TextObject ID="${id}" Boundary="${x} ${y - size} 200 ${size * 1.2}" Font="1" Size="${size}">` +
  `<ofd:TextCode X="0" Y="${size}" DeltaX="${deltaX ?? `g ${Math.max(1, [...text].length - 1)} ${size}`}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`;

const page = ({ texts, units = '', template }: OfdPageContent): string =>
  root(
    'Page',
    `${template ? `<ofd:Template TemplateID="${template}"/>` : ''}<ofd:Content><ofd:Layer ID="1">` +
      `${texts.map((text, i) => unit(text, 100 + i)).join('')}<ofd:PageBlock>${units}</ofd:PageBlock></ofd:Layer></ofd:Content>`,
  );

/** Ruled lines around the fields between these edges. */
export const ruledUnits = (xs: readonly number[], ys: readonly number[]): string => {
  const line = (x0: number, y0: number, x1: number, y1: number): string =>
    `<ofd:PathObject ID="9" Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x0} ${y0} L ${x1} ${y1}</ofd:AbbreviatedData></ofd:PathObject>`;
  const [left = 0, top = 0] = [xs[0], ys[0]];
  const [right = 0, bottom = 0] = [xs.at(-1), ys.at(-1)];
  return [...xs.map((x) => line(x, top, x, bottom)), ...ys.map((y) => line(left, y, right, y))].join('');
};

/** `parts` replaces or adds whole parts by their names; null leaves one out. */
export function makeOfd(
  documents: readonly OfdDocument[],
  title = '',
  parts: Readonly<Record<string, string | null>> = {},
): Buffer {
  const files: Record<string, string | null> = {
    'OFD.xml': root(
      'OFD',
      documents
        .map(
          (_, i) =>
            `<ofd:DocBody><ofd:DocInfo><ofd:Title>${escaped(title)}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_${i}/Document.xml</ofd:DocRoot></ofd:DocBody>`,
        )
        .join(''),
    ),
  };
  documents.forEach(({ pages, templates = {} }, i) => {
    const folder = `Doc_${i}`;
    const names = Object.keys(templates);
    const entries = pages.map((_, p) => `<ofd:Page ID="${p + 10}" BaseLoc="Pages/Page_${p}/Content.xml"/>`);
    const uses = names.map((id) => `<ofd:TemplatePage ID="${id}" BaseLoc="/${folder}/Tpls/Tpl_${id}/Content.xml"/>`);
    files[`${folder}/Document.xml`] = root(
      'Document',
      `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${uses.join('')}</ofd:CommonData><ofd:Pages>${entries.join('')}</ofd:Pages>`,
    );
    pages.forEach((content, p) => {
      files[`${folder}/Pages/Page_${p}/Content.xml`] = page('texts' in content ? content : { texts: content });
    });
    for (const id of names) files[`${folder}/Tpls/Tpl_${id}/Content.xml`] = page({ texts: templates[id] ?? [] });
  });
  const all = Object.entries({ ...files, ...parts }).flatMap(([name, text]) =>
    text === null ? [] : [[name, strToU8(text)] as const],
  );
  return Buffer.from(zipSync(Object.fromEntries(all)));
}
