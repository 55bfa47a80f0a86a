// Clients that ask one question after the other, and what they were answered.
import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SearchResponse } from '../../services/domain/result.js';

export interface Question {
  readonly q: string;
  readonly mode: 'keyword' | 'semantic' | 'hybrid';
}
export interface Answered {
  /** of the question */
  readonly key: string;
  readonly status: number;
  /** what the two engines can differ in, as JSON, without the time it took */
  readonly answer: string;
  readonly degraded: boolean;
  readonly ms: number;
}

const keyOf = ({ q, mode }: Question): string => `${mode} ${q}`;

/** Over a connection of its own: one kept open may be closed from the other side while the question is on its way. */
const get = (url: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    request(url, { agent: false }, async (response) => {
      try {
        resolve({ status: response.statusCode ?? 0, text: await textOf(response) });
      } catch (error) {
        reject(error);
      }
    })
      .on('error', reject)
      .end();
  });

async function ask(url: string, question: Question): Promise<Answered> {
  const [key, from] = [keyOf(question), performance.now()];
  const ms = (): number => performance.now() - from;
  try {
    const { status, text } = await get(`${url}/api/search?${new URLSearchParams({ ...question, size: '20' })}`);
    if (status !== 200) return { key, status, answer: text, degraded: false, ms: ms() };
    const { took: _, ...answer } = SearchResponse.parse(JSON.parse(text));
    return { key, status, answer: JSON.stringify(answer), degraded: answer.degraded.length > 0, ms: ms() };
  } catch (error) {
    return { key, status: 0, answer: String(error), degraded: false, ms: ms() };
  }
}

/** Until the archive's words are known: they are read in the background, and answers name similar ones. */
export async function prepared(url: string): Promise<void> {
  const ready = async (): Promise<boolean> =>
    !/"suggestions":\[\]/.test((await get(`${url}/api/suggest?q=%E6%95%99`)).text);
  while (!(await ready())) await sleep(500);
}

/** Every question once, in peace. */
export async function answersOf(url: string, questions: readonly Question[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const question of questions) {
    const { key, status, answer, degraded } = await ask(url, question);
    if (status !== 200 || degraded) throw new Error(`${key}: ${status} ${answer.slice(0, 300)}`);
    answers.set(key, answer);
  }
  return answers;
}

export function startClients({
  url,
  questions,
  clients,
  pauseMs,
}: {
  readonly url: string;
  readonly questions: readonly Question[];
  readonly clients: number;
  /** between an answer and the next question of a client */
  readonly pauseMs: number;
}): { stop(): Promise<Answered[]> } {
  const taken: Answered[] = [];
  let going = true;
  let next = 0;
  const client = async (): Promise<void> => {
    while (going) {
      const question = questions[next++ % questions.length];
      if (question) taken.push(await ask(url, question));
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  };
  const all = Array.from({ length: clients }, client);
  return {
    async stop() {
      going = false;
      await Promise.all(all);
      return taken;
    },
  };
}
