// Word files of numbered paragraphs, written as WordprocessingML, for measuring what is read of their numbers.
import { strToU8, zipSync } from 'fflate';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relation = (type: string, target: string): string =>
  `<Relationship Id="${type}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (entries: string): Uint8Array =>
  strToU8(`<Relationships xmlns="${packageRelations}">${entries}</Relationships>`);

export interface WordParts {
  readonly body: string;
  readonly numbering: string;
  readonly styles?: string;
}

export function writeDocx({ body, numbering, styles = '' }: WordParts): Uint8Array {
  const part = (root: string, content: string): Uint8Array => strToU8(`<w:${root} ${word}>${content}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('styles', 'styles.xml') + relation('numbering', 'numbering.xml'),
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
  });
}

export interface LevelSpec {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  /** elements between the format and the text: w:suff, w:isLgl, w:lvlRestart, w:pStyle */
  readonly more?: string;
}

export const level = ({ format, text, start = 1, more = '' }: LevelSpec, at: number): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const definition = (id: number, levels: readonly LevelSpec[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`;
export const instance = (id: number, definitionId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${overrides}</w:num>`;
export const startAt = (at: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
export const insteadOf = (at: number, spec: LevelSpec): string =>
  `<w:lvlOverride w:ilvl="${at}">${level(spec, at)}</w:lvlOverride>`;

export const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const reference = (numId: number, at?: number): string =>
  `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;
export const paragraph = (properties: string, content: string): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const style = (id: string, properties: string, basedOn = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
export const inStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
