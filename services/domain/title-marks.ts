// Titles in 《》.

/** A title in 《》; inside, the marks 《》 become 〈〉 (GB/T 15834). */
export const inTitleMarks = (title: string): string =>
  /^《[^《》]*》$/.test(title) ? title : `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
