// Sending files in batches, with what is chosen, a folder and a drop. Without it the form sends everything at once.
(() => {
  const MB = 1024 * 1024;
  /** of one request: small files go together, a large one alone */
  const BATCH = { files: 20, bytes: 16 * MB };
  const LISTED = 200;
  const TRIES = 4;
  const ignored = (name) => name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const sized = (bytes) => (bytes < MB ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const make = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  for (const form of document.querySelectorAll('form[data-upload]')) upload(form);

  /** Files of a drop, those of its folders by their paths. */
  async function dropped(items) {
    const found = [];
    const walk = async (entry) => {
      if (entry.isFile) {
        const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
        found.push({ file, path: entry.fullPath.replace(/^\//, '') });
        return;
      }
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) return;
        for (const one of some) await walk(one);
      }
    };
    const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    for (const entry of entries) await walk(entry);
    return found;
  }

  function upload(form) {
    const words = JSON.parse(form.dataset.upload);
    const say = (key, values = {}) => fill(words[key], values);
    const fileMb = Number(form.dataset.fileMb);
    const folder = form.elements.folder;
    const submit = form.querySelector('[type="submit"]');
    const input = form.querySelector('#files');
    /** by path in the folder that is typed */
    const chosen = new Map();
    let [skipped, sending, stopping, run, request, most] = [0, false, false, null, null, BATCH.files];

    form.querySelector('[data-limits]').textContent = say('uploadLimitsScript', { file: fileMb });
    const whole = make('input', { type: 'file', multiple: true, hidden: true, webkitdirectory: true, tabIndex: -1 });
    const choose = make('button', { type: 'button', className: 'quiet', textContent: say('uploadFolderChoose') });
    choose.addEventListener('click', () => whole.click());
    const zone = make('p', { className: 'drop' }, choose, ' ', make('span', { textContent: say('uploadDrop') }));
    input.parentElement.after(zone, whole);
    const list = make('ul', { className: 'chosen' });
    const bar = make('progress', { className: 'sent', hidden: true, max: 1, value: 0 });
    bar.setAttribute('aria-label', submit.textContent);
    const status = make('p', { className: 'told' });
    status.setAttribute('role', 'status');
    const actions = make('p', { className: 'links' });
    submit.before(list);
    submit.after(bar, status, actions);

    const pathOf = (path) => {
      const names = folder.value
        .split('/')
        .map((part) => part.trim())
        .filter(Boolean);
      return [...names, path].join('/').normalize('NFC');
    };
    const waiting = () => [...chosen.values()].filter((one) => one.state === 'waiting');

    function tell() {
      const all = [...chosen.values()];
      const bytes = all.reduce((sum, { file }) => sum + file.size, 0);
      const parts = [
        ...(all.length > 0 ? [say('uploadChosen', { count: all.length, size: sized(bytes) })] : []),
        ...(skipped > 0 ? [say('uploadSkipped', { count: skipped })] : []),
      ];
      status.textContent = parts.join(' · ');
    }

    function show() {
      list.replaceChildren(
        ...[...chosen.values()].slice(0, LISTED).map((one) => {
          const out = make('button', { type: 'button', className: 'out', textContent: '×', disabled: sending });
          out.setAttribute('aria-label', say('uploadTakeOut', { name: one.path }));
          out.addEventListener('click', () => {
            chosen.delete(one.path);
            show();
            (list.querySelector('button') ?? input).focus();
          });
          const size = make('small', { textContent: sized(one.file.size) });
          const name = make('span', { className: 'path', textContent: one.path, lang: 'zh-CN' });
          const note = make('small', {
            className: one.state === 'refused' ? 'error' : 'warned',
            textContent: one.note,
          });
          return make(
            'li',
            { className: `is-${one.state}` },
            name,
            ' ',
            size,
            ' ',
            note,
            ...(one.state === 'sent' ? [] : [out]),
          );
        }),
        ...(chosen.size > LISTED
          ? [make('li', { textContent: say('uploadMore', { count: chosen.size - LISTED }) })]
          : []),
      );
      tell();
    }

    /** Which of them are in the archive under the same name, asked some at a time. */
    async function askHeld() {
      const asked = waiting();
      for (let at = 0; at < asked.length; at += 500) {
        const part = asked.slice(at, at + 500);
        const body = JSON.stringify({ names: part.map(({ path }) => pathOf(path)) });
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
        const answer = await fetch('/admin/held', { method: 'POST', body, headers }).catch(() => null);
        if (!answer?.ok) return;
        const { held } = await answer.json();
        const byName = new Map(held.map((one) => [one.file, one]));
        for (const one of part) {
          const there = byName.get(pathOf(one.path));
          one.note = there ? say('uploadNewVersion', { title: there.title, version: there.version + 1 }) : '';
        }
      }
      show();
    }

    function add(files) {
      for (const { file, path } of files) {
        if (path.split('/').some(ignored)) {
          skipped++;
          continue;
        }
        const large = file.size > fileMb * MB;
        const note = large ? say('uploadTooLarge', { file: fileMb }) : '';
        chosen.set(path, { file, path, state: large ? 'refused' : 'waiting', note });
      }
      show();
      askHeld();
    }
    const taken = (from) => {
      add([...from.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      from.value = '';
    };
    input.addEventListener('change', () => taken(input));
    whole.addEventListener('change', () => taken(whole));
    folder.addEventListener('change', askHeld);
    for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
      form.addEventListener(kind, (event) => {
        event.preventDefault();
        form.classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
      });
    }
    form.addEventListener('drop', async (event) => {
      if (!sending) add(await dropped(event.dataTransfer.items));
    });
    window.addEventListener('beforeunload', (event) => {
      if (sending) event.preventDefault();
    });

    /** Some of what waits, within the limits of one request. */
    function nextBatch() {
      const batch = [];
      let bytes = 0;
      for (const one of waiting()) {
        if (batch.length > 0 && (batch.length >= most || bytes + one.file.size > BATCH.bytes)) break;
        batch.push(one);
        bytes += one.file.size;
      }
      return batch;
    }

    /** Sends one request; resolves to its status (0: it did not get through) and its answer. */
    function send(batch, onBytes) {
      const data = new FormData();
      data.append('key', form.elements.key.value);
      data.append('folder', folder.value);
      if (run !== null) data.append('into', run);
      for (const { file, path } of batch) data.append('files', file, path);
      return new Promise((resolve) => {
        request = new XMLHttpRequest();
        request.open('POST', form.action);
        request.setRequestHeader('Accept', 'application/json');
        request.responseType = 'json';
        request.upload.addEventListener('progress', (event) => onBytes(event.loaded));
        const end = () =>
          resolve({
            status: request.status,
            answer: request.response,
            after: request.getResponseHeader('Retry-After'),
          });
        for (const kind of ['load', 'error', 'abort']) request.addEventListener(kind, end);
        request.send(data);
      });
    }

    async function renewKey() {
      const answer = await fetch('/admin/session', { headers: { Accept: 'application/json' } }).catch(() => null);
      if (!answer?.ok) return false;
      form.elements.key.value = (await answer.json()).key;
      return true;
    }

    function pause(message, withSignIn = false) {
      const again = make('button', { type: 'button', className: 'quiet', textContent: say('uploadContinue') });
      again.addEventListener('click', start);
      const signIn = make('a', { href: '/sign-in', target: '_blank', textContent: say('signIn') });
      const seen = make('a', { href: `/admin/runs/${run}`, textContent: say('uploadSeeRun') });
      actions.replaceChildren(...(withSignIn ? [signIn, ' '] : []), again, ...(run === null ? [] : [' ', seen]));
      status.textContent = message;
      again.focus();
    }

    async function sendAll() {
      const all = [...chosen.values()].filter(({ state }) => state !== 'refused');
      const total = all.reduce((sum, { file }) => sum + file.size, 0) || 1;
      const sentBytes = () => all.filter(({ state }) => state === 'sent').reduce((sum, { file }) => sum + file.size, 0);
      let tries = 0;
      for (let batch = nextBatch(); batch.length > 0 && !stopping; batch = nextBatch()) {
        status.textContent = say('uploadSending', {
          done: all.filter(({ state }) => state === 'sent').length,
          total: all.length,
        });
        const base = sentBytes();
        const {
          status: code,
          answer,
          after,
        } = await send(batch, (bytes) => {
          bar.value = Math.min(1, (base + bytes) / total);
        });
        if (stopping) break;
        if (code === 202) {
          tries = 0;
          run = answer.run;
          for (const one of batch) Object.assign(one, { state: 'sent', note: '' });
        } else if (code === 401) {
          return pause(say('uploadSignedOut', { left: waiting().length }), true);
        } else if (code === 403 && tries++ < 1 && (await renewKey())) {
          // the session is another one: its key holds
        } else if ((code === 0 || code === 429 || code >= 500) && tries++ < TRIES) {
          await sleep(Math.min(60, Number(after) || 2 ** tries) * 1000);
        } else if (code === 0 || code === 429 || code >= 500) {
          const [left, why] = [waiting().length, answer?.detail];
          return pause(why ? say('uploadHalted', { left, why }) : say('uploadLost', { left }));
        } else if (batch.length > 1) {
          most = 1; // one of them is wrong: each by itself
        } else {
          for (const one of batch)
            Object.assign(one, { state: 'refused', note: say('uploadRefused', { why: answer?.detail ?? code }) });
        }
        show();
      }
      bar.value = sentBytes() / total;
      if (stopping) return pause(say('uploadStopped', { left: waiting().length }));
      const refused = [...chosen.values()].some(({ state }) => state === 'refused');
      if (run === null || refused) {
        tell();
        actions.replaceChildren(
          ...(run === null ? [] : [make('a', { href: `/admin/runs/${run}`, textContent: say('uploadSeeRun') })]),
        );
        return undefined;
      }
      status.textContent = say('uploadSent');
      sending = false;
      location.assign(`/admin/runs/${run}`);
      return undefined;
    }

    async function start() {
      if (sending) return;
      if (waiting().length === 0) {
        status.textContent = say('uploadNone');
        input.focus();
        return;
      }
      [sending, stopping] = [true, false];
      submit.disabled = true;
      bar.hidden = false;
      const stop = make('button', { type: 'button', className: 'quiet', textContent: say('uploadCancel') });
      stop.addEventListener('click', () => {
        stopping = true;
        request?.abort();
      });
      actions.replaceChildren(stop);
      await renewKey();
      show();
      await sendAll();
      sending = false;
      submit.disabled = false;
      for (const out of list.querySelectorAll('button')) out.disabled = false;
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      start();
    });
  }
})();
