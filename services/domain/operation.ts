// How the service itself is: its worker, its queue, its disk, its model. For whoever watches over it.
import { z } from 'zod';

export const Operation = z.object({
  worker: z.object({
    alive: z.boolean().meta({ description: '半分钟内有消息 / heard of within half a minute' }),
    secondsAgo: z.number().int().nullable().meta({
      description: '入库进程多少秒前还有消息；从未有过为 null / when it was last heard of; null: never',
    }),
  }),
  oldestPendingSeconds: z.number().int().nullable().meta({
    description:
      '等待最久的文件等了多少秒；没有为 null / how long the file that waits longest has waited; null: none waits',
  }),
  diskFreeMb: z.number().int().meta({ description: '数据目录的磁盘余量（MB） / free on the disk of the data folder' }),
  modelLoaded: z.boolean().meta({ description: '向量模型已算过 / the model has embedded something by now' }),
});
export type Operation = z.infer<typeof Operation>;

/** What takes a worker's time, in the order in which a file meets it. */
export const stages = ['read', 'prepare', 'embed', 'store', 'index', 'families', 'facts'] as const;
export type Stage = (typeof stages)[number];

/** Since the archive began: both only grow. */
export interface WorkerTotals {
  /** files by outcome, as in the ledger */
  readonly files: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Partial<Record<Stage, number>>>;
}
