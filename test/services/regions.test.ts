import fc from 'fast-check';
import { divisions } from '../../services/regions/divisions.js';
import { findRegion, regionByCode, regionPath, resolveRegion } from '../../services/regions/regions.js';

const name = (text: string, hint?: string): string | null => resolveRegion(text, hint)?.name ?? null;
const found = (text: string, hint?: string): string | null => findRegion(text, hint)?.name ?? null;

describe('the division table', () => {
  test('takes in what config/regions.tsv adds', () => {
    expect(resolveRegion('临澜市望湖区')).toMatchObject({ code: '900102', path: ['90', '9001', '900102'] });
  });

  test('holds provinces, cities, and districts and counties, without towns', () => {
    const levels = [...divisions().values()].filter(({ code }) => code < '9').map(({ level }) => level);
    expect(levels.filter((level) => level === 'province')).toHaveLength(34);
    expect(levels.filter((level) => level === 'city').length).toBeGreaterThan(330);
    expect(levels.length).toBeLessThan(3_600);
  });

  test.each([
    ['41', '河南省', ['41']],
    ['4101', '郑州市', ['41', '4101']],
    ['440113', '广州市番禺区', ['44', '4401', '440113']],
    ['31', '上海市', ['31']],
    ['310105', '上海市长宁区', ['31', '310105']],
    ['429004', '仙桃市', ['42', '429004']],
    ['81', '香港特别行政区', ['81']],
    ['82', '澳门特别行政区', ['82']],
    ['71', '台湾省', ['71']],
    ['0', '全国', ['0']],
  ])('gives %s its full name and its path', (code, full, path) => {
    expect(regionByCode(code)).toEqual({ code, name: full, path });
    expect(regionPath(code)).toEqual(path);
  });

  test('has no region and no path for a code that it does not hold', () => {
    expect(regionByCode('999999')).toBeNull();
    expect(regionPath('999999')).toEqual([]);
  });

  test('every path leads from a province down to the code, each a prefix of the next', () => {
    for (const { code, path } of divisions().values()) {
      expect(path.at(-1)).toBe(code);
      expect(path.filter((step) => !divisions().has(step))).toEqual([]);
      for (const [i, step] of path.entries())
        expect(path.slice(i + 1).every((next) => next.startsWith(step))).toBe(true);
    }
  });

  test('every division is found again by its full name', () => {
    const lost = [...divisions().keys()].filter((code) => resolveRegion(regionByCode(code)?.name ?? '')?.code !== code);
    expect(lost).toEqual([]);
  });
});

describe('a name in a filter', () => {
  test.each([
    ['河南', '河南省'],
    ['河南省', '河南省'],
    ['广西', '广西壮族自治区'],
    ['内蒙古', '内蒙古自治区'],
    ['宁夏', '宁夏回族自治区'],
    ['吉林', '吉林省'],
    ['吉林市', '吉林市'],
    ['海南', '海南省'],
    ['青岛', '青岛市'],
    ['青岛市', '青岛市'],
    ['恩施州', '恩施土家族苗族自治州'],
    ['番禺区', '广州市番禺区'],
    ['番禺', '广州市番禺区'],
    ['广州番禺', '广州市番禺区'],
    ['广东省广州市番禺区', '广州市番禺区'],
    ['北京市昌平区', '北京市昌平区'],
    ['北京朝阳', '北京市朝阳区'],
    ['浦东', '上海市浦东新区'],
    ['密云县', '北京市密云区'],
    ['襄樊市', '襄阳市'],
    ['新疆生产建设兵团', '新疆维吾尔自治区'],
    ['臺灣', '台湾省'],
    ['廣東省', '广东省'],
    ['香港', '香港特别行政区'],
    ['全国', '全国'],
    ['国家', '全国'],
    ['中央', '全国'],
    [' 山 东 ', '山东省'],
  ])('%s is %s', (text, full) => {
    expect(name(text)).toBe(full);
  });

  test.each(['鼓楼区', '朝阳区', '西湖区', '和平区'])('%s alone is several districts, and therefore none', (text) => {
    expect(name(text)).toBeNull();
  });

  test('a hint tells which of several districts is meant', () => {
    expect(name('鼓楼区', '3201')).toBe('南京市鼓楼区');
    expect(name('朝阳区', '11')).toBe('北京市朝阳区');
    expect(name('朝阳区', '44')).toBeNull();
  });

  test.each(['某州省', '某州省临江市', '火星', '', '省', '市辖区', '北'.repeat(10_000)])('%# is no region', (text) => {
    expect(name(text)).toBeNull();
  });
});

