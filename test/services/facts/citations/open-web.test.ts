import { join } from 'node:path';
import fc from 'fast-check';
import { type Catalogue, openCatalogue } from '../../../../services/catalogue/open.js';
import { createCitationWeb, shelfOf, webSteps } from '../../../../services/facts/citations/open-web.js';
import { type CitationWeb, citationWeb } from '../../../../services/facts/citations/web-of.js';
import { keepFacts } from '../../../../services/facts/keep-facts.js';
import { atOnce, inSlices } from '../../../../services/process/in-slices.js';
import { temporaryFolder } from '../../../support/temporary.js';
import { versionOf } from '../../../support/versions.js';

const at = '2026-01-01T00:00:00.000Z';
const folder = temporaryFolder();
const open: Catalogue[] = [];
let count = 0;
const opened = (): Catalogue => {
  const catalogue = openCatalogue(join(folder, String(count++)));
  open.push(catalogue);
  return catalogue;
};
afterEach(() => {
  for (const catalogue of open.splice(0)) catalogue.close();
});
const put = (catalogue: Catalogue, n: number, text: string, title = `临澜市第${n}号办法`): void =>
  catalogue.transaction(() => {
    catalogue.store.put(versionOf(`${n}.txt`, text, { title, date: `20${10 + (n % 10)}-01-01` }), at);
  });
const told = ({ all }: CitationWeb): unknown[] =>
  all.map(({ citing, mention, match, state, repeals }) => [citing.id, mention, match, state, repeals]);

async function filled(documents: number): Promise<Catalogue> {
  const catalogue = opened();
  for (let n = 0; n < documents; n++) {
    const others = Array.from({ length: 20 }, (_, i) => `根据《临澜市第${(n * 7 + i * 3) % documents}号办法》第二条。`);
    put(catalogue, n, others.join('\n'));
  }
  await keepFacts(catalogue);
  return catalogue;
}

test('the web built in steps is the one that all mentions make at once', async () => {
  const verbs = ['根据', '废止', '依照国务院'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      async (documents) => {
        const catalogue = opened();
        for (const [n, says] of documents.entries()) {
          put(
            catalogue,
            n,
            says.map(([verb, other]) => `${verbs[verb]}《临澜市第${other}号办法》。`).join('\n') || '无',
          );
        }
        await keepFacts(catalogue);
        const wanted = told(citationWeb([...catalogue.facts.everyCitation()], shelfOf(catalogue)));
        expect(told(atOnce(webSteps(catalogue)))).toEqual(wanted);
        const sliced = await inSlices(webSteps(catalogue), () => true);
        expect(sliced && told(sliced)).toEqual(wanted);
        expect(told(await createCitationWeb(catalogue).now())).toEqual(wanted);
      },
    ),
    { numRuns: 15 },
  );
});

test('while the web is built others are served, and the catalogue can be written', async () => {
  const catalogue = await filled(150);
  const web = createCitationWeb(catalogue);
  expect(web.ready()).toBeNull();
  let turns = 0;
  let done = false;
  const waiting = web.now().finally(() => {
    done = true;
  });
  while (!done) {
    if (turns < 50) put(catalogue, 0, `第${turns}稿`);
    turns++;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await waiting;
  expect(turns).toBeGreaterThan(2);
});

test('several who ask at once wait for one and the same web', async () => {
  const catalogue = await filled(20);
  const web = createCitationWeb(catalogue);
  const [one, other] = await Promise.all([web.now(), web.now()]);
  expect(one).toBe(other);
  expect(web.ready()).toBe(one);
  expect(await web.now()).toBe(one);
});

test('a web that is not finished when the catalogue is closed says so to who waits, and to nobody else', async () => {
  const catalogue = await filled(20);
  const web = createCitationWeb(catalogue);
  web.ready();
  const waiting = web.now();
  catalogue.close();
  await expect(waiting).rejects.toThrow();
  open.length = 0;
});
