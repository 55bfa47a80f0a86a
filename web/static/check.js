// The drafting desk with a script: says that it is at work, sends once, and remembers in this browser what was dismissed.
(() => {
  for (const form of document.querySelectorAll('form[data-checking]')) {
    const told = document.createElement('p');
    told.className = 'busy';
    told.setAttribute('role', 'status');
    form.append(told);
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (event.submitter?.hasAttribute('data-download')) return;
      if (sent) event.preventDefault();
      sent = true;
      told.textContent = form.dataset.checking;
    });
    // A page that comes back from the browser's cache may be sent again.
    window.addEventListener('pageshow', () => {
      sent = false;
      told.textContent = '';
    });
  }

  // A link to what is folded unfolds it, also where the browser does not do so by itself.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let folded = target ? target.closest('details:not([open])') : null;
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest('details:not([open])')) folded.open = true;
    target.scrollIntoView();
  };
  window.addEventListener('hashchange', unfold);
  unfold();

  const again = document.getElementById('again');
  if (!again) return;
  const name = `yanju-dismissed:${again.dataset.draft}`;
  const field = again.elements.dismissed;
  const read = (text) => {
    try {
      const list = JSON.parse(text ?? '[]');
      return Array.isArray(list) ? list.filter((one) => typeof one?.key === 'string') : [];
    } catch {
      return [];
    }
  };
  let stored = [];
  try {
    stored = read(localStorage.getItem(name));
  } catch {
    return; // storage is switched off: the form carries it all
  }
  const here = read(field.value);
  const keep = (list) => {
    try {
      localStorage.setItem(name, JSON.stringify(list));
    } catch {
      // full, or switched off
    }
  };
  const forgotten = stored.filter(
    ({ key }) => !here.some((one) => one.key === key) && document.getElementById(`f-${key}`),
  );
  if (here.length > 0 || forgotten.length === 0) {
    if (here.length > 0) keep(here);
  } else {
    const offer = document.querySelector('[data-remembered]');
    offer.querySelector('span').textContent = offer.dataset.remembered.replace('{n}', forgotten.length);
    offer.hidden = false;
    offer.querySelector('button').addEventListener('click', () => {
      field.value = JSON.stringify(forgotten);
      again.requestSubmit();
    });
  }
  // The last one brought back leaves nothing dismissed: that is remembered too.
  for (const button of document.querySelectorAll('button[name="restore"]')) {
    button.addEventListener('click', () => keep(here.filter(({ key }) => key !== button.value)));
  }
})();
