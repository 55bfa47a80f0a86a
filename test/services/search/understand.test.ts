import { understand } from '../../../services/search/understand.js';

const named = (query: string) => {
  const { region, years, type } = understand(query, 2026);
  return { region: region?.name ?? null, years: years && [years.from, years.to], type };
};

describe('phrases', () => {
  it('takes what stands in quotation marks of any style, and in title marks', () => {
    expect(understand('“核心 素养”与《义务教育法》 「课后服务」', 2026).phrases).toEqual([
      '核心素养',
      '义务教育法',
      '课后服务',
    ]);
    expect(understand('"公平" "公平"', 2026).phrases).toEqual(['公平']);
  });

  it('leaves a mark without its partner, and empty marks, alone', () => {
    expect(understand('“公平 教育', 2026).phrases).toEqual([]);
    expect(understand('“”《 》', 2026).phrases).toEqual([]);
  });
});

describe('what the query names', () => {
  it.each([
    ['海南 2019 美育', '海南省', [2019, 2019]],
    ['最近三年 青岛市 招生', '青岛市', [2024, 2026]],
    ['二〇二一年 工作要点', null, [2021, 2021]],
    ['2018—2020年学前教育', null, [2018, 2020]],
    ['2015年以来 教师编制', null, [2015, 9999]],
    ['去年的招生计划', null, [2025, 2025]],
    ['上年招生计划', null, [2025, 2025]],
    ['三岁以上年龄', null, null],
    ['本年级', null, null],
    ['近两年 校车', null, [2025, 2026]],
    ['这三年来的经费', null, [2024, 2026]],
    ['2019年至今 减负', null, [2019, 9999]],
    ['自二〇一九年以来', null, [2019, 9999]],
    ['２０１９年前', null, [0, 2019]],
    ['廣東省 二零二一年', '广东省', [2021, 2021]],
    ['到2025年毛入园率', null, null],
    ['孩子满六岁了是不是一定要上学', null, null],
    ['13812019888', null, null],
  ])('%s: %s %j', (query, region, years) => {
    expect(named(query)).toMatchObject({ region, years });
  });

  it('takes the kind that a query ends with, where it can be no everyday word', () => {
    expect(named('校车安全管理条例').type).toBe('条例');
    expect(named('美育工作实施意见').type).toBe('意见');
    expect(named('有什么办法').type).toBeNull();
    expect(named('我有意见').type).toBeNull();
  });
});
