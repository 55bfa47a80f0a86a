// Bodies of the State, whose documents hold for the whole country.

/** Bodies that are known by their full name alone. */
const bodies = [
  '中华人民共和国',
  '全国人民代表大会',
  '全国人大',
  '全国政协',
  '全国妇联',
  '全国总工会',
  '中华全国',
  '国务院',
  '中共中央',
  '中国共产党中央',
  '中央军委',
  '中央军事委员会',
  '中央宣传部',
  '中央组织部',
  '中央编办',
  '中央文明',
  '中央网信办',
  '中央机构编制',
  '中央精神文明',
  '中央政法委',
  '中央全面深化',
  '中央教育工作',
  '中宣部',
  '中组部',
  '共青团中央',
  '团中央',
  '最高人民法院',
  '最高人民检察院',
  '最高法',
  '最高检',
  '审计署',
  '海关总署',
  '新闻出版总署',
  '中国人民银行',
  '中国残疾人联合会',
  '中国残联',
  '中国科协',
  '中国民用航空局',
  '体育总局',
  '税务总局',
  '新华社',
];

/** Ministries by full and short name, present and past. The next character must not make another word: 教育部门. */
const ministries =
  '教育|科学技术|科技|工业和信息化|工信|国家民委|民政|司法|财政|人力资源和社会保障|人力资源社会保障|人社|自然资源|生态环境|环境保护|环保|住房和城乡建设|住房城乡建设|住建|交通运输|交通|水利|农业农村|农业|商务|文化和旅游|文化|卫生|退役军人事务|应急管理|外交|国防|公安|国家安全|国土资源|劳动和社会保障|劳动保障|人事|劳动|建设|铁道|信息产业|邮电|民航|对外贸易经济合作|外经贸|国内贸易|林业|监察|中央统战|中央宣传|中央组织';
const ministry = new RegExp(`^(?:${ministries})部(?![门署分队长落件位])`, 'u');

/** 国家 and the field of a commission, administration or bureau: 国家发展改革委, 国家税务总局. */
const commission =
  /^国家[\p{Script=Han}、]{2,14}?(?:委员会|计生委|发改委|改革委|[教体计经民科健]委|总局|局|总署|办公室)/u;

/** Whether a text begins with the name of a body of the State, or with 中华人民共和国. */
export function beginsNational(text: string): boolean {
  return bodies.some((body) => text.startsWith(body)) || ministry.test(text) || commission.test(text);
}
