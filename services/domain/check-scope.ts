// What a draft is compared with, described once: as JSON, and as the text fields of a form or an address.
import { z } from 'zod';
import { fieldIssue, RequestError, wrong } from './request-error.js';

const year = z.number().int().min(1000).max(9999);

/** Everything where nothing is said. */
export const CheckScope = z.strictObject({
  region: z.string().trim().min(1).max(200).optional().meta({
    description:
      '文稿所属地区：只与该地区、其上级和全国的文件比较；不给则由文稿自己看出 / the draft’s region: it is compared with documents of that region, of those above it, and national ones; read from the draft where it is not given',
  }),
  yearFrom: year.optional(),
  yearTo: year.optional(),
  types: z.array(z.string().trim().min(1).max(50)).max(50).optional().meta({ description: '文种 / kinds of document' }),
  onlyInForce: z.boolean().default(false).meta({
    description:
      '只比现行的：已废止、已修订、征求意见的和有新版本的不比 / leave out what is repealed, revised, a draft, or superseded',
  }),
  leaveOut: z.array(z.string().trim().min(1).max(500)).max(1_000).optional().meta({
    description:
      '不比的文件，如文稿自己的上一稿：documentId、路径或标题（同题的都不比） / documents left out, such as the draft’s own earlier version: by id, file or title (all of that title)',
  }),
});
export type CheckScope = z.infer<typeof CheckScope>;
export type CheckScopeInput = z.input<typeof CheckScope>;

const textYear = z.coerce.number().int().min(1000).max(9999).optional();
const words = z
  .string()
  .max(4_000)
  .transform((text) => text.split(/[,，、\s]+/u).filter(Boolean))
  .optional();
/** A title may hold commas: names stand one a line, and only ids may follow each other in a line. */
const onlyIds = /^[\w-]+(?:\s*[,，、]\s*[\w-]+)*$/u;
const names = z
  .string()
  .max(100_000)
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .flatMap((line) => (onlyIds.test(line) ? line.split(/[,，、\s]+/u) : line))
      .filter(Boolean),
  )
  .optional();

/** The same as text: lists with commas or, where they name documents, one a line. */
export const ScopeFields = z.object({
  region: CheckScope.shape.region,
  yearFrom: textYear,
  yearTo: textYear,
  types: words,
  onlyInForce: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  leaveOut: names.meta({
    description: '一行一个；只有标识可以用逗号分开 / one a line; ids alone may stand with commas',
  }),
});

/** @throws RequestError */
export function checkScope(given: Readonly<Record<string, unknown>>): CheckScope {
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { data: scope, error } = CheckScope.safeParse(asked);
  if (!scope) {
    throw new RequestError(
      error.issues.map((issue) => fieldIssue(issue, asked)),
      { cause: error },
    );
  }
  if (scope.yearFrom !== undefined && scope.yearTo !== undefined && scope.yearFrom > scope.yearTo) {
    throw wrong('yearFrom', 'ORDER', { other: 'yearTo' });
  }
  return scope;
}
