// The names that divisions go by: official ones, short ones (河南, 恩施, 番禺), and those they bore before a change.
import { type Division, divisions } from './divisions.js';

/** The recognised peoples whose names stand in autonomous areas; 族 follows most of them. */
const people =
  '(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)';
const peoples = new RegExp(`(?:${people}族|蒙古|哈萨克|柯尔克孜|维吾尔|塔吉克|锡伯)+$`, 'u');
const kind = /(?:特别行政区|自治[区州县旗]|新区|特区|(?<=架)林区|地区|[省市盟县区旗])$/u;

/** 河南省 → 河南, 恩施土家族苗族自治州 → 恩施; null where less than two characters would be left (和县). */
export function shortName(official: string): string | null {
  const stem = official.replace(kind, '');
  const short = /自治[区州县旗]$/u.test(official) ? stem.replace(peoples, '') : stem;
  const found = short.length >= 2 ? short : stem;
  return found.length >= 2 && found !== official ? found : null;
}

/**
 * Districts and cities merged or renamed since 2000, by the announcements of the Ministry of Civil Affairs, where all
 * or nearly all of the old one lies in the new one. A change of kind alone (密云县 → 密云区) needs no entry.
 */
const former: Readonly<Record<string, string>> = {
  崇文区: '110101',
  宣武区: '110102',
  塘沽区: '120116',
  汉沽区: '120116',
  大港区: '120116',
  卢湾区: '310101',
  闸北区: '310106',
  南汇区: '310115',
  白下区: '320104',
  下关区: '320106',
  沧浪区: '320508',
  金阊区: '320508',
  下城区: '330105',
  四方区: '370203',
  胶南市: '370211',
  莱芜市: '370116',
  襄樊市: '4206',
  芳村区: '440103',
  萝岗区: '440112',
  万盛区: '500110',
  思茅市: '5308',
};

type Lexicon = ReadonlyMap<string, readonly Division[]>;

export interface Names {
  /** official names, and former ones; several divisions may share one (朝阳区) */
  readonly full: Lexicon;
  /** short names of provinces and cities, the province first (吉林) */
  readonly short: Lexicon;
  /** short names of districts and counties */
  readonly shortDistrict: Lexicon;
  /** names with another kind than the present one, as people say or as it was: 恩施州, 密云县, 毕节地区 */
  readonly otherKind: Lexicon;
  /** length of the longest official name */
  readonly longest: number;
}

const add = (map: Map<string, Division[]>, name: string, division: Division): void => {
  const known = map.get(name);
  if (known) known.push(division);
  else map.set(name, [division]);
};

function otherKinds({ level, name }: Division): readonly string[] {
  if (level === 'district') return ['县', '区', '市'];
  if (level === 'city') return name.endsWith('自治州') ? ['州', '地区'] : ['市', '地区'];
  return name.endsWith('市') ? [] : ['省', '自治区', '地区', '特区'];
}

function read(): Names {
  const full = new Map<string, Division[]>();
  const short = new Map<string, Division[]>();
  const shortDistrict = new Map<string, Division[]>();
  const otherKind = new Map<string, Division[]>();
  const order = { province: 0, city: 1, district: 2 };
  const all = [...divisions().values()].sort((a, b) => order[a.level] - order[b.level]);
  for (const division of all) {
    add(full, division.name, division);
    const name = shortName(division.name);
    if (name === null) continue;
    if (division.level === 'district') add(shortDistrict, name, division);
    else add(short, name, division);
    for (const ending of otherKinds(division)) add(otherKind, `${name}${ending}`, division);
  }
  for (const [name, code] of Object.entries(former)) {
    const division = divisions().get(code);
    if (division && !full.has(name)) full.set(name, [division]);
  }
  for (const name of otherKind.keys()) if (full.has(name)) otherKind.delete(name);
  const longest = Math.max(...[...full.keys()].map((name) => name.length));
  return { full, short, shortDistrict, otherKind, longest };
}

let known: Names | undefined;

export function names(): Names {
  known ??= read();
  return known;
}
