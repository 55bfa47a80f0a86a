// PDFs in Chinese whose font is not embedded: they can be read only with the character maps that come with pdf.js.

export interface PdfText {
  readonly text: string;
  readonly x: number;
  /** from the bottom of the page, 842 points high */
  readonly y: number;
  readonly size?: number;
  /** F1 is written across, F2 maps none of its glyphs to Unicode, F3 is written downwards */
  readonly font?: 'F1' | 'F2' | 'F3';
}

/** Operators for ruled lines around the fields between these edges. */
export const ruled = (xs: readonly number[], ys: readonly number[]): string =>
  [
    ...xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S`),
    ...ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S`),
  ].join('\n');
/** Operators for a picture in this place. */
export const picture = (x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /Im1 Do Q`;

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** One entry a page; `drawings` are operators that come before a page's text. */
export function makePdf(pages: readonly (readonly PdfText[])[], drawings: readonly string[] = []): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${11 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /Unmapped /Encoding /Identity-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unmapped /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /Unmapped /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 2 >>\nstream\nab\nendstream',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>',
  ];
  pages.forEach((texts, i) => {
    const content = [
      drawings[i] ?? '',
      ...texts.map(
        ({ text, x, y, size = 12, font = 'F1' }) => `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`,
      ),
    ].join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 6 0 R /F3 10 0 R >> /XObject << /Im1 9 0 R >> >> /Contents ${12 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${file}${xref}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Lines of text set solid in 12 points, `width` characters a line, the first one indented by two. */
export function setLines(text: string, width: number, top: number): PdfText[] {
  const lines: PdfText[] = [{ text: text.slice(0, width - 2), x: 72 + 24, y: top }];
  for (let at = width - 2; at < text.length; at += width) {
    lines.push({ text: text.slice(at, at + width), x: 72, y: top - 20 * lines.length });
  }
  return lines;
}
