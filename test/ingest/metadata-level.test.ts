// The level of a law: from what the file declares, from who made it and in what form, from its name; never guessed.
import { describe, expect, it } from '@jest/globals';
import { metadataOf } from './metadata-support.js';

const first = '第一条 为了规范有关工作，制定本规定。';
const levelOf = (title: string, ...head: string[]): string | null => metadataOf([title, ...head, first]).metadata.level;

describe('the level of a law', () => {
  it('is that of a statute when the national congress passed it, whatever its name', () => {
    expect(levelOf('中华人民共和国校园法', '2006年6月29日 第十届全国人民代表大会常务委员会第二十二次会议通过')).toBe(
      '法律',
    );
    expect(levelOf('中华人民共和国学衔条例', '（1980年2月12日第五届全国人民代表大会常务委员会第十三次会议通过）')).toBe(
      '法律',
    );
    expect(levelOf('中华人民共和国校园法', '中华人民共和国主席令 第六十二号')).toBe('法律');
  });

  it('is 行政法规 by order of the State Council', () => {
    expect(levelOf('校园条例', '2014年4月25日 中华人民共和国国务院令第652号公布')).toBe('行政法规');
    expect(levelOf('军校办法', '2000年9月14日 中华人民共和国国务院、中华人民共和国中央军事委员会令第290号公布')).toBe(
      '行政法规',
    );
    expect(
      levelOf(
        '校园电视办法',
        '1990年11月16日 广播电影电视部令第2号发布',
        '2011年1月8日 《国务院关于废止和修改部分行政法规的决定》修订',
      ),
    ).toBe('行政法规');
  });

  it('is 行政法规 by approval alone only before 立法法', () => {
    const approved = (year: number): string | null =>
      levelOf('幼儿园管理规定', `${year}年8月20日 国务院批准`, `${year}年9月11日 国家教育委员会令第4号发布`);
    expect(approved(1989)).toBe('行政法规');
    expect(approved(2003)).toBe('部门规章');
  });

  it('tells rules of a place by who made them', () => {
    const office = '河南省实施《中华人民共和国校园法》办法';
    expect(levelOf(office, '2009年11月27日 河南省第十一届人民代表大会常务委员会第十二次会议通过')).toBe('地方性法规');
    expect(levelOf(office, '河南省人民政府令', '第123号')).toBe('地方政府规章');
    expect(levelOf(office)).toBeNull();
  });

  it('takes a 条例 that bears the name of a province or city for its congress’s: a government’s rule may not be called so', () => {
    expect(levelOf('青岛市学前教育条例')).toBe('地方性法规');
    expect(levelOf('青岛市学前教育办法')).toBeNull();
    expect(levelOf('学前教育条例')).toBeNull();
    expect(levelOf('河南大学学生管理条例')).toBeNull();
  });

  it('knows that districts and counties make no law, and autonomous counties rules of their own', () => {
    const passed = (place: string): string => `2016年3月30日 ${place}第五届人民代表大会常务委员会第三次会议通过`;
    expect(levelOf('番禺区校园规定', passed('广州市番禺区'))).toBeNull();
    expect(levelOf('长阳土家族自治县校园条例', passed('长阳土家族自治县'))).toBe('自治条例和单行条例');
    expect(levelOf('恩施土家族苗族自治州自治条例', passed('恩施土家族苗族自治州'))).toBe('自治条例和单行条例');
    expect(levelOf('恩施土家族苗族自治州校园条例', passed('恩施土家族苗族自治州'))).toBeNull();
  });

  it('is 部门规章 by a ministry’s order, and none for an office’s rule without one', () => {
    expect(levelOf('普通学校学生管理规定', '中华人民共和国教育部令', '第41号')).toBe('部门规章');
    expect(levelOf('药品规定', '2004年7月8日 国家食品药品监督管理局令第9号公布')).toBe('部门规章');
    expect(levelOf('学校收费办法', '教财〔2021〕3号')).toBeNull();
    expect(levelOf('学校收费办法', '河南省教育厅令第3号')).toBeNull();
  });

  it('is 司法解释 when passed by the courts’ committee, numbered so, or named as applying law', () => {
    expect(levelOf('最高人民法院关于校园案件管辖的规定', '2021年3月1日 最高人民法院审判委员会第1833次会议通过')).toBe(
      '司法解释',
    );
    expect(levelOf('最高人民法院关于法庭录像的规定', '法释〔2017〕5号')).toBe('司法解释');
    expect(levelOf('最高人民法院关于审理校园纠纷案件适用法律若干问题的解释')).toBe('司法解释');
    expect(levelOf('最高人民法院关于工作纪律的规定', '法发〔2017〕5号')).toBeNull();
  });

  it('is 党内法规 by the name that only such rules bear', () => {
    expect(levelOf('中国共产党普通学校基层组织工作条例')).toBe('党内法规');
    expect(levelOf('信访条例', '2022年1月24日 中共中央政治局会议审议批准')).toBe('党内法规');
    expect(levelOf('厂长条例', '1986年9月15日 中共中央、国务院发布')).toBeNull();
    expect(levelOf('中国共产党临澜大学委员会议事规则')).toBeNull();
  });

  it('has none for notices, drafts, explanations, and documents that only cite a law', () => {
    const order = '中华人民共和国国务院令第652号';
    expect(levelOf('国务院关于印发校园条例的通知', order)).toBeNull();
    expect(levelOf('校园条例（征求意见稿）', order)).toBeNull();
    expect(levelOf('青岛市学前教育条例解读')).toBeNull();
    expect(
      levelOf('临澜大学学生管理办法', '根据《普通高等学校学生管理规定》（教育部令第41号），结合我校实际，制定本办法。'),
    ).toBeNull();
  });

  it('is what the file declares before anything else, with its origin', () => {
    const { metadata, origins } = metadataOf(['临澜市校园办法', first], { declared: { 效力级别: '地方政府规章' } });
    expect([metadata.level, origins.level]).toEqual(['地方政府规章', 'declared: 效力级别']);
  });

  it('is what the metadata file gives', () => {
    const { metadata, origins } = metadataOf(['临澜市校园办法', first], { given: { level: '地方性法规' } });
    expect([metadata.level, origins.level]).toEqual(['地方性法规', 'metadata file']);
  });
});
