import { readText } from '../../../ingest/extract/text.js';
import { shortly } from './support/failure-code.js';

const txt = (text: string): string[] => shortly(readText(Buffer.from(text), 'txt').blocks);
const md = (text: string): string[] => shortly(readText(Buffer.from(text), 'md').blocks);

/** A notice of about 30 full-width characters a line, as it comes out of a PDF. */
const sentence =
  '各区县教育行政部门要把义务教育阶段学校招生入学工作摆在突出位置，加强统筹协调，规范工作程序，确保适龄儿童少年依法入学';
const wrap = (text: string, width: number): string => text.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? '';

describe('readText, txt', () => {
  it('takes each line for a paragraph', () => {
    expect(txt('　　第一段。\n\n第二段\n第三段')).toEqual(['p 第一段。', 'p 第二段', 'p 第三段']);
  });

  it('joins the lines of a text that was broken at a fixed width', () => {
    const paragraphs = Array.from({ length: 6 }, (_, i) => `（${'一二三四五六'[i]}）${sentence}${sentence}。`);
    expect(txt(paragraphs.map((paragraph) => wrap(paragraph, 30)).join('\n'))).toEqual(paragraphs.map((p) => `p ${p}`));
  });

  it('carries a paragraph on over a page number, which comes after it', () => {
    const paragraphs = Array.from({ length: 6 }, (_, i) => `（${'一二三四五六'[i]}）${sentence}${sentence}。`);
    const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, 30).split('\n'));
    lines.splice(2, 0, '1');
    lines.splice(12, 0, '- 2 -');
    const blocks = txt(lines.join('\n'));
    expect(blocks[0]).toBe(`p ${paragraphs[0]}`);
    expect(blocks[1]).toBe('p 1');
    expect(blocks.filter((block) => block.length > 60)).toEqual(paragraphs.map((p) => `p ${p}`));
  });

  it('leaves lines alone that are not broken at a width, and sentences of one length', () => {
    const lines = Array.from({ length: 30 }, (_, i) => sentence.slice(0, 20 + (i % 17) * 2));
    expect(txt(lines.join('\n'))).toHaveLength(30);
    const verses = Array.from({ length: 30 }, () => `${sentence.slice(0, 29)}。`);
    expect(txt(verses.join('\n'))).toHaveLength(30);
  });

  it('reads the fields at the head of a reprint', () => {
    const { declared } = readText(Buffer.from('发布日期：2021-03-05\n发布单位：临江大学教务处\n正文'), 'txt');
    expect(declared).toEqual({ 发布日期: '2021-03-05', 发布单位: '临江大学教务处' });
  });

  it('bears lines of 100,000 characters of any sort', () => {
    for (const piece of [' ', '。”', '|', '：', '-', '1. ', '（', '\t', '来源：', '#', '*', '<', '[']) {
      const line = piece.repeat(100_000 / piece.length);
      expect(txt(`${line}字\n${line}`).join('')).toContain('字');
      expect(md(`${line}字\n| a |\n${line}|\n|${line}x`).join('')).toContain('字');
    }
  });
});

describe('readText, md', () => {
  it('reads headings, paragraphs, lists and quotes without their marks', () => {
    expect(
      md(
        '# 条例 #\n\n## 第一章 总则\n第一条 内容。\n\n- 甲\n* 乙\n1. 丙\n> 丁\n\n---\n**重点**与`代码`和[链接](http://x)',
      ),
    ).toEqual([
      'h1 条例',
      'h2 第一章 总则',
      'p 第一条 内容。',
      'p 甲',
      'p 乙',
      'p 1. 丙',
      'p 丁',
      'p 重点与代码和链接',
    ]);
  });

  it('reads tables', () => {
    expect(md('| 区县 | 学位 |\n|---|:-:|\n| 东城 | 120 |\n| 西城 | 90 |\n\n之后')).toEqual([
      'th 区县|学位 / 东城|120 / 西城|90',
      'p 之后',
    ]);
  });

  it('reads front matter as fields and leaves comments out', () => {
    const { blocks, declared, declaredTitle } = readText(
      Buffer.from('---\ntitle: "学生管理规定"\n发布日期: 2020-01-02\n---\n<!-- 注\n释 -->正文<!-- INFO END -->'),
      'md',
    );
    expect(declaredTitle).toBe('学生管理规定');
    expect(declared).toMatchObject({ 发布日期: '2020-01-02' });
    expect(shortly(blocks)).toEqual(['p 正文']);
  });

  it('keeps masked years, and text after a comment that is never closed', () => {
    expect(md('20**年工作总结，20**年工作计划')).toEqual(['p 20**年工作总结，20**年工作计划']);
    expect(md('甲<!-- 乙')).toEqual(['p 甲<!-- 乙']);
  });
});
