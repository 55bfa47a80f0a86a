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
