// npm run bench:suggest -- [--titles 20000]
// Suggestions while typing over so many made-up titles, against a plain scan of the same titles that does less (no groups,
// no pinyin, no shares), in one run and in turn. Processor time, so that what else runs does not count.

import { random } from '../services/evaluation/bootstrap.js';
import { percentile } from '../services/evaluation/metrics.js';
import type { Entry } from '../services/search/lexicon/suggestions.js';
import { createSuggestions } from '../services/search/lexicon/suggestions.js';
import { argument } from './settings.js';

const wanted = Number(argument('titles', '20000'));
const next = random(1);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!; // lists are not empty
const places = '临澜市 望湖区 青石县 云州省 柳川市 望江区'.split(' ');
const bodies = '教育局 人民政府 财政局 教育厅 人民政府办公室'.split(' ');
const matters =
  '义务教育 学前教育 课后服务 校车安全 教师编制 美育工作 劳动教育 招生入学 学校食堂 经费保障 校外培训 心理健康'.split(
    ' ',
  );
const verbs = '做好 加强 规范 推进 完善 深化 进一步加强 全面落实'.split(' ');
const kinds = '通知 意见 办法 实施方案 工作要点 公告'.split(' ');

const entries: Entry[] = Array.from({ length: wanted }, () => {
  const matter = pick(matters);
  const text = `${pick(places)}${pick(bodies)}关于${pick(verbs)}${2010 + Math.floor(next() * 16)}年${matter}和${pick(matters)}工作的${pick(kinds)}`;
  return { text, kind: 'title', documents: 1, group: text.replace(/\d+/u, '') };
});

const cpuMs = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;
const building = createSuggestions(entries);
const started = cpuMs();
let step = building.next();
while (!step.done) step = building.next();
const suggestions = step.value;
console.log(`${entries.length} titles, index built in ${(cpuMs() - started).toFixed(0)} ms of processor time`);

const plain = (typed: string): string[] =>
  entries
    .map(({ text }) => text)
    .filter((text) => text.toLowerCase().normalize('NFKC').includes(typed))
    .sort((a, b) => a.indexOf(typed) - b.indexOf(typed) || a.length - b.length)
    .slice(0, 8);

const typed = entries.slice(0, 300).flatMap(({ text }, i) => {
  const from = i % 3 === 0 ? 0 : Math.floor(next() * (text.length - 6));
  return [text.slice(from, from + 1), text.slice(from, from + 2), text.slice(from, from + 5)];
});
const letters = ['yw', 'ywjy', 'lls', 'linlan', 'zzz', 'gy'];
const timed = (call: (text: string) => unknown, text: string): number => {
  const before = cpuMs();
  call(text);
  return cpuMs() - before;
};
const ask = (text: string) => suggestions.suggest(text, 8);
for (const text of typed.slice(0, 200)) {
  ask(text);
  plain(text);
}
const times = { ours: [] as number[], plain: [] as number[], pinyin: [] as number[] };
for (const text of typed) {
  times.ours.push(timed(ask, text));
  times.plain.push(timed(plain, text));
}
for (let i = 0; i < 50; i++) for (const text of letters) times.pinyin.push(timed(ask, text));
for (const [name, of] of Object.entries(times)) {
  console.log(
    `${name.padEnd(7)} p50 ${percentile(of, 0.5).toFixed(2)} ms, p95 ${percentile(of, 0.95).toFixed(2)} ms, most ${Math.max(...of).toFixed(2)} ms`,
  );
}
const ratio = (p: number): string =>
  (percentile(times.plain, p) / Math.max(0.001, percentile(times.ours, p))).toFixed(0);
console.log(`a plain scan takes ${ratio(0.5)} times as long (p50), ${ratio(0.95)} times (p95)`);
