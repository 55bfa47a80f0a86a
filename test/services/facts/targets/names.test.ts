import { indicatorName } from '../../../../services/facts/targets/indicator-name.js';
import { named, told } from './reading.js';

describe('the name of what is to reach a value', () => {
  it('is the noun phrase before what compares, without verbs, years and those who shall do it', () => {
    expect(named('各县（区）要确保到2025年公办园在园幼儿占比达到55%以上。')).toEqual([['公办幼儿园在园幼儿比例', 55]]);
    expect(named('各区县招收特长生比例不得超过5%。')).toEqual([['特长生比例', 5]]);
    expect(named('使课后服务家长满意度保持在90%以上。')).toEqual([['课后服务家长满意度', 90]]);
  });

  it('is what has the share, where one is said of a whole', () => {
    expect(named('高校担任公共艺术课程教学的教师人数应占在校学生总数的0.2%。')).toEqual([
      ['高等学校公共艺术课程教师比例', 0.2],
    ]);
    expect(named('骨干教师不低于交流教师总数的20%。')).toEqual([['骨干教师比例', 20]]);
    expect(named('按照不低于学生总数1%的比例配备卫生专业技术人员。')).toEqual([['卫生专业技术人员比例', 1]]);
    expect(named('100%公办学校实现就近入学。')).toEqual([['公办学校就近入学比例', 100]]);
    expect(named('家庭教育指导服务站点覆盖90%的社区。')).toEqual([['社区家庭教育指导服务站点覆盖率', 90]]);
  });

  it('is that of each, where several have values of their own', () => {
    expect(named('学前三年毛入园率、九年义务教育巩固率、高中阶段毛入学率分别达到93%、97%和94%。')).toEqual([
      ['学前教育毛入园率', 93],
      ['义务教育巩固率', 97],
      ['高中阶段毛入学率', 94],
    ]);
    expect(named('起始年级班额小学不超过45人、初中不超过50人。')).toEqual([
      ['小学班额', 45],
      ['初中班额', 50],
    ]);
    expect(named('教科研经费和竞赛经费各增长15%。')).toEqual([
      ['教科研经费', 15],
      ['竞赛经费', 15],
    ]);
  });

  it('is left out where 分别 gives values to things whose names cannot be told', () => {
    expect(told('甲乙区、丙丁戊区、己区指标率分别下降27.4%、20.9%、27.7%。')).toEqual([]);
  });

  it('is the noun behind a quantity that modifies one, the noun before it otherwise', () => {
    expect(named('新建20所幼儿园，打造10个美育综合培训基地。')).toEqual([
      ['新建幼儿园', 20],
      ['美育综合培训基地', 10],
    ]);
    expect(named('创建省级示范学校12所、市级示范学校20所；建设省级实践基地4个，市级10个。')).toEqual([
      ['省级示范学校', 12],
      ['市级示范学校', 20],
      ['省级实践基地', 4],
      ['市级实践基地', 10],
    ]);
    expect(named('建立3个特色县区、30所美育特色学校、100个学生艺术社团。')).toEqual([
      ['特色县区', 3],
      ['美育特色学校', 30],
      ['学生艺术社团', 100],
    ]);
    expect(named('遴选30所学校作为劳动教育实验校。')).toEqual([['劳动教育实验校', 30]]);
  });

  it('keeps verbs that say what is counted', () => {
    expect(named('改扩建、迁建普通高中4所、中职院校2所，增加学位1.2万个，招聘教师500名，培训教师3000人次。')).toEqual([
      ['改扩建迁建普通高中', 4],
      ['改扩建迁建中等职业学校', 2],
      ['新增学位', 12_000],
      ['招聘教师', 500],
      ['教师培训', 3000],
    ]);
  });

  it('goes on from one value to the next', () => {
    expect(told('2024年，学前三年毛入园率达到93.2%，比2016年提高8.9个百分点。')).toEqual([
      ['学前教育毛入园率', 'reach', 93.2, '%', 2024],
      ['学前教育毛入园率', 'up', 8.9, '百分点', 2024],
    ]);
    expect(told('全市幼儿园由2016年的412所增加到2024年的596所，其中公办幼儿园由118所增加到274所。')).toEqual([
      ['幼儿园', 'equal', 412, '所', 2016],
      ['幼儿园', 'equal', 596, '所', 2024],
      ['公办幼儿园', 'reach', 274, '所', 2024],
    ]);
  });

  it('of hours and credits is the course, with its level', () => {
    expect(named('普通高中要开齐课程，保证艺术类必修课程的6个学分。')).toEqual([['普通高中艺术必修课程学分', 6]]);
    expect(named('中小学每周安排不少于1课时的阅读课。')).toEqual([['中小学阅读课周课时', 1]]);
    expect(named('义务教育阶段艺术课程课时总量不低于总课时的9%。')).toEqual([['义务教育艺术课程课时比例', 9]]);
  });

  it('of money is what is spent, for each pupil where it says so', () => {
    expect(named('执行生均公用经费标准，小学每生每年720元、初中每生每年940元。')).toEqual([
      ['小学生均公用经费', 720],
      ['初中生均公用经费', 940],
    ]);
    expect(named('一般公共预算教育支出达到80.2亿元，设立1000万元校园安全专项资金。')).toEqual([
      ['一般公共预算教育支出', 8_020_000_000],
      ['校园安全专项资金', 10_000_000],
    ]);
  });
});

it('a case, a baseline and a rule of procedure are no targets', () => {
  expect(told('建筑面积超过5万平方米的，应当配建。收入低于2万元的家庭可以申请。')).toEqual([]);
  expect(told('公办园在园幼儿占比由43%提高到50%。')).toEqual([['公办幼儿园在园幼儿比例', 'reach', 50, '%', null]]);
  expect(told('重复率不高于15%的论文可以答辩，调档比例不超过105%。')).toEqual([]);
  expect(told('五年内，逐步消除超过56人的大班额。')).toEqual([]);
});

it('names that mean one indicator are one name', () => {
  const one = (...names: string[]) => new Set(names.map(indicatorName)).size;
  expect(one('学前三年毛入园率', '学前教育毛入园率', '全市学前教育三年毛入园率')).toBe(1);
  expect(one('公办园在园幼儿占比', '公办幼儿园在园幼儿比例')).toBe(1);
  expect(one('小学生均公用经费基准定额', '小学生均公用经费标准', '普通小学生均公用经费')).toBe(1);
  expect(one('进城务工人员随迁子女入学率', '随迁子女入学率')).toBe(1);
});

it('words that only look like a conjunction or a verb stay in a name', () => {
  expect(['多媒体教室普及率', '对口就业率', '继续教育学习时间', '在园幼儿', '巩固率'].map(indicatorName)).toEqual([
    '多媒体教室普及率',
    '对口就业率',
    '继续教育学习时间',
    '在园幼儿',
    '巩固率',
  ]);
});

it('a place is no part of a name, but the rank that its name says is', () => {
  expect(named('望湖区新建幼儿园12所。')).toEqual([['新建幼儿园', 12]]);
  expect(named('创建临澜市书法示范学校12所。')).toEqual([['书法示范学校', 12]]);
  expect(told('创建临澜市书法示范学校12所。', { regionCode: '900102' }).map(([name]) => name)).toEqual([
    '临澜市书法示范学校',
  ]);
});
