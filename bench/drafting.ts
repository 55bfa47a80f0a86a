// npm run bench:drafting -- DATA_DIR [--seed n] [--documents n] [--wrong] [--only part]: how well a draft is checked.
// DATA_DIR holds an archive of ../shared/archive and of examples/documents. Drafts are made from documents that stay (their
// source is themselves), and from documents that are left out (their source is a reprint, a version, a sibling); untouched
// documents are the negatives. Thresholds were fitted on seed 1 and the half named "fit".
import pino from 'pino';
import { readSettings } from '../config/settings.js';
import type { CheckReport } from '../services/domain/check.js';
import { CheckScope } from '../services/domain/check-scope.js';
import { normalForm } from '../services/domain/text.js';
import { coreOf } from '../services/drafting/core.js';
import { sentencesOf } from '../services/families/sentences.js';
import { openArchive } from '../services/open-archive.js';
import { labelsByHand } from './drafting/by-hand.js';
import { isKnowable, writtenIn } from './drafting/knowable.js';
import { articleNumbers, knownOf } from './drafting/known.js';
import { makeDraft } from './drafting/make.js';
import { type Changed, misquoted, mutate, type SlipMaker } from './drafting/mutate.js';
import { createRandom, type Random } from './drafting/random.js';
import { slipIn } from './drafting/slips.js';
import { count, lines, type Miss, newTally, type Tally } from './drafting/tally.js';
import { changedValue } from './drafting/values.js';

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('bench:drafting DATA_DIR');
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const seed = option('seed', 1);
const documents = option('documents', 60);
const wrong = process.argv.includes('--wrong');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
const random = createRandom(seed);

const open = openArchive(readSettings({ ...process.env, YANJU_DATA_DIR: dataDir }), pino({ level: 'silent' }));
const { archive, catalogue, embedder } = open;
if (!embedder) throw new Error('bench:drafting needs the model');
const halves = ['fit', 'shown'] as const;
type Half = (typeof halves)[number];
const halfOf = (id: string): Half => (Number.parseInt(id.slice(0, 4), 16) % 2 === 0 ? 'fit' : 'shown');

// every sentence of the archive, by its compared part: in which documents it stands
const holders = new Map<string, Set<string>>();
const texts = new Map<string, string>();
for (const { id, removed, text } of catalogue.documents.changedSince(0)) {
  if (removed) continue;
  texts.set(id, text);
  for (const { key } of sentencesOf(text)) {
    const { core } = coreOf(key);
    const known = holders.get(core) ?? new Set();
    known.add(id);
    holders.set(core, known);
  }
}
const known = knownOf([...texts].map(([id, text]) => ({ title: catalogue.documents.summary(id)?.title ?? '', text })));
const written = writtenIn(
  [...texts].map(([id, text]) => ({ id, title: catalogue.documents.summary(id)?.title ?? '', text })),
);
const slipsOf = (id: string): SlipMaker => {
  const around = { title: catalogue.documents.summary(id)?.title ?? '', articles: articleNumbers(texts.get(id) ?? '') };
  return (text, random) => slipIn(text, random, known, around);
};
const changeOf = (id: string): ((text: string, random: Random) => Changed | null) => {
  const slip = slipsOf(id);
  return (text, random) => mutate(text, random, slip);
};
/** What is not in force: changes against it are told as notes, by design. */
const isStale = (id: string): boolean => {
  const summary = catalogue.documents.summary(id);
  return (
    summary === null ||
    ['征求意见', '已废止', '已修订'].includes(summary.status) ||
    /征求意见|草案|送审稿/u.test(summary.title) ||
    summary.newer?.kind === 'version'
  );
};
const versionsOf = (id: string): Set<string> =>
  new Set(
    catalogue.families.links(id).flatMap(({ a, b, relation }) => (relation === 'version' ? [a === id ? b : a] : [])),
  );
/** Documents that say it and that bind the draft: of its region or above, no draft for comment. */
const binds = (key: string, id: string): boolean => {
  const region = catalogue.documents.metadata(id)?.regionCode ?? null;
  // what a draft that calls itself a revision changes is told as a note
  if (/修[订正]/u.test(catalogue.documents.summary(id)?.title ?? '')) return false;
  return [...(holders.get(coreOf(key).core) ?? [])].some((other) => {
    const theirs = catalogue.documents.metadata(other);
    if (other === id || !theirs || isStale(other) || versionsOf(id).has(other)) return false;
    return (
      region === null || theirs.regionCode === null || theirs.regionCode === '0' || region.startsWith(theirs.regionCode)
    );
  });
};
const holds = (key: string, without: ReadonlySet<string>): boolean =>
  [...(holders.get(coreOf(key).core) ?? [])].some((id) => !without.has(id));