describe('a region stated in a title or the name of a body', () => {
  test.each([
    ['河南省实施《中华人民共和国义务教育法》办法', '河南省'],
    ['上海市教育委员会关于做好招生工作的通知', '上海市'],
    ['北京市昌平区人民政府办公室关于加强学校美育工作的实施意见', '北京市昌平区'],
    ['2016年上海黄浦区小升初招生工作实施意见', '上海市黄浦区'],
    ['2016重庆江津区普通高中招生方案', '重庆市江津区'],
    ['东城区教育委员会关于印发入学工作意见的通知', '北京市东城区'],
    ['关于印发《北京市公共租赁住房申请管理办法》的通知', '北京市'],
    ['中国（山东）自由贸易试验区条例', '山东省'],
    ['绍兴黄酒保护和发展条例', '绍兴市'],
    ['内蒙古府办-进一步加快户籍改革的实施意见', '内蒙古自治区'],
    ['深圳经济特区居住证条例', '深圳市'],
    ['恩施州教育局工作要点', '恩施土家族苗族自治州'],
    ['上海财经大学学生违纪处分规定', '上海市'],
    ['中山市义务教育阶段学校招生工作意见', '中山市'],
    ['白银市教育局工作要点', '白银市'],
    ['湖北省公安厅关于户口登记的通知', '湖北省'],
    ['广东省新兴产业发展规划', '广东省'],
    ['海南区域协调发展规划', '海南省'],
    ['南京市公安局实施《江苏省常住户口登记管理规定》细则', '南京市'],
    ['关于落实《天津市限价商品住房管理暂行办法》有关问题的通知', '天津市'],
    ['教育部关于推进学校艺术教育发展的若干意见', '全国'],
    ['2024年国务院政府工作报告', '全国'],
    ['最高人民法院关于修改《关于上海金融法院案件管辖的规定》的决定', '全国'],
    ['中华人民共和国香港特别行政区基本法', '全国'],
    ['国家税务总局公告', '全国'],
    ['中共中央 国务院关于实施乡村振兴战略的意见', '全国'],
  ])('%s: %s', (text, full) => {
    expect(found(text)).toBe(full);
  });

  test.each([
    '中山大学章程',
    '孙中山故居保护办法',
    '国立中央大学章程',
    '中央财经大学招生简章',
    '教育部门工作要点',
    '和平区教育局通知',
    '城关镇小学招生通告',
    '朝阳产业发展意见',
    '日照时数观测规范',
    '长治久安三年行动方案',
    '来宾须知',
    '中心城区小学招生办法',
    '各省、市和县人民政府工作规则',
    '全省教育工作会议讲话',
    '上海市、江苏省、浙江省关于长三角教育一体化的意见',
    '关于转发广东省教育厅通知的通知',
    '关于贯彻落实《广东省职工生育保险规定》的通知',
    '学习《青岛市德育工作经验》的体会',
    '中国公民往来台湾地区管理办法',
    '某州省临江市教育局关于做好招生工作的通知',
    '工作要点',
    '',
  ])('%s: none', (text) => {
    expect(found(text)).toBeNull();
  });

  test('a hint tells which of several districts is meant', () => {
    expect(found('西湖区教育局关于招生工作的通知', '3301')).toBe('杭州市西湖区');
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    '上海',
    '市',
    '区',
    '《',
    '》',
    '关于',
    '中山',
    '海南',
    '朝阳区',
    '和',
    '、',
    '(',
    '2016',
    '教育局',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  test('is read without an error, and a region that is found is one of the table', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const region of [findRegion(any), resolveRegion(any)]) {
          if (region) expect(regionByCode(region.code)).toEqual(region);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('takes a time that does not grow with its length', () => {
    const started = performance.now();
    for (const unit of ['上海市', '《', '中', '朝阳区、']) findRegion(unit.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
