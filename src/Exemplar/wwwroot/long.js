// What may take more than a second says how long it has been at it, and can be stopped. An import is one commit:
// stopped before it, nothing of it is kept; the page opened again says which. Without this the browser's own signs remain.
(() => {
  'use strict';
  let running = null;
  const begin = (form) => {
    const began = Date.now();
    const box = document.createElement('p');
    box.className = 'notice';
    box.setAttribute('role', 'status');
    Object.assign(box.style, { position: 'sticky', top: '8px', zIndex: 3 });   // in sight wherever the button was
    box.innerHTML = '<span></span> <button type="button">停止</button>';
    const words = box.querySelector('span');
    const tick = () => {
      words.textContent = `${form.dataset.long}，已 ${Math.round((Date.now() - began) / 1000)} 秒……`;
      if (!box.isConnected) form.before(box);
    };
    const timer = setInterval(tick, 1000);
    running = { form, end: () => { clearInterval(timer); box.remove(); running = null; } };
    box.querySelector('button').addEventListener('click', () => {
      clearInterval(timer);
      running = null;
      form.dispatchEvent(new CustomEvent('htmx:abort'));
      box.innerHTML = '已停止。<a>重新打开这一页</a>，看有没有办完；没有办完的，什么也没有留下，可以再办一次。';
      box.querySelector('a').href = location.href;
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
