// Forms of clause that plans, laws and reports say their figures in.
import { named, told } from './reading.js';

describe('what a place has, makes or offers so much of', () => {
  it('is named with its holder, also where the holder is said once', () => {
    expect(named('区少年宫的建筑面积应当达到5000平方米以上，阅览座位应当达到500席以上。')).toEqual([
      ['区少年宫建筑面积', 5000],
      ['区少年宫阅览座位', 500],
    ]);
    expect(named('青少年活动中心每周的开放时间不少于43小时。')).toEqual([['青少年活动中心每周开放时间', 43]]);
    expect(named('粮食产量保持在200万吨以上。')).toEqual([['粮食产量', 2_000_000]]);
  });

  it('is no target where it says who is meant', () => {
    expect(named('住宅建筑面积不低于80平方米的非户籍人士。')).toEqual([]);
    expect(named('人均收入60%以下的家庭。')).toEqual([]);
  });
});

describe('several at once', () => {
  it('share what the last one ends in, as many as there are values', () => {
    expect(named('甲类医保和乙类服务经费人均财政补助标准分别提高30元和5元。').map(([name]) => name)).toEqual([
      '甲类医保人均财政补助标准',
      '乙类服务经费人均财政补助标准',
    ]);
    expect(told('软件和信息服务业、租赁和商务服务业增加值分别增长10.9%、10.4%。').map((target) => target[0])).toEqual([
      '软件信息服务业增加值',
      '租赁商务服务业增加值',
    ]);
    expect(told('甲、乙、丙排放总量分别下降12%、13%、18%。').map((target) => target[1])).toEqual([
      'down',
      'down',
      'down',
    ]);
  });

  it('are each a target of their own behind 各 and 分别', () => {
    expect(named('要建设小学、初中各2所。')).toEqual([
      ['小学', 2],
      ['初中', 2],
    ]);
    expect(named('分别创建30所“书法示范学校”和“诵读特色学校”。')).toEqual([
      ['书法示范学校', 30],
      ['诵读特色学校', 30],
    ]);
  });

  it('have the verb of the first', () => {
    expect(named('新建16座室内冰场、50片室外冰场和30块足球场。')).toEqual([
      ['新建室内冰场', 16],
      ['新建室外冰场', 50],
      ['新建足球场', 30],
    ]);
  });
});

describe('people', () => {
  it('need no measure word behind 万', () => {
    expect(told('新政策惠及1100多万学生。')).toEqual([['惠及学生', 'more-than', 11_000_000, '人', null]]);
    expect(told('全市有29万在校学生。')).toEqual([['在校学生', 'equal', 290_000, '人', null]]);
  });

  it('are counted for so many others', () => {
    expect(named('实现每万名居民有3名合格的全科医生。')).toEqual([['每万名居民合格全科医生', 3]]);
    expect(named('东部地区每10万人口执业医师数量不低于3.8名。')).toEqual([['每10万人口执业医师', 3.8]]);
    expect(named('每万名幼儿配备保健医生不少于5名。')).toEqual([['每万名幼儿保健医生', 5]]);
  });

  it('that take part are counted with 人数 where nothing else is a noun', () => {
    expect(named('经常参加体育锻炼的人数达到100万人。')).toEqual([['经常参加体育锻炼人数', 1_000_000]]);
    expect(named('实名注册志愿者突破32万名。')).toEqual([['实名注册志愿者', 320_000]]);
  });
});

describe('standards that laws set', () => {
  it('are at least one of a kind', () => {
    expect(told('每个乡镇应当至少设立一所老年大学。')).toEqual([['老年大学', 'at-least', 1, '所', null]]);
    expect(told('村民委员会中至少有一名女性成员。')).toEqual([['女性成员', 'at-least', 1, '人', null]]);
  });

  it('are a share that is provided', () => {
    expect(named('按照停车位总数2%的比例设置无障碍停车位。')).toEqual([['无障碍停车位比例', 2]]);
    expect(named('按照不少于职工总数1.7%的比例安排残疾人就业。')).toEqual([['残疾人就业比例', 1.7]]);
    expect(named('学前教育经费占教育支出的比例应当达到百分之五，不举办高中的区应当达到百分之十。')).toEqual([
      ['学前教育经费比例', 5],
      ['学前教育经费比例', 10],
    ]);
  });

  it('are hours of a training that is named behind them', () => {
    expect(named('中小学教师每5年参加不少于360学时的全员培训。')).toEqual([['全员培训学时', 360]]);
    expect(named('保证学生每天有1小时体育活动的时间。')).toEqual([['体育活动时间', 1]]);
  });
});