const fitting = [...texts].filter(([, text]) => text.length >= 1_500 && text.length <= 20_000).map(([id]) => id);
const siblingsOf = (id: string): string[] =>
  catalogue.families.links(id).flatMap(({ a, b, resemblance }) => (resemblance >= 0.4 ? [a === id ? b : a] : []));

const ask = (text: string, leaveOut: readonly string[] = [], byMeaning = false): Promise<CheckReport> =>
  archive.check({ kind: 'text', text }, CheckScope.parse({ leaveOut }), {
    language: 'zh',
    ...(!byMeaning && { withinMs: 0 }),
  });
const miss =
  (name: string, half: Half) =>
  ({ what, text }: Miss): void => {
    if (wrong && half === 'fit') console.log(`  [${name}] ${what} :: ${text.replaceAll('\n', '⏎').slice(0, 260)}`);
  };
const report = (name: string, half: Half, tally: Tally): void => {
  for (const line of lines(`seed ${seed}, ${half}, ${name}`, tally)) console.log(line);
};
const wanted = (name: string): boolean => only === null || only === name;

for (const half of halves) {
  const mine = random.shuffled(fitting.filter((id) => halfOf(id) === half));
  if (wanted('stay')) {
    const tally = newTally();
    for (const id of mine.filter((one) => !isStale(one)).slice(0, documents)) {
      const made = makeDraft(texts.get(id) ?? '', {
        random,
        share: 0.3,
        mayChange: () => true,
        mustFind: () => true,
        isKnown: (key) => holds(key, new Set()),
        change: changeOf(id),
      });
      count(tally, made, await ask(made.text), miss('stay', half));
    }
    report('documents that stay, changed', half, tally);
  }
  if (wanted('left')) {
    const tally = newTally();
    for (const id of mine.filter((one) => siblingsOf(one).length > 0).slice(0, documents)) {
      const out = new Set([id]);
      const made = makeDraft(texts.get(id) ?? '', {
        random,
        share: 0.3,
        mayChange: (key) => holds(key, out),
        mustFind: (key) => binds(key, id),
        isKnown: (key) => holds(key, out),
        change: changeOf(id),
      });
      count(tally, made, await ask(made.text, [id]), miss('left', half));
    }
    report('documents left out, with a sibling, changed', half, tally);
  }
  if (wanted('references')) {
    // slips alone, one sentence of two: beside the draft's source (it stays), and without it (it is left out)
    for (const kind of ['staying', 'left out'] as const) {
      const tally = newTally();
      for (const id of mine.filter((one) => !isStale(one)).slice(0, 2 * documents)) {
        const slip = slipsOf(id);
        const made = makeDraft(texts.get(id) ?? '', {
          random: createRandom(seed + Number.parseInt(id.slice(0, 6), 16)),
          share: 0.5,
          mayChange: () => true,
          mustFind: () => true,
          isKnown: (key) => holds(key, new Set()),
          change: (text, own) => misquoted(text, own, slip),
        });
        if (!made.truths.some(({ change }) => change?.way)) continue;
        const without = new Set(kind === 'left out' ? [id] : []);
        count(
          tally,
          made,
          await ask(made.text, [...without]),
          miss(`references ${kind}`, half),
          ({ change, start, end }) =>
            isKnowable(
              {
                way: change?.way ?? '',
                was: change?.was ?? '',
                is: made.text.slice(start, end),
                isElsewhere: holds(normalForm(change?.was ?? ''), new Set([id])),
              },
              written,
              new Set([id]),
            ),
        );
      }
      report(`references, ${kind}`, half, tally);
    }
  }
  if (wanted('values')) {
    for (const kind of ['staying', 'left out'] as const) {
      const tally = newTally();
      const some = kind === 'staying' ? mine : mine.filter((one) => siblingsOf(one).length > 0);
      for (const id of some.filter((one) => !isStale(one)).slice(0, 2 * documents)) {
        const out = kind === 'staying' ? new Set<string>() : new Set([id]);
        const made = makeDraft(texts.get(id) ?? '', {
          random: createRandom(seed + Number.parseInt(id.slice(0, 6), 16)),
          share: 0.5,
          mayChange: (key) => kind === 'staying' || holds(key, out),
          mustFind: (key) => kind === 'staying' || binds(key, id),
          isKnown: (key) => holds(key, out),
          change: changedValue,
        });
        if (!made.truths.some(({ change }) => change?.way)) continue;
        count(tally, made, await ask(made.text, [...out]), miss(`values ${kind}`, half));
      }
      report(`values, ${kind}`, half, tally);
    }
  }
  if (wanted('untouched')) {
    for (const kind of ['left out', 'staying'] as const) {
      const tally = newTally();
      const notes = new Map<string, number>();
      // siblings first: they are the hardest
      const chosen = [
        ...new Set([...mine.filter((one) => siblingsOf(one).length > 0).slice(0, documents / 3), ...mine]),
      ];
      for (const id of chosen.slice(0, documents)) {
        const text = texts.get(id) ?? '';
        const answer = await ask(text, kind === 'left out' ? [id] : []);
        tally.characters += text.length;
        for (const finding of answer.findings) {
          if (finding.level === 'conflict' || process.argv.includes('--notes')) {
            if (finding.level === 'conflict') tally.conflicts++;
            miss(
              kind,
              half,
            )({
              what: `${finding.kind} ${finding.confidence}: ${finding.draft} / ${finding.words ?? ''} ${catalogue.documents.summary(id)?.file}`,
              text: `${text.slice(Math.max(0, finding.start - 40), finding.end + 40)} <= ${finding.source?.file ?? ''} ${finding.source?.text ?? finding.message}`,
            });
          }
          const name = `${finding.kind} ${finding.level}`;
          notes.set(name, (notes.get(name) ?? 0) + 1);
        }
      }
      const rate = (20_000 * tally.conflicts) / tally.characters;
      const kinds = [...notes].map(([name, n]) => `${name} ${n}`).join(', ');
      console.log(
        `seed ${seed}, ${half}, untouched, ${kind}: ${rate.toFixed(2)} conflicts in 20,000 characters of ${tally.characters} (${kinds})`,
      );
    }
  }
}

