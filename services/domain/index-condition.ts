// How the index that answers stands to the catalogue, and what mends it.
import { z } from 'zod';

export const IndexCondition = z.object({
  state: z.enum(['ready', 'filling', 'model', 'count', 'down', 'waiting']).meta({
    description:
      'ready：可用；filling：正在补建，暂由目录库直接查；model：索引、档案与所设的模型不一致，只按字面查；count：段数与档案不符；down：引擎连不上或没有索引；waiting：档案已换用另一引擎，本服务暂时用不上它 / ready; filling: being made anew, the catalogue is scanned meanwhile; model: index, archive and the model that is set do not agree, words only; count: it holds another number of passages than the archive; down: out of reach, or no index; waiting: the archive was moved to another engine that this service cannot use yet',
  }),
  lacking: z
    .number()
    .int()
    .nullable()
    .meta({ description: '索引还没有的文件；不知为 null / documents that the index lacks; null: not known' }),
  why: z.string().nullable().meta({ description: '原因 / what was told' }),
  command: z.string().nullable().meta({ description: '补救的命令 / the command that mends it' }),
});
export type IndexCondition = z.infer<typeof IndexCondition>;
