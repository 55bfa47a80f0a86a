import { measureNumbering } from '../../bench/extraction/numbering.js';

describe('measureNumbering', () => {
  it('finds every automatic number of the generated Word files as Word shows it', async () => {
    const { checked, wrong } = await measureNumbering();
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(600);
  });
});
