// Characters that are mistaken for each other by their shape, as books on wrongly written characters (错别字, 形近字) list them.
const groups: readonly string[] =
  '己已巳 末未 人入八 土士 干千于 日曰 天夫无 大太犬 刀力刁 王玉主 木本术 目且 田由甲申 白自百 贝见 令今 代伐 住往佳 传转 体休 候侯 便使 俩两 允充 兔免 冈岗 冶治 凤风 划戈 刺剌 券卷 升开 卑毕 博搏膊 卖买 历厉 即既 叉义又 古占吉 名各 含合 吵抄钞 呜鸣 员贡 园圆 坐座 坑抗 坚竖 培陪赔 壁璧 复夏 委季 姿资 孤狐 宣宜 官宫管 密蜜 少小 帅师 常长 幻幼 庄压 底低抵 建健键 形型 徒徙 待侍持 微徽 怀坏 性姓 恢灰 悔侮海 情清请晴 愉偷 感惑 成戍戌 扰拢 执热 找我 批披 折拆析 护户 拔拨 择译泽 担但 提题 换唤 援缓 播插 改政 攻功 教数 文又 斤斥 时对 明朋 晓绕 景影 暑署著 更便 校较 核该 杆竿 极级 构沟购 枝技肢 标际 栽裁载 检捡险 楼搂 概慨 模摸 欢观 步少 残践贱 段假 比此 毫豪 汗汁 沦论 河何 活话 派脉 测侧则 浅线 消销 淡谈 渡度 温湿 满瞒 漂飘 炼练 烧浇 燥躁噪 牧枚 状壮 班斑 环坏 理埋 瓜爪 申电 盆盒 监蓝 省看 眼限 矛予 研妍 确角 票漂 祥详样 科料 称你 积职识 稍梢 究穷 竟竞 第弟 答塔 签检 策第 籍藉 粮根 精情 系糸 纪记 级极 纳讷 组祖 织职 经轻 给洽 络洛 统充 绩积 缓暖 编偏篇 罚罪 署薯 群裙 考老 育肓 脑恼 苦若 范泛 荣劳 莱菜 蓝篮 规现 视祝 觉党 计汁 订打 训川 讨付 许午 评秤 诉拆 诚城 课棵 调凋 谅凉 谨勤 象像 质盾 贫贪 贯惯 赁货 赞攒 赴越 趣越 跃跌 路露 身射 轨轧 辅铺 辆俩 辛幸 辩辨 边力 迁过 迎仰 运远 述术 适活 选先 逐遂 通涌 遣遗 邓郑 部陪 鉴监 钱线 铃冷 销消 镜境 间问 阅悦 阳阴 防访 除徐 陪部 随隋 障章 难准 雇顾 需雷 静净 须预 预须 领颌 题提 风凤 驶史 骑椅 高亮 龄冷'.split(
    ' ',
  );

const partners = new Map<string, Set<string>>();
for (const group of groups) {
  for (const character of group) {
    const known = partners.get(character) ?? new Set();
    for (const other of group) if (other !== character) known.add(other);
    partners.set(character, known);
  }
}

/** Characters that look much like one. */
export const lookAlikes = (character: string): readonly string[] => [...(partners.get(character) ?? [])];
