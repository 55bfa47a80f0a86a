import { metadataOf } from './metadata-support.js';

const body = ['为规范校服管理，现就有关事项通知如下。', '一、总体要求', '各学校要高度重视。'];

describe('to whom, by whom, with what', () => {
  const { metadata, origins } = metadataOf([
    '临澜市教育局 临澜市财政局关于做好校服管理工作的通知',
    '临教发〔2024〕3号',
    '各区、县（市）教育局，市属各学校，各有关委、局：',
    ...body,
    '附件：1. 校服质量要求.docx',
    '2. 校服价格公示表（样式）；',
    '临澜市教育局',
    '临 澜 市 财 政 局',
    '2024年3月5日',
    '附件1',
    '校服质量要求',
  ]);

  test('addressees are read from the line below the title, joined names kept whole', () => {
    expect(metadata.addressees).toEqual(['各区、县（市）教育局', '市属各学校', '各有关委、局']);
    expect(origins.addressees).toBe('head');
  });
  test('the signature is the bodies above the date, as they stand, without the gaps of a wide setting', () => {
    expect(metadata.signature).toBe('临澜市教育局、临澜市财政局');
  });
  test('attachments are named without their numbers and extensions', () => {
    expect(metadata.attachments).toEqual(['校服质量要求', '校服价格公示表（样式）']);
  });
});

test('without a list, the titles under the headings 附件1, 附件2 are the attachments', () => {
  const { metadata, origins } = metadataOf([
    '关于开学工作的通知',
    ...body,
    '附件1',
    '开学检查表',
    '附件2：',
    '值班安排',
  ]);
  expect(metadata.attachments).toEqual(['开学检查表', '值班安排']);
  expect(origins.attachments).toBe('headings');
});

test('what is not stated is absent', () => {
  const { metadata } = metadataOf(['关于开学工作的通知', '现将有关事项通知如下：', ...body, '20xx年3月5日']);
  expect(metadata).toMatchObject({
    addressees: [],
    signature: null,
    attachments: [],
    publishedOn: null,
    effectiveOn: null,
    statusBasis: null,
    date: null,
  });
});

describe('from when it holds', () => {
  const effective = (line: string): string | null =>
    metadataOf(['临澜市校车管理办法', '第一条 为了安全，制定本办法。', line]).metadata.effectiveOn;

  test.each([
    ['第二十条 本办法自2021年3月1日起施行。', '2021-03-01'],
    ['第二十条 本办法自二〇二一年三月一日起施行，有效期五年。', '2021-03-01'],
    ['本通知自2022年9月1日起执行，《关于校车的通知》同时废止。', '2022-09-01'],
    ['第二十条 本办法自公布之日起施行。', null],
    ['《校车安全管理条例》自2012年4月5日起施行以来，成效明显。', null],
    ['报名自2021年3月1日起至3月5日止。', null],
    ['本办法自20xx年3月1日起施行。', null],
  ])('%s', (line, date) => {
    expect(effective(line)).toBe(date);
  });
});

describe('by what it was changed', () => {
  const basis = (...head: string[]): string | null =>
    metadataOf(['临澜市学前教育促进条例', ...head, '第一条 为了促进学前教育，制定本条例。']).metadata.statusBasis;

  test('every change that the head tells is given, in order', () => {
    expect(
      basis(
        '2015年3月1日临澜市第一届人民代表大会常务委员会通过',
        '2018年5月2日临澜市第二届人民代表大会常务委员会《关于修改〈临澜市学前教育促进条例〉的决定》第一次修正',
        '2022年10月28日临澜市第三届人民代表大会常务委员会修订',
      ),
    ).toMatch(/^2018年5月2日.*第一次修正；2022年10月28日.*修订$/);
  });
  test('what it repeals of others is not its own', () => {
    expect(basis('2015年3月1日通过 2010年《临澜市幼儿园管理办法》同时废止')).toBeNull();
  });
  test('a title may say it', () => {
    expect(metadataOf(['临澜大学学籍管理规定（2022年修订）']).metadata.statusBasis).toBe('2022年修订');
  });
});

