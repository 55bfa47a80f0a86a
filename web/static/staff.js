// Comforts of the staff's door: single keys with a panel that tells them, and the searches of late, kept in this browser alone.
(() => {
  const door = document.querySelector('.results');
  if (!door) return;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // Where nothing can be kept, nothing is.
    }
  };
  const make = (tag, props) => Object.assign(document.createElement(tag), props);

  // Single keys.
  const panel = document.getElementById('keys');
  const opener = document.getElementById('keys-open');
  const on = document.getElementById('keys-on');
  if (panel && opener && on) {
    opener.hidden = false;
    opener.addEventListener('click', () => panel.showModal());
    on.checked = read('yanju-keys') !== 'off';
    on.addEventListener('change', () => write('yanju-keys', on.checked ? null : 'off'));
  }

  const hits = [...document.querySelectorAll('.hits .hit')];
  const current = () => hits.findIndex((hit) => hit.contains(document.activeElement));
  const focus = (hit) => {
    const title = hit?.querySelector('h2 a');
    if (!title) return;
    title.focus({ preventScroll: true });
    hit.scrollIntoView({ block: 'nearest' });
  };
  const step = (by) => focus(hits[Math.max(0, Math.min(hits.length - 1, current() + by))] ?? hits[0]);
  const nextOrder = () => {
    const orders = [...document.querySelectorAll('.sorting a')];
    const at = orders.findIndex((one) => one.hasAttribute('aria-current'));
    orders[(at + 1) % orders.length]?.click();
  };
  const toFilters = () => {
    const filters = document.querySelector('.filters');
    if (filters) filters.open = true;
    document.getElementById('f-region')?.focus();
  };
  const unfold = () => {
    const whole = hits[current()]?.querySelector('.whole');
    if (whole) whole.open = !whole.open;
  };
  const turn = (rel) => {
    const link = document.querySelector(`.pagination a[rel=${rel}]`);
    if (link) location.assign(link.href);
  };
  const does = {
    j: () => step(1),
    k: () => step(-1),
    x: unfold,
    c: () => hits[current()]?.querySelector('.copy')?.click(),
    f: toFilters,
    s: nextOrder,
    '[': () => turn('prev'),
    ']': () => turn('next'),
    '?': () => panel?.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || panel?.open) return;
    const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
    if (typing) {
      // A list of suggestions closes first.
      if (key === 'Escape' && target.getAttribute('aria-expanded') !== 'true') target.blur();
      return;
    }
    if (!Object.hasOwn(does, key) || read('yanju-keys') === 'off') return;
    event.preventDefault();
    does[key]();
  });

  // Searches of late. What another page may have left there is not trusted.
  const most = 12;
  const recent = () => {
    try {
      const kept = JSON.parse(read('yanju-recent') ?? '[]');
      return Array.isArray(kept)
        ? kept.filter((one) => typeof one?.name === 'string' && /^\/search\?/.test(one.page)).slice(0, most)
        : [];
    } catch {
      return [];
    }
  };
  const keeping = () => read('yanju-recent-off') === null;
  const { recent: page, recentName: name } = door.dataset;
  if (page && keeping()) {
    write(
      'yanju-recent',
      JSON.stringify([{ page, name }, ...recent().filter((one) => one.page !== page)].slice(0, most)),
    );
  }

  const frame = document.getElementById('recent');
  if (!frame) return;
  const words = frame.dataset;
  const draw = () => {
    for (const old of frame.querySelectorAll('ul, .recent-none, .recent-ways')) old.remove();
    const list = recent().filter((one) => one.page !== page);
    const items = make('ul', {});
    for (const one of list) {
      const item = make('li', {});
      item.append(make('a', { href: one.page, textContent: one.name, lang: 'zh-CN' }));
      items.append(item);
    }
    const ways = make('p', { className: 'recent-ways' });
    const button = (text, then) => {
      const made = make('button', { type: 'button', className: 'quiet', textContent: text });
      made.addEventListener('click', () => {
        then();
        draw();
        frame.querySelector('.recent-ways button')?.focus();
      });
      ways.append(made, ' ');
    };
    if (list.length > 0) button(words.clear, () => write('yanju-recent', null));
    if (keeping()) {
      button(words.off, () => {
        write('yanju-recent-off', '1');
        write('yanju-recent', null);
      });
    } else button(words.on, () => write('yanju-recent-off', null));
    if (list.length > 0) frame.querySelector('h2').after(items);
    else frame.querySelector('h2').after(make('p', { className: 'recent-none', textContent: words.none }));
    frame.append(ways);
  };
  draw();
  frame.hidden = false;
})();
