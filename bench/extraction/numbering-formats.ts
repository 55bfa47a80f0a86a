// What Word writes for a number in each Chinese format, by hand after ECMA-376 part 1, 17.18.59: the truth that the
// extraction of automatic numbers is measured against. Nothing here is worked out.

const columns = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 20, 21, 22, 30, 99, 100, 101, 110, 111, 200, 999, 1000];

const tens = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十九 二十 二十一 二十二 三十 九十九';
const words = `${tens} 一百 一百零一 一百一十 一百一十一 二百 九百九十九 一千`;
const figures = '1 2 3 4 5 6 7 8 9 10 11 12 13 19 20 21 22 30 99 100 101 110 111 200 999 1000';
const signs = (first: string): string => `${first} 21 22 30 99 100 101 110 111 200 999 1000`;
const circled = signs('① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑲ ⑳');
const wide =
  '１ ２ ３ ４ ５ ６ ７ ８ ９ １０ １１ １２ １３ １９ ２０ ２１ ２２ ３０ ９９ １００ １０１ １１０ １１１ ２００ ９９９ １０００';

const rows: Readonly<Record<string, string>> = {
  decimal: figures,
  decimalHalfWidth: figures,
  decimalZero: '01 02 03 04 05 06 07 08 09 10 11 12 13 19 20 21 22 30 99 100 101 110 111 200 999 1000',
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: signs('⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒ ⒓ ⒔ ⒚ ⒛'),
  decimalEnclosedParen: signs('⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ ⒀ ⒆ ⒇'),
  chineseCountingThousand: words,
  taiwaneseCountingThousand: words,
  chineseCounting: `${tens} 一○○ 一○一 一一○ 一一一 二○○ 九九九 一○○○`,
  taiwaneseCounting: `${tens} 一○○ 一○一 一一○ 一一一 二○○ 九九九 一○○○`,
  japaneseCounting: `${tens} 百 百一 百十 百十一 二百 九百九十九 千`,
  ideographDigital:
    '一 二 三 四 五 六 七 八 九 一〇 一一 一二 一三 一九 二〇 二一 二二 三〇 九九 一〇〇 一〇一 一一〇 一一一 二〇〇 九九九 一〇〇〇',
  taiwaneseDigital:
    '一 二 三 四 五 六 七 八 九 一○ 一一 一二 一三 一九 二○ 二一 二二 三○ 九九 一○○ 一○一 一一○ 一一一 二○○ 九九九 一○○○',
  chineseLegalSimplified:
    '壹 贰 叁 肆 伍 陆 柒 捌 玖 壹拾 壹拾壹 壹拾贰 壹拾叁 壹拾玖 贰拾 贰拾壹 贰拾贰 叁拾 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 贰佰 玖佰玖拾玖 壹仟',
  ideographLegalTraditional:
    '壹 貳 參 肆 伍 陸 柒 捌 玖 壹拾 壹拾壹 壹拾貳 壹拾參 壹拾玖 貳拾 貳拾壹 貳拾貳 參拾 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 貳佰 玖佰玖拾玖 壹仟',
  ideographTraditional: '甲 乙 丙 丁 戊 己 庚 辛 壬 癸 11 12 13 19 20 21 22 30 99 100 101 110 111 200 999 1000',
  ideographZodiac: '子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥 13 19 20 21 22 30 99 100 101 110 111 200 999 1000',
  // sixty pairs of a stem and a branch, then from the first again
  ideographZodiacTraditional:
    '甲子 乙丑 丙寅 丁卯 戊辰 己巳 庚午 辛未 壬申 癸酉 甲戌 乙亥 丙子 壬午 癸未 甲申 乙酉 癸巳 壬寅 癸卯 甲辰 癸丑 甲寅 癸未 壬寅 癸卯',
  ideographEnclosedCircle: '㈠ ㈡ ㈢ ㈣ ㈤ ㈥ ㈦ ㈧ ㈨ ㈩ 11 12 13 19 20 21 22 30 99 100 101 110 111 200 999 1000',
  upperRoman: 'I II III IV V VI VII VIII IX X XI XII XIII XIX XX XXI XXII XXX XCIX C CI CX CXI CC CMXCIX M',
  lowerRoman: 'i ii iii iv v vi vii viii ix x xi xii xiii xix xx xxi xxii xxx xcix c ci cx cxi cc cmxcix m',
  upperLetter: 'A B C D E F G H I J K L M S T U V DD UUUU VVVV WWWW FFFFF GGGGG RRRRRRRR',
  lowerLetter: 'a b c d e f g h i j k l m s t u v dd uuuu vvvv wwww fffff ggggg rrrrrrrr',
  numberInDash: '-1- -2- -3- -4- -5- -6- -7- -8- -9- -10- -11- -12- -13- -19- -20- -21- -22- -30- -99- -100-',
};

export interface FormatTruth {
  readonly format: string;
  /** number and how it is written */
  readonly values: readonly (readonly [number, string])[];
}

export const formatTruths: readonly FormatTruth[] = Object.entries(rows).map(([format, row]) => ({
  format,
  values: row
    .split(' ')
    .map((written, i) => [
      columns[i] ?? 0,
      format === 'numberInDash' ? written.replace(/^-(.*)-$/, '- $1 -') : written,
    ]),
}));

/** 一 … 四十, for counting in the scenes. */
export const written = (
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 ' +
  '二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十'
).split(' ');