it('a share is of whatever a kind of schools does', () => {
  expect(named('100%的小学划片就近入学。')).toEqual([['小学划片就近入学比例', 100]]);
  expect(named('90%以上生源由就近入学方式确定。')).toEqual([['生源就近入学比例', 90]]);
});

it('large sums that are reached are indicators, whatever they are called', () => {
  expect(named('去年新增减税降费超过10亿元。')).toEqual([['新增减税降费', 1_000_000_000]]);
  expect(named('比上年增长约2倍，生产总值达到725亿元。')).toEqual([['生产总值', 72_500_000_000]]);
});

it('a year that something is compared with is not the year of what follows', () => {
  expect(told('医生达到5896人，比“十一五”末增长12.2%。').map((target) => target[4])).toEqual([null, null]);
});

it('what one person chooses is no target', () => {
  expect(named('每名学生选修1-2门艺术课程，可填报6所志愿高校，确定1名申请人。')).toEqual([]);
});

it('words of procedure count in their own clause only', () => {
  expect(named('为基层医疗机构配备医生，住房保障覆盖率达到20%。')).toEqual([['住房保障覆盖率', 20]]);
  expect(named('个人承担30%，其余70%由财政负担。')).toEqual([]);
});

describe('money', () => {
  it('that one pays in part, or that is a case, is no target', () => {
    expect(named('学生医保每人每年240元，其中个人缴纳60元，财政补贴180元。')).toEqual([]);
    expect(named('在校学生，市财政补助70元，区财政补助20元。')).toEqual([]);
    expect(named('投资10万元起计分，投资每满10万元积1分。')).toEqual([]);
    expect(named('项目投资额不低于200万元人民币的外来人士的子女。')).toEqual([]);
  });

  it('is named for what is issued, relieved or given', () => {
    expect(named('增发1万亿元国债支持灾后重建。')).toEqual([['国债', 1e12]]);
    expect(named('发行教育专项债券3亿元。')).toEqual([['教育专项债券', 3e8]]);
    expect(named('减免社保费1.7亿元。')).toEqual([['减免社保费', 1.7e8]]);
    expect(named('金融机构向企业让利1.5亿元。')).toEqual([['让利', 1.5e8]]);
    expect(named('对新增2亿元教育资金建立直达机制。')).toEqual([['新增教育资金', 2e8]]);
  });

  it('of each of those who were counted is not counted with them', () => {
    expect(named('资助困难家庭学生3000名、每人1000元。')).toEqual([['资助困难家庭学生', 3000]]);
  });
});

describe('shares of a whole', () => {
  it('have what those do who stand behind the last', () => {
    expect(named('100%的县（区）、70%的街道建立危机干预队伍。')).toEqual([
      ['县建立危机干预队伍比例', 100],
      ['街道建立危机干预队伍比例', 70],
    ]);
  });

  it('are no cases where they open their clause', () => {
    expect(named('60%以上的学校实现“班班通”。')).toEqual([['学校班班通比例', 60]]);
    expect(named('入学率达到60%以上的学校，可以申报。')).toEqual([]);
  });

  it('are not those of who has the income', () => {
    expect(named('科技企业应占年销售收入的3%以上。')).toEqual([]);
  });

  it('of a work are how far it is done', () => {
    expect(named('“班班通”工程已完成70%。')).toEqual([['班班通工程', 70]]);
  });
});

describe('people and places of which some are named', () => {
  it('are counted by what became of them', () => {
    expect(named('实验小学等12所小学通过验收。')).toEqual([['小学', 12]]);
    expect(named('东港控制单元等40个单元由Ⅳ类升为Ⅲ类。')).toEqual([['IV类升为III类单元', 40]]);
    expect(named('1.2亿农村人口直接受益。')).toEqual([['受益农村人口', 1.2e8]]);
  });
});

it('what comes near to a value is about it', () => {
  expect(told('普惠性幼儿园占比接近90%。')).toEqual([['普惠性幼儿园比例', 'about', 90, '%', null]]);
});

it('two things for one unit of output have it both', () => {
  expect(named('单位生产总值能耗和二氧化碳排放分别降低13.5%、18%。')).toEqual([
    ['单位生产总值能耗', 13.5],
    ['单位生产总值二氧化碳排放', 18],
  ]);
});
