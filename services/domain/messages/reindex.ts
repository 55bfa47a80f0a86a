// Words of `yanju reindex`, and of how the index stands.
import type { Message } from './language.js';

export const reindexMessages = {
  moved: {
    zh: '检索已由 {engine} 回答；正在运行的服务会在几秒之内自行换过来，不必重启。原来的索引保留，yanju reindex --undo 可退回。',
    en: 'Searches are now answered by {engine}; services that run move over by themselves within seconds, without a restart. The index before is kept: yanju reindex --undo goes back.',
  },
  leadsBack: {
    zh: '注意：这里设了 YANJU_ENGINE={set}，服务下次启动会用 {set}。要一直用 {engine}，请改为 {engine} 或去掉这一项。',
    en: 'Note: YANJU_ENGINE={set} is set here, so that services start with {set} next time. To stay with {engine}, set it to {engine} or leave it out.',
  },
  asked: {
    zh: '放上去之前问了 {asked} 个已知答案的问题，全部答对。',
    en: 'Before it was put in place it was asked {asked} questions whose answers are known; all were right.',
  },
  refused: {
    zh: '新索引没有放上去，原来的照旧：{asked} 个已知答案的问题中答错 {count} 个。',
    en: 'The new index was not put in place, the old one stays: of {asked} questions whose answers are known, {count} were answered wrongly.',
  },
  count: { zh: '段数应为 {expected}，索引里有 {found}', en: 'passages: {expected} expected, {found} held' },
  phrase: {
    zh: '{of} 里的一句原话在 {expected} 段里有，找到 {found} 段',
    en: 'words of {of} stand in {expected} passages, {found} found',
  },
  filter: {
    zh: '筛选 {of}：应为 {expected} 段，得 {found}',
    en: 'filter {of}: {expected} passages expected, {found} found',
  },
  neighbour: { zh: '段落的向量没有找到它自己：{of}', en: 'a passage’s vector did not find the passage: {of}' },

  index: { zh: '索引', en: 'index' },
  state_ready: { zh: '可用', en: 'ready' },
  state_filling: {
    zh: '正在补建（还缺 {lacking} 份文件），检索暂由目录库直接查；worker 会自动补齐',
    en: 'being filled ({lacking} documents to go); searches scan the catalogue meanwhile, the worker fills it by itself',
  },
  state_model: {
    zh: '模型不一致（{why}），只按字面检索。请运行 {command}，或改回 YANJU_MODEL_DIR',
    en: 'models do not agree ({why}); searches go by words only. Run {command}, or set YANJU_MODEL_DIR back',
  },
  state_count: {
    zh: '段数与档案不符（{why}）。请运行 {command}',
    en: 'it holds another number of passages than the archive ({why}). Run {command}',
  },
  state_down: { zh: '用不上：{why}', en: 'out of use: {why}' },
  state_waiting: {
    zh: '档案已换用另一引擎，这里还用不上它：{why}',
    en: 'the archive was moved to another engine that cannot be used here: {why}',
  },
  lagging: { zh: '还缺 {lacking} 份文件', en: '{lacking} documents to go' },
} as const satisfies Record<string, Message>;
export type ReindexMessage = keyof typeof reindexMessages;
