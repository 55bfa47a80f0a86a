import { drawChart } from '../../../web/charts/draw.js';

const bars = (values: readonly object[]) =>
  drawChart({
    width: 300,
    height: 100,
    data: { values: [...values] },
    mark: 'bar',
    encoding: {
      x: { field: 'year', type: 'ordinal' },
      y: { field: 'n', type: 'quantitative' },
      href: { field: 'href' },
    },
  });

test('a bar opens its address, out of the order of tabs', async () => {
  const svg = await bars([{ year: '2020', n: 3, href: '/wording?q=a&year=2020' }]);
  expect(svg).toContain('<a tabindex="-1" href="/wording?q=a&amp;year=2020"');
  expect(svg).not.toContain('xlink:href');
});

test('the picture is hidden from screen readers, and follows the colours of the page', async () => {
  const svg = await bars([{ year: '2020', n: 3 }]);
  expect(svg).toMatch(/^<svg aria-hidden="true" focusable="false" /u);
  expect(svg.match(/aria-/gu)).toHaveLength(1);
  expect(svg).toContain('var(--series-1)');
});

test('what a document says cannot become markup', async () => {
  const svg = await bars([{ year: '<script>alert(1)</script>"&', n: 1 }]);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
});
