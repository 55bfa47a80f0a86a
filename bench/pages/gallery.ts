// The pictures of all pages and states on one page of Markdown.
import type { Look } from './browser.js';
import type { State } from './states.js';

export function galleryOf(
  states: readonly State[],
  pictured: readonly Look[],
  nameOf: (state: State, look: Look) => string,
): string {
  const lines = states.map((state) => {
    const links = pictured.map((look) => {
      const name = nameOf(state, look);
      return look.width === 'phone' && look.scheme === 'light'
        ? `<img src="${name}.webp" alt="" height="360">`
        : look.language === 'zh' && look.scheme === 'light'
          ? `<img src="${name}.webp" alt="${state.zh} · ${state.name}" height="360">`
          : `[${look.language}, ${look.width}, ${look.scheme}](${name}.webp)`;
    });
    const [images, others] = [
      links.filter((link) => link.startsWith('<')),
      links.filter((link) => !link.startsWith('<')),
    ];
    return `## ${state.zh} · ${state.name}\n\n${images.join('\n')}\n\n${others.join(' · ')}\n`;
  });
  return `# 每一页，每一种状态 · Every page and state\n\nMade by \`npm run bench:pages -- --pictures docs/images/pages\` of the bundled examples.\n\n${lines.join('\n')}`;
}
