// Headings by the name of their paragraph style, as Word and WPS name them in Chinese and English, and as offices do.

const numerals = '一二三四五六七八九';
/** heading 1, 标题 1, 标题一; 一级标题, 公文2级标题; 章标题. A name may go on with others after a comma. */
const numbered = /^(?:heading|标题|標題)\s{0,3}([1-9一二三四五六七八九])$/i;
const ranked = /^.{0,6}?([1-9一二三四五六七八九])\s?[级級层層]\s?(?:标题|標題)$/;
const title = /^(?:title|(?:文档|文件|公文|总|大|主)?(?:标题|標題))$/i;
const divisions: Readonly<Record<string, number>> = { 章标题: 1, 节标题: 2 };

const figure = (sign: string): number => (/\d/.test(sign) ? Number(sign) : numerals.indexOf(sign) + 1);

/** 1 … 9; null when the name is no heading's. */
export function headingLevelOf(styleName: string): number | null {
  const name = styleName.split(',')[0]?.trim() ?? '';
  const sign = numbered.exec(name)?.[1] ?? ranked.exec(name)?.[1];
  if (sign) return figure(sign);
  return title.test(name) ? 1 : (divisions[name] ?? null);
}
