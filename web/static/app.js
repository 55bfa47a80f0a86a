// Small comforts on top of pages that work without them: '/' to the search box, copy buttons, folded sides.
(() => {
  const wide = window.matchMedia('(min-width: 60rem)');
  /** Single keys can be turned off, in the panel of the staff's search. */
  const keysOff = () => {
    try {
      return localStorage.getItem('yanju-keys') === 'off';
    } catch {
      return false;
    }
  };

  // '/' goes to the search box, unless something is being typed.
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const box = document.querySelector('[data-slash]');
    if (typing || !box || keysOff()) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // A copy button beside every citation.
  const select = (element) => {
    const selection = window.getSelection();
    selection?.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(element);
    selection?.addRange(range);
  };
  // A button that is called otherwise for a moment says nothing to those who do not see it.
  const told = document.createElement('p');
  told.className = 'hidden';
  told.setAttribute('role', 'status');
  document.querySelector('main')?.append(told);
  for (const source of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = source.dataset.copy;
    const folded = source.dataset.outside === undefined ? null : source.closest('details');
    button.addEventListener('click', async () => {
      select(source);
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = source.dataset.copied;
        told.textContent = source.dataset.copied;
        setTimeout(() => {
          button.textContent = source.dataset.copy;
          told.textContent = '';
        }, 2000);
      } catch {
        // Without leave to use the clipboard the words stay selected, ready for Ctrl+C.
        if (folded) folded.open = true;
        select(source);
      }
    });
    // One click copies what is folded in, too.
    if (folded) folded.after(' ', button);
    else source.after(' ', button);
  }

  // A paragraph's number is a link that lasts: pressing it also copies it.
  document.addEventListener('click', async (event) => {
    const number = event.target instanceof Element ? event.target.closest('[data-permalink]') : null;
    if (!number || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const address = new URL(number.href);
    history.replaceState(null, '', address.pathname + address.search);
    location.hash = address.hash;
    try {
      await navigator.clipboard.writeText(number.href);
      number.classList.add('copied');
      setTimeout(() => number.classList.remove('copied'), 2000);
    } catch {
      // Without leave to use the clipboard the address bar holds the link.
    }
  });

  // Places found in a document: buttons and keys n and N from one to the next, and which one this is.
  const first = document.querySelector('[data-find]');
  if (first) {
    const total = Number(first.dataset.find);
    const at = document.createElement('span');
    at.className = 'at';
    at.setAttribute('role', 'status');
    const now = () => Number(/^#f(\d+)$/.exec(location.hash)?.[1] ?? 0);
    const tell = () => {
      at.textContent = now() ? `${now()} / ${total}` : '';
    };
    const go = (by) => {
      const next = ((now() || (by > 0 ? 0 : 1)) - 1 + by + total) % total;
      location.replace(`#f${next + 1}`);
    };
    const button = (by, name, sign) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = sign;
      made.setAttribute('aria-label', name);
      made.addEventListener('click', () => go(by));
      return made;
    };
    const through = document.createElement('span');
    through.className = 'through';
    through.append(button(-1, first.dataset.previous, '‹'), at, button(1, first.dataset.next, '›'));
    first.replaceWith(through);
    window.addEventListener('hashchange', tell);
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
      if (keysOff()) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    });
    tell();
  }

  // Where a paragraph is said elsewhere comes below it; without this the link leads to a page.
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-elsewhere]') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const paragraph = link.parentElement;
    const shown = paragraph.nextElementSibling;
    if (shown?.matches('.elsewhere')) {
      shown.hidden = !shown.hidden;
      link.setAttribute('aria-expanded', String(!shown.hidden));
      return;
    }
    if (link.getAttribute('aria-busy')) return;
    link.setAttribute('aria-busy', 'true');
    const answer = await fetch(`${link.href}&part=1`).catch(() => null);
    const holder = document.createElement('template');
    if (answer?.ok) holder.innerHTML = await answer.text();
    const section = holder.content.querySelector('.elsewhere') ?? document.createElement('p');
    if (!answer?.ok) section.textContent = link.dataset.elsewhere;
    paragraph.after(section);
    link.removeAttribute('aria-busy');
    if (answer?.ok) link.setAttribute('aria-expanded', 'true');
  });

  // Sides that a wide screen shows anyway are open there, so that assistive tools are told so.
  const unfold = () => {
    for (const side of document.querySelectorAll('[data-open-wide]')) side.open = wide.matches;
  };
  if (wide.matches) unfold(); // on a phone what is open says what was wrong
  wide.addEventListener('change', unfold);

  // The menu closes when it is left: by a press elsewhere, or by Escape.
  const menu = document.querySelector('.menu');
  document.addEventListener('click', (event) => {
    if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  menu?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });

  // Opens at the passage even when its anchor is from before the document was ingested again.
  const fragment = location.hash.slice(1);
  const opened = document.querySelector('[aria-current="location"]:is(p, h2, h3, h4, h5, h6)');
  if (opened && /^p\d+$/.test(fragment) && !document.getElementById(fragment)) opened.scrollIntoView();

  // The outline's present entry in sight.
  const entry = document.querySelector('.outline [aria-current]');
  const frame = entry?.closest('.outline');
  if (entry && frame && wide.matches) frame.scrollTop = entry.offsetTop - frame.clientHeight / 3;

  // n and p: to the next and the previous change of a comparison, while the focus is in the page's main part (a click is enough).
  const changes = [...document.querySelectorAll('[data-change]')];
  if (changes.length > 0) {
    document.addEventListener('keydown', (event) => {
      if (keysOff() || !['n', 'p'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (!(target instanceof Element && target.closest('main')) || target.closest('input, textarea, select')) return;
      const at = changes.findIndex((change) => change.contains(document.activeElement));
      const top = (change) => change.getBoundingClientRect().top;
      const forward = event.key === 'n';
      const nearest = forward ? changes.find((one) => top(one) > 24) : changes.findLast((one) => top(one) < -1);
      const next = at < 0 ? nearest : changes[at + (forward ? 1 : -1)];
      if (!next) return;
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'start' });
    });
  }

  // A verdict on a hit is sent without leaving the page; without this the form leads to a page that says it was kept.
  for (const form of document.querySelectorAll('form[data-judge]')) {
    const told = document.createElement('p');
    told.setAttribute('role', 'status');
    form.after(told);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const fields = new URLSearchParams(new FormData(form, event.submitter));
      const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => null);
      told.textContent = answer?.ok ? form.dataset.judge : form.dataset.failed;
      form.hidden = answer?.ok ?? false;
    });
  }
})();
