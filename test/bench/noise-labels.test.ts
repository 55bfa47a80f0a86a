// The form of the hand labels, and how lines are counted. Fixtures are of a made-up city; no archive is needed.
import { type LineKind, lineKinds, readLabels } from '../../bench/extraction/noise-labels.js';
import { scoreLines } from '../../bench/extraction/noise-score.js';

describe('the labels', () => {
  const labels = readLabels();

  test('are of 45 files, five of them seeds, in two halves of about the same size', () => {
    expect(labels).toHaveLength(45);
    expect(labels.filter(({ file }) => file.startsWith('seeds/'))).toHaveLength(5);
    expect(labels.filter(({ file }) => /\.html?$/.test(file))).toHaveLength(40);
    const dev = labels.filter(({ half }) => half === 'dev').length;
    expect(Math.abs(2 * dev - labels.length)).toBeLessThanOrEqual(2);
  });

  test.each(labels)(
    'of $file have ordered ranges, known kinds and the digits of a hash',
    ({ sha256, half, ranges }) => {
      expect(sha256).toMatch(/^[0-9a-f]{12}$/);
      expect(['dev', 'held-out']).toContain(half);
      let last = 0;
      for (const { from, to, kind } of ranges) {
        expect(lineKinds).toContain(kind);
        expect(Number.isInteger(from) && Number.isInteger(to)).toBe(true);
        expect(from).toBeGreaterThan(last);
        expect(to).toBeGreaterThanOrEqual(from);
        last = to;
      }
    },
  );

  test('are read from rows of one file that stand together', () => {
    const text = '# words\nfile\tsha256\thalf\tfrom\tto\tkind\na.html\t0123456789ab\tdev\t1\t2\tnavigation\n';
    expect(readLabels(text)).toEqual([
      { file: 'a.html', sha256: '0123456789ab', half: 'dev', ranges: [{ from: 1, to: 2, kind: 'navigation' }] },
    ]);
  });
});

describe('the score', () => {
  const score = (lines: readonly (readonly [string, LineKind])[], stored: readonly string[]) => {
    const { noise, good, injected, injectionsGone } = scoreLines(
      lines.map(([text]) => text),
      (line) => lines[line - 1]?.[1] ?? 'good',
      stored.join('\n'),
    );
    return {
      noiseHeld: noise.filter(({ held }) => held).map(({ line }) => line),
      goodLost: good.filter(({ held }) => !held).map(({ line }) => line),
      injected,
      injectionsGone,
    };
  };

  test('puts what is stored down to good lines first', () => {
    const lines = [['通知公告', 'navigation'] as const, ['通知公告', 'good'] as const];
    expect(score(lines, ['通知公告'])).toMatchObject({ noiseHeld: [], goodLost: [] });
    expect(score(lines, ['通知公告', '通知公告'])).toMatchObject({ noiseHeld: [1], goodLost: [] });
    expect(score(lines, [])).toMatchObject({ noiseHeld: [], goodLost: [2] });
  });

  test('does not take a short noise line for kept because a sentence holds it, or ends with it', () => {
    const title = '临澜市教育局关于做好招生工作的通知';
    const lines = [['通知', 'navigation'] as const, ['教育局', 'navigation'] as const, [title, 'good'] as const];
    expect(score(lines, [title])).toMatchObject({ noiseHeld: [], goodLost: [] });
    expect(score(lines, ['通知', title])).toMatchObject({ noiseHeld: [1] });
    const row = '序号 | 名称 | 通知';
    expect(score([...lines, [row, 'good']], [title, row])).toMatchObject({ noiseHeld: [], goodLost: [] });
  });

  test('finds noise that the stored text joined to another line, or holds only in part', () => {
    const lines = [
      ['临澜市教育局', 'good'] as const,
      ['打印本页 关闭窗口', 'share'] as const,
      ['网站地图 | 联系我们 | 法律声明', 'footer'] as const,
    ];
    expect(score(lines, ['临澜市教育局 打印本页 关闭窗口'])).toMatchObject({ noiseHeld: [2], goodLost: [] });
    expect(score(lines, ['临澜市教育局', '网站地图', '联系我们'])).toMatchObject({ noiseHeld: [3], goodLost: [] });
  });

  test('leaves meta and unsure lines out of both counts', () => {
    const lines = [
      ['发布日期：2031-05-06', 'meta'] as const,
      ['导读', 'unsure'] as const,
      ['导读', 'related'] as const,
    ];
    expect(score(lines, ['发布日期：2031-05-06', '导读'])).toMatchObject({ noiseHeld: [], goodLost: [] });
  });

  test('finds a good line that was cut in two, joined, or stands in a row with more cells', () => {
    const lines = [
      ['为规范临澜市义务教育阶段学校招生工作，制定本办法。', 'good'] as const,
      ['3 | 小学 | 六年', 'good'] as const,
    ];
    const stored = ['为规范临澜市义务教育', '阶段学校招生工作，制定本办法。', '学段 | 3 | 义务教育 | 小学 | 六年'];
    expect(score(lines, stored)).toMatchObject({ goodLost: [] });
  });

  test('finds a good line without what was injected into it, and tells whether that is gone', () => {
    const mark = '文海拾贝网 ';
    const texts = ['各学校应当公布招生计划、招生范围和报名时间。', '报名时间不少于五个工作日。', '一、总体要求'];
    const lines = texts.map((text) => [mark + text, 'good-injected'] as const);
    expect(score(lines, texts)).toMatchObject({ goodLost: [], injected: 3, injectionsGone: 3 });
    expect(score(lines, [`${mark}${texts[0]}`, '一、总体要求'])).toMatchObject({ goodLost: [2], injectionsGone: 2 });
  });

  test('leaves lines without letters and digits out', () => {
    expect(score([['━━━━━━', 'other'] as const, ['……', 'good'] as const], ['━━━━━━'])).toMatchObject({
      noiseHeld: [],
      goodLost: [],
    });
  });
});
