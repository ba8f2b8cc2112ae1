// What may take more than a second says how long it has been at it, and can be stopped. An import is one commit:
// stopped before it, nothing of it is kept; the page opened again says which. Without this the browser's own signs remain.
// A form with data-progress has a page that says how much is done and cancels it: the answer then comes as any other.
(() => {
  'use strict';
  let running = null;
  const begin = (form) => {
    const began = Date.now();
    const box = document.createElement('p');
    box.className = 'notice';
    box.setAttribute('role', 'status');
    Object.assign(box.style, { position: 'sticky', top: '8px', zIndex: 3 });   // in sight wherever the button was
    const at = form.dataset.progress;
    box.innerHTML = '<span></span> <span data-share></span> <button type="button"></button>';
    const words = box.querySelector('span');
    const button = box.querySelector('button');
    button.textContent = at ? '取消导入' : '停止';
    const ask = (more) => fetch(at, { headers: { 'HX-Request': 'true' }, ...more });
    const look = () => ask().then((a) => (a.status === 200 ? a.text() : '')).then((html) => { if (running && running.box === box) box.querySelector('[data-share]').innerHTML = html; }).catch(() => {});
    const tick = () => {
      words.textContent = `${form.dataset.long}，已 ${Math.round((Date.now() - began) / 1000)} 秒……`;
      if (!box.isConnected) form.before(box);
      if (at) look();
    };
    const timer = setInterval(tick, 1000);
    running = { form, box, end: () => { clearInterval(timer); box.remove(); running = null; } };
    const abort = () => {
      clearInterval(timer);
      running = null;
      form.dispatchEvent(new CustomEvent('htmx:abort'));
      box.innerHTML = '已停止。<a>重新打开这一页</a>，看有没有办完；没有办完的，什么也没有留下，可以再办一次。';
      box.querySelector('a').href = location.href;
    };
    button.addEventListener('click', () => {
      if (!at) { abort(); return; }
      button.disabled = true;
      ask({ method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]').value }) })
        .then((a) => { if (!a.ok && running && running.box === box) abort(); }, abort);   // nothing to cancel: it was no import that was asked for
    });
  };
  if (window.exemplarLong) return;   // a page that is opened twice brings this twice
  window.exemplarLong = true;
  document.addEventListener('htmx:beforeRequest', (e) => {
    const form = e.target.closest && e.target.closest('form[data-long]');
    if (form && !running) begin(form);
  });
  document.addEventListener('htmx:afterRequest', (e) => {
    if (running && (e.target === running.form || running.form.contains(e.target) || !running.form.isConnected)) running.end();
  });
})();
