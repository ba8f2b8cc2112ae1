// A button that prints the page; hidden where there are no scripts (the browser's own menu prints as well).
(() => {
  'use strict';
  const arrive = () => document.querySelectorAll('[data-print]').forEach((b) => { b.hidden = false; });
  document.addEventListener('click', (e) => { if (e.target.closest('[data-print]')) window.print(); });
  document.addEventListener('htmx:load', arrive);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', arrive); else arrive();
})();
