// Saved questions, kept in this browser alone: saving from results, and the list on /saved.
(() => {
  const key = 'yanju-saved';
  const most = 100;

  /** What another page or version may have left there is not trusted: only addresses of our own pages are taken. */
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept)
        ? kept.filter(
            (one) =>
              typeof one?.name === 'string' &&
              /^\/(wording|search)?\?/.test(one.page) &&
              /^\/feed\/(search|wording)\.atom\?/.test(one.feed),
          )
        : [];
    } catch {
      return [];
    }
  };
  const write = (list) => {
    try {
      localStorage.setItem(key, JSON.stringify(list.slice(0, most)));
      return true;
    } catch {
      return false;
    }
  };

  // "Save this search": kept here; the link then leads to the list.
  for (const link of document.querySelectorAll('[data-save]')) {
    const { save: page, feed, name, kind, saved } = link.dataset;
    const show = () => {
      link.textContent = saved;
      link.href = '/saved';
    };
    if (read().some((one) => one.page === page)) show();
    link.addEventListener('click', (event) => {
      if (read().some((one) => one.page === page)) return;
      const now = new Date().toISOString();
      if (!write([{ page, feed, name, kind, savedAt: now, seenAt: now }, ...read()])) return;
      event.preventDefault();
      show();
    });
  }

  const frame = document.getElementById('saved');
  if (!frame) return;
  const words = frame.dataset;
  for (const hint of document.querySelectorAll('[data-without-script]')) hint.closest('section').hidden = true;

  const change = (page, values) => write(read().map((one) => (one.page === page ? { ...one, ...values } : one)));
  const make = (tag, props) => Object.assign(document.createElement(tag), props);

  /** Entries since the last look. */
  const countNew = async ({ feed, seenAt }) => {
    const answer = await fetch(feed);
    if (!answer.ok) throw new Error(String(answer.status));
    const xml = new DOMParser().parseFromString(await answer.text(), 'application/xml');
    return [...xml.querySelectorAll('entry > updated')].filter(({ textContent }) => textContent > seenAt).length;
  };

  const item = (one) => {
    const row = make('li', {});
    const name = make('input', { value: one.name, maxLength: 100 });
    name.setAttribute('aria-label', words.rename);
    name.addEventListener('change', () => change(one.page, { name: name.value.trim() || one.name }));
    const kind = make('span', {
      className: 'kind',
      textContent: one.kind === 'wording' ? words.wording : words.search,
    });
    const open = make('a', { href: one.page, textContent: words.open });
    open.addEventListener('click', () => change(one.page, { seenAt: new Date().toISOString() }));
    const feed = make('a', { href: one.feed, textContent: words.feed, type: 'application/atom+xml' });
    const news = make('span', { className: 'news' });
    const remove = make('button', { type: 'button', textContent: words.remove });
    remove.addEventListener('click', () => {
      write(read().filter(({ page }) => page !== one.page));
      draw();
    });
    const about = make('p', {});
    about.append(kind, ' ', news, ' ', open, ' ', feed, ' ', remove);
    row.append(name, about);
    return { row, news };
  };

  const draw = async () => {
    const list = read();
    if (list.length === 0) {
      frame.replaceChildren(make('p', { textContent: words.empty }));
      return;
    }
    const rows = list.map((one) => ({ one, ...item(one) }));
    const items = make('ul', { className: 'saved-list' });
    items.append(...rows.map(({ row }) => row));
    frame.replaceChildren(items);
    for (const { one, news } of rows) {
      // One after the other: a long list is no burden on the server.
      try {
        const count = await countNew(one);
        news.textContent = count > 0 ? words.new.replace('{count}', String(count)) : words.nothingNew;
        news.classList.toggle('some', count > 0);
      } catch {
        news.textContent = words.failed;
      }
    }
  };
  draw();
})();
