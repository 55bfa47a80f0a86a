// A value that a form sends as text: JSON of a known shape.
import { z } from 'zod';

/** @param longest characters of the text */
export const jsonText = <T extends z.ZodType>(schema: T, longest = Number.POSITIVE_INFINITY) =>
  z
    .string()
    .max(longest)
    .transform((text, context): z.output<T> => {
      try {
        return schema.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'JSON' });
        return z.NEVER;
      }
    });
