// What is used of word-extractor, which carries no types.
declare module 'word-extractor' {
  interface Options {
    /** true, the default, would turn “ ” and — into ASCII */
    filterUnicode: boolean;
  }
  interface WordDocument {
    getBody(options: Options): string;
    getFootnotes(options: Options): string;
    getEndnotes(options: Options): string;
    getTextboxes(options: Options & { includeHeadersAndFooters: boolean }): string;
    getHeaders(options: Options & { includeFooters: boolean }): string;
    getFooters(options: Options): string;
  }
  class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
  export = WordExtractor;
}
