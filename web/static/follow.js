// Runs and the queue keep themselves up to date. Without it the pages are reloaded by a link.
(() => {
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  for (const part of document.querySelectorAll('[data-follow]')) follow(part);

  /** Puts the newest state in the place of the one shown, every other second, until there is nothing more to come. */
  async function follow(part) {
    const told = document.querySelector('[data-follow-told]');
    const reload = () => part.querySelector('[data-reload]');
    const state = () => part.querySelector('[data-run]')?.dataset.run;
    const say = () => {
      const link = reload();
      if (link) link.parentElement.prepend(`${link.dataset.reload} `);
    };
    say();
    for (let pause = 1000; state() === 'going'; ) {
      await sleep(pause);
      if (document.hidden) continue;
      const address = new URL(location.href);
      address.searchParams.set('part', '1');
      const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
      if (answer?.redirected) return location.reload(); // the session has ended
      pause = answer?.ok ? 2000 : Math.min(pause * 2, 30_000);
      if (told) told.textContent = answer?.ok ? '' : part.dataset.lost;
      if (!answer?.ok) continue;
      const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
      part.innerHTML = await answer.text();
      say();
      if (focused !== null)
        [...part.querySelectorAll('a')].find((one) => one.getAttribute('href') === focused)?.focus();
    }
    if (told && state() === 'done') told.textContent = part.querySelector('[data-told]')?.textContent ?? '';
    return undefined;
  }
})();
