// Made-up rules of the city 临澜市, long enough to be compared, in versions that differ as real ones do.
const matters = [
  '课后服务',
  '午餐供应',
  '校车接送',
  '图书借阅',
  '体育场地开放',
  '校园安全',
  '心理辅导',
  '家校联系',
  '教师轮岗',
  '学籍管理',
  '阳光招生',
  '经费使用',
];

export interface Rules {
  readonly title: string;
  readonly city?: string;
  /** articles, by place, that say something else */
  readonly changed?: Readonly<Record<number, string>>;
  readonly articles?: number;
}

export function rules({ title, city = '临澜市', changed = {}, articles = 24 }: Rules): string {
  const lines = Array.from({ length: articles }, (_, i) => {
    const matter = matters[i % matters.length] ?? '';
    const round = Math.floor(i / matters.length) + 1;
    return (
      changed[i + 1] ??
      `第${i + 1}条 ${city}各学校开展${matter}第${round}轮工作，应当在${10 + i}日内向所在区县教育主管部门备案，并于每学期末公布${matter}情况，接受家长和社会的监督。`
    );
  });
  return [title, ...lines].join('\n');
}

/** Another text altogether. */
export const unrelated = (title: string, words: string): string =>
  [
    title,
    ...Array.from({ length: 30 }, (_, i) => `${words}之${i}：${words.repeat(3)}，详见第${i * 7}号清单与说明。`),
  ].join('\n');
