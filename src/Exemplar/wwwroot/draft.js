// Keeps in this browser what was typed and not saved yet, so that a lost line, a closed window or a restart costs nothing.
// Passwords and files are never kept. A form opts in with data-draft="where to keep it".
(() => {
  'use strict';
  const use = (act) => { try { return act(window.localStorage); } catch (e) { return null; } };   // storage may be switched off
  const keeps = (field) => field.name && field.name !== '__RequestVerificationToken'
    && !field.name.endsWith('.Version') && !['submit', 'button', 'password', 'file'].includes(field.type);
  const isBox = (field) => field.type === 'checkbox' || field.type === 'radio';
  const written = (form) => JSON.stringify(Array.from(form.elements).filter((f) => keeps(f) && (!isBox(f) || f.checked)).map((f) => [f.name, f.value]));

  const restore = (form) => {
    if (form.closest('[data-answer=yes]')) { use((s) => s.setItem(form.dataset.draft, written(form))); return; }   // newer than any draft: a list was matched, a field refused
    const draft = use((s) => s.getItem(form.dataset.draft));
    if (!draft || draft === written(form)) return;
    const kept = JSON.parse(draft);
    Array.from(form.elements).filter(keeps).forEach((field) => {
      const values = kept.filter((pair) => pair[0] === field.name).map((pair) => pair[1]);
      if (isBox(field)) field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    });
    if (!form.querySelector('[data-draft-discard]')) form.insertAdjacentHTML('afterbegin',
      '<p class="notice" role="status">已恢复上次没有保存的内容。<button type="button" data-draft-discard>放弃</button></p>');
  };

  const arrive = (root) => {
    root.querySelectorAll('[data-draft-done]').forEach((done) => use((s) => s.removeItem(done.dataset.draftDone)));
    root.querySelectorAll('form[data-draft]').forEach(restore);
    root.querySelectorAll('.menu [aria-current=page]').forEach((a) => a.scrollIntoView({ block: 'nearest', inline: 'center' }));   // on a phone the menu is wider than the screen
    const wrong = root.querySelector('[aria-invalid=true]');
    if (wrong) wrong.focus();
  };
  const offline = (yes) => document.querySelectorAll('[data-offline]').forEach((e) => { e.hidden = !yes; });
  const free = () => document.querySelectorAll('[data-busy] button[disabled]').forEach((b) => { b.disabled = false; b.textContent = b.dataset.said; });

  document.addEventListener('input', (e) => {
    const form = e.target.closest('form[data-draft]');
    if (form) use((s) => s.setItem(form.dataset.draft, written(form)));
  });
  document.addEventListener('click', (e) => {
    if (!e.target.closest('[data-draft-discard]')) return;
    use((s) => s.removeItem(e.target.closest('form').dataset.draft));
    window.location.reload();
  });
  // What takes longer than a moment says so, on the button that was pressed. Disabled after sending, or its value would be lost.
  document.addEventListener('submit', (e) => {
    const busy = e.target.dataset.busy;
    const button = e.submitter || e.target.querySelector('button.primary');
    if (busy && button) setTimeout(() => { button.dataset.said = button.textContent; button.textContent = busy; button.disabled = true; }, 0);
  });
  // A file is no page to be swapped in: the browser fetches it itself.
  document.addEventListener('htmx:beforeOnLoad', (e) => {
    if (!/attachment/.test(e.detail.xhr.getResponseHeader('Content-Disposition') || '') || e.detail.requestConfig.verb !== 'get') return;
    e.preventDefault();
    window.location.href = e.detail.pathInfo.requestPath;
  });
  document.addEventListener('htmx:sendError', () => { offline(true); free(); });
  document.addEventListener('htmx:afterOnLoad', () => offline(false));
  // A swapped page is put at its top; one that was asked for at a place goes there.
  document.addEventListener('htmx:afterSettle', () => setTimeout(() => {
    const goal = window.location.hash.length > 1 && document.getElementById(window.location.hash.slice(1));
    const wrong = document.querySelector('main [aria-invalid=true]');
    if (goal) { goal.scrollIntoView({ block: 'start' }); if (goal.getAttribute('tabindex') === '-1') goal.focus({ preventScroll: true }); }
    if (wrong) wrong.scrollIntoView({ block: 'center' });
  }, 0));
  document.addEventListener('htmx:load', (e) => arrive(e.detail.elt.querySelectorAll ? e.detail.elt : document));
  window.addEventListener('pageshow', free);
  if (!window.htmx) document.addEventListener('DOMContentLoaded', () => { if (!window.htmx) arrive(document); });
})();
