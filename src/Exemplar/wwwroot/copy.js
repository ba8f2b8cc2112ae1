// A button that copies a text field; hidden where the browser cannot (the text can be selected by hand).
(() => {
  'use strict';
  const arrive = () => document.querySelectorAll('[data-copy]').forEach((b) => { b.hidden = false; });
  const copy = (field) => {
    field.select();
    if (navigator.clipboard) return navigator.clipboard.writeText(field.value);
    return Promise.resolve(document.execCommand('copy'));
  };
  document.addEventListener('click', (e) => {
    const button = e.target.closest('[data-copy]');
    if (!button) return;
    copy(document.getElementById(button.dataset.copy)).then(() => { button.textContent = '已复制'; });
  });
  document.addEventListener('htmx:load', arrive);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', arrive); else arrive();
})();
