// Suggestions while typing: the search box becomes a combobox (WAI-ARIA Authoring Practices, list autocomplete with manual
// selection). Without this script, or without an answer, the box is a plain one.
(() => {
  const WAIT_MS = 150;
  const boxes = document.querySelectorAll('[data-suggest]');

  for (const [number, box] of boxes.entries()) {
    const list = document.createElement('ul');
    list.id = `suggestions-${number}`;
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', box.dataset.suggestLabel);
    list.hidden = true;
    const told = document.createElement('span');
    told.className = 'hidden';
    told.setAttribute('role', 'status');
    box.after(list, told);
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': list.id,
    })) {
      box.setAttribute(name, value);
    }

    let active = -1;
    let timer;
    let asking;
    const options = () => [...list.children];

    const activate = (index) => {
      active = index;
      for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === index));
      if (index === -1) box.removeAttribute('aria-activedescendant');
      else {
        box.setAttribute('aria-activedescendant', options()[index].id);
        options()[index].scrollIntoView({ block: 'nearest' });
      }
    };
    const close = () => {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      box.setAttribute('aria-expanded', 'false');
      activate(-1);
      told.textContent = '';
    };
    const choose = (index) => {
      box.value = options()[index].dataset.text;
      close();
      if (!('suggestFill' in box.dataset)) box.form.requestSubmit();
    };
    const optionOf = ({ text, kind }, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.dataset.text = text;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const words = document.createElement('span');
      words.lang = 'zh-CN';
      words.textContent = text;
      const what = document.createElement('small');
      what.textContent = box.dataset[`suggest_${kind}`] ?? '';
      option.append(words, ' ', what);
      // The press would take the focus out of the box, which closes the list.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(options().indexOf(option)));
      return option;
    };
    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map(optionOf));
      activate(-1);
      list.hidden = suggestions.length === 0;
      box.setAttribute('aria-expanded', String(!list.hidden));
      told.textContent = list.hidden ? '' : box.dataset.suggestCount.replace('{count}', suggestions.length);
    };
    const ask = async () => {
      const typed = box.value.trim();
      asking?.abort();
      if (typed === '' || typed.length > 100) return close();
      asking = new AbortController();
      const { signal } = asking;
      try {
        const asked = new URL(box.dataset.suggest, location.href);
        asked.searchParams.set('q', typed);
        const response = await fetch(asked, { signal });
        const { suggestions } = response.ok ? await response.json() : { suggestions: [] };
        if (!signal.aborted && document.activeElement === box) show(suggestions);
      } catch {
        // Asked again meanwhile, or out of reach: the box works without.
      }
    };

    box.addEventListener('input', (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(ask, WAIT_MS);
    });
    box.addEventListener('compositionend', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT_MS);
    });
    box.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const count = list.hidden ? 0 : options().length;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (count === 0) return void ask();
        // Past either end the box itself is next.
        const step = event.key === 'ArrowDown' ? 1 : -1;
        activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
      } else if (event.key === 'Enter' && active !== -1) {
        event.preventDefault();
        choose(active);
      } else if (event.key === 'Escape' && count > 0) {
        event.preventDefault(); // the first press closes the list, the next one empties the box
        close();
      }
    });
    box.addEventListener('blur', close);
    box.form.addEventListener('submit', close);
  }
})();
