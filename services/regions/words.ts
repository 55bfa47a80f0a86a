// What stands around a name of a place: which words make it certain, and which make it another word.

/** Names of districts that are also common words; they count only right after the city or province they lie in. */
export const commonNames: ReadonlySet<string> = new Set(
  '城区 郊区 矿区 东区 西区 南区 北区 中西区 离岛区 新城区 老城区 新市区 市中区 城中区 城东区 城西区 城北区 城关区 城厢区 河东区 河西区 江东区 江南区 江北区 解放区 前进区 红旗区 山城区 海港区 港口区 湖滨区 平安区 海南区 友好区 复兴区 新兴区 高新区 西市区 站前区 工农区 东风区 前锋区 振兴区 开发区'.split(
    ' ',
  ),
);

/** Cities whose short names are also common words, persons, or other places; at the start of a text they prove nothing. */
export const commonShortNames: ReadonlySet<string> = new Set(
  '中山 朝阳 长治 来宾 白银 日照 安康 大同 北海 德州 兴安 黄山 吉安 巴中 三明 凉山 红河 大理 山南 阿里 海东 海西 海北 黄南 天水 文山 平凉 怒江 和田 常德 保定 安顺 四平 通化 白山 松原 东营 内江 定西 永州 广安 怀化 河源 阳江 江门 云浮 清远'.split(
    ' ',
  ),
);

/** 海南区域发展 is not about 海南区, 大同县域经济 not about 大同县. */
export const goesOnAfterKind: Readonly<Record<string, RegExp>> = {
  区: /^(?:域|划|间|位|块|别|分|号)/u,
  县: /^(?:域|级|城)/u,
  旗: /^(?:帜|舰)/u,
};

/** After a short name (上海, 福州) these words show that the place, its authorities or its people are meant. */
export const afterShortName =
  /^(?:各?[省市县区州]|地区|经济特区|特区|新区|高新区|开发区|自贸|（?自由贸易|全[市省]|主城|中心城区|市区|城区|政府|府办|党委|政协|人大|人民|教[育委]|公安|人社|财政|民政|卫[计健生]|住[房建]|发改|规划|关于|实施|户[口籍]|落户|入户|居住证|积分|小升初|幼升小|初升高|中考|高考|招生|入学|学区|新生|公积金|社[保会]|医[保疗]|养老|生育|保障|廉租|公租|经济适用|流动人口|外来|来穗|异地|随迁|义务教育|学前教育|基础教育|职业教育|高等教育|普通高|中小学|中等|小学|初中|高中|幼儿园|一中|二中|试点|办学|中学|本地|发布|出台|日报|晚报|市民|居民|非户籍|非[京沪]籍)/u;

/** After a short name at the start of a text these words show that something else bears its name. */
export const otherBearer =
  /^(?:路|街|大道|大桥|条约|精神(?!卫生|病|障碍|文明)|起义|会议|时代|火腿|战役|大屠杀|话|菜|湾区|洋|海峡|岛|湖|江|河)/u;

/** A school is named after the province or city it stands in: 上海财经大学, 江西师范大学. */
export const school = /^[\p{Script=Han}]{0,8}?(?:大学|学院|专科学校|职业技术学校)/u;