if (wanted('labels')) {
  for (const [n, half] of [
    [0, 'fit'],
    [1, 'shown'],
  ] as const) {
    const told = await labelsByHand(
      n,
      (text) => ask(text, [], true),
      (label, one) => miss(label, half)(one),
    );
    for (const line of told) console.log(`${half}, ${line}`);
  }
}

if (wanted('labels')) {
  // what the sentences of real documents without a source are called: by meaning, those about one matter lie close together
  for (const half of halves) {
    const as = new Map<string, number>();
    const alone = random.shuffled(
      fitting.filter((id) => halfOf(id) === half && catalogue.families.links(id).length === 0),
    );
    for (const id of alone.slice(0, 4)) {
      const answer = await ask(texts.get(id) ?? '', [id], true);
      for (const { label } of answer.clauses) as.set(label, (as.get(label) ?? 0) + 1);
    }
    console.log(
      `seed ${seed}, ${half}, documents left out that nothing is like: ${[...as].map(([label, n]) => `${label} ${n}`).join(', ')}`,
    );
  }
}

if (wanted('time')) {
  await ask('教育', [], true); // the index is built, the model loaded
  const ratios: number[] = [];
  for (const id of random.shuffled(fitting.filter((one) => (texts.get(one) ?? '').length >= 8_000)).slice(0, 7)) {
    const text = (texts.get(id) ?? '').slice(0, 10_000);
    const sentences = sentencesOf(text).map(({ text: sentence }) => sentence);
    const family = new Set([id, ...siblingsOf(id)]);
    const started = performance.now();
    await embedder.embed(sentences, 'passage');
    const alone = performance.now() - started;
    const answer = await ask(text, [...family], true);
    const { labels, took } = answer.summary;
    ratios.push(took / alone);
    console.log(
      `time: ${text.length} characters, ${sentences.length} sentences (${labels.new + labels.paraphrase} looked for by meaning) against ${catalogue.documents.counts().passages} passages: ${took} ms, embedding alone ${Math.round(alone)} ms, ratio ${(took / alone).toFixed(2)}`,
    );
  }
  const median = ratios.sort((a, b) => a - b)[ratios.length >> 1] ?? 0;
  console.log(`time: median ratio ${median.toFixed(2)} of ${ratios.length}`);
}
await open.close();
