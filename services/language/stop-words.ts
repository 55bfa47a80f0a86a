// Function words that carry no topic: particles, pronouns, question words, auxiliaries, conjunctions.
// Closed classes of Chinese grammar (e.g. 吕叔湘《现代汉语八百词》) and their English counterparts; no content words.
const particles =
  '的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 之 所 者 与 和 及 或 而 且 但 并 以 于 在 从 自 向 对 把 被 给 让 由 为 将 因 按 就 都 也 还 又 再 才 只 很 太 最 更 不 没 没有 别'.split(
    ' ',
  );
export const pronouns: readonly string[] =
  '我 你 他 她 它 我们 你们 他们 她们 它们 咱们 自己 这 那 这个 那个 这些 那些 这里 那里 这样 那样 其 该 此 某 本 各 每'.split(
    ' ',
  );
export const questionWords: readonly string[] =
  '什么 怎么 怎样 怎么样 怎么办 如何 为什么 为何 哪 哪里 哪个 哪些 哪儿 谁 多少 几 是否 是不是 有没有 能不能 可不可以 会不会 要不要 多久 何时 吗'.split(
    ' ',
  );
export const auxiliaries: readonly string[] =
  '是 有 会 能 可 可以 能够 应 应该 要 想 请 请问 到 去 来 说 做 被 让 使 得到 进行 需要 关于 对于 如果 假如 因为 所以 虽然 但是 而且 或者 以及 还是 然后 一定 必须'.split(
    ' ',
  );
const others = [
  '一个 一些 一下 一种 个 种 些 等 等等 时 时候 后 前 中 上 下 里 内 外 间 的话',
  'a an the of to in on at for and or is are was were be by with from as that this it what how which who when where why do does can may',
].flatMap((row) => row.split(' '));

export const stopWords: ReadonlySet<string> = new Set([
  ...particles,
  ...pronouns,
  ...questionWords,
  ...auxiliaries,
  ...others,
]);