describe('addressees', () => {
  const to = (line: string): string[] => metadataOf(['关于开学工作的通知', line, ...body]).metadata.addressees;

  test.each([
    ['各区人民政府，各委、局，各直属单位：', ['各区人民政府', '各委、局', '各直属单位']],
    ['各学院（所）、有关部门：', ['各学院（所）', '有关部门']],
    ['各区教育局、财政局、民政局，市教育考试院：', ['各区教育局、财政局、民政局', '市教育考试院']],
    ['望湖区教育局、江畔区教育局：', ['望湖区教育局', '江畔区教育局']],
    [
      '各市、县（市、区）人民政府，省政府各部门、各直属机构：',
      ['各市、县（市、区）人民政府', '省政府各部门', '各直属机构'],
    ],
    ['各小学：', ['各小学']],
  ])('%s', (line, names) => {
    expect(to(line)).toEqual(names);
  });

  test.each(['现就各区教育局有关事项通知如下：', '各区教育局的主要职责：', '联系人：'])('%s names none', (line) => {
    expect(to(line)).toEqual([]);
  });

  test('are found below the title where a page has lines above it, and above the title of what is sent', () => {
    const menu = Array.from({ length: 30 }, (_, i) => `栏目${i}`);
    expect(
      metadataOf([...menu, '关于开学工作的通知', '各区教育局：', ...body], { title: 30 }).metadata.addressees,
    ).toEqual(['各区教育局']);
    expect(
      metadataOf(['各有关单位：', '现印发给你们。', '临澜市校车管理办法', ...body], { title: 2 }).metadata.addressees,
    ).toEqual(['各有关单位']);
  });
});

describe('the signature', () => {
  const signed = (...end: string[]): string | null =>
    metadataOf(['关于开学工作的通知', ...body, ...end]).metadata.signature;

  test('of several bodies on one line names them one by one', () => {
    expect(signed('临澜市教育局 临澜市财政局', '二〇二四年三月五日')).toBe('临澜市教育局、临澜市财政局');
    expect(signed('临澜市教育局临澜市财政局', '2024年3月5日')).toBe('临澜市教育局、临澜市财政局');
  });
  test('of an order is who heads the body', () => {
    expect(signed('市 长　李 明', '2024年3月5日')).toBe('市长 李明');
  });
  test('leaves out the mark of a seal', () => {
    expect(signed('望湖区小学招生领导小组（代章）', '2024年4月10日')).toBe('望湖区小学招生领导小组');
  });
  test('is absent where a sentence stands above the date', () => {
    expect(signed('特此通知。', '2024年3月5日')).toBeNull();
  });
});

describe('attachments', () => {
  const attached = (...lines: string[]): string[] =>
    metadataOf(['关于开学工作的通知', ...body, ...lines]).metadata.attachments;

  test.each([
    ['on one line', ['附件：1．《校服质量要求》2．《校服价格公示表》'], ['校服质量要求', '校服价格公示表']],
    ['below a label alone', ['附件：', '1. 校服质量要求', '2. 校服价格公示表'], ['校服质量要求', '校服价格公示表']],
    [
      'as links',
      ['附件：', '校服质量要求.doc', '校服价格公示表.xlsx', '特此通知。'],
      ['校服质量要求', '校服价格公示表'],
    ],
    [
      'that go on in the next line',
      ['附件：1.望湖区小学升入初中体育和艺术特长学生入', '学工作方案', '2.时间表', '临澜市教育局', '2024年3月5日'],
      ['望湖区小学升入初中体育和艺术特长学生入学工作方案', '时间表'],
    ],
    ['with a link beside them', ['附件：新生报名安排（点击下载）'], ['新生报名安排']],
    [
      'by the headings that carry their titles',
      ['附件一：试卷样张', '姓名', '附件二', '评分表'],
      ['试卷样张', '评分表'],
    ],
  ])('are read %s', (_, lines, names) => {
    expect(attached(...lines)).toEqual(names);
  });

  test('a file that is itself an attachment lists none', () => {
    expect(metadataOf(['附件2', '望湖区积分指标表', ...body], { title: 1 }).metadata.attachments).toEqual([]);
  });
});
