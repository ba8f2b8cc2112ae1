// On the review page: whichever proposal is looked at lights its place in the source, and the other way round.
(() => {
  'use strict';
  const light = (item, scroll) => {
    document.querySelectorAll('.lit').forEach((e) => e.classList.remove('lit'));
    document.querySelectorAll(`[data-item="${item}"]`).forEach((e) => e.classList.add('lit'));
    const target = scroll && document.querySelector(scroll + `[data-item="${item}"]`);
    if (!target) return;
    const pane = target.closest('.source-pane');
    if (pane) pane.scrollTop += target.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    else target.scrollIntoView({ block: 'center' });
  };
  const itemOf = (e, selector) => { const found = e.target.closest && e.target.closest(selector); return found && found.dataset.item; };

  if (window.reviewIsOn) return;   // a boosted visit loads the script again
  window.reviewIsOn = true;
  ['focusin', 'click'].forEach((kind) => document.addEventListener(kind, (e) => {
    const card = itemOf(e, '.proposal');
    const span = itemOf(e, '.source-pane mark');
    if (card) light(card, '.source-pane mark');
    else if (span && kind === 'click') light(span, '.proposal');
  }));
  // One key does what a button of the looked-at proposal does: whichever has it in aria-keyshortcuts. Typing is typing.
  const remembers = 'review-keys';
  const keysAreOn = () => { try { return window.localStorage.getItem(remembers) !== 'off'; } catch (e) { return true; } };
  const cards = () => Array.from(document.querySelectorAll('.proposals .proposal'));
  const here = () => (document.activeElement && document.activeElement.closest('.proposal')) || document.querySelector('.proposal.lit');
  const goTo = (card) => {
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'center' });
  };
  const press = (key) => {
    const card = here();
    if (key === 'j' || key === 'k') {
      const all = cards();
      const at = all.indexOf(card) + (key === 'j' ? 1 : -1);
      goTo(card ? all[at] : all[0]);
      return true;
    }
    const scope = key === 'u' ? document.getElementById('review-bar') : card;
    const button = scope && scope.querySelector(`[aria-keyshortcuts="${key.toUpperCase()}"]`);
    if (button) button.click();
    return !!button;
  };
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || e.isComposing || !document.querySelector('.review') || !keysAreOn()) return;
    if (e.target.closest('input, textarea, select, [contenteditable]')) return;
    const key = e.key === 'Process' ? e.code.replace('Key', '').toLowerCase() : e.key.toLowerCase();   // a Chinese input method that is switched on
    if (/^[a-z]$/.test(key) && press(key)) e.preventDefault();
  });
  document.addEventListener('change', (e) => {
    if (!e.target.matches('[data-keys-on]')) return;
    try { window.localStorage.setItem(remembers, e.target.checked ? 'on' : 'off'); } catch (x) { /* storage may be switched off */ }
  });
  const arrive = () => {
    document.querySelectorAll('[data-keys]').forEach((e) => { e.hidden = false; e.querySelector('[data-keys-on]').checked = keysAreOn(); });
    const list = document.querySelector('.proposals[data-at]');
    if (!list) return;
    const card = document.getElementById(list.dataset.at);
    list.removeAttribute('data-at');
    setTimeout(() => goTo(card), 50);   // after a swapped page was put at its top
  };
  document.addEventListener('htmx:load', arrive);
  arrive();

  // After a decision the next proposal that still waits comes under the keyboard.
  document.addEventListener('htmx:afterSwap', (e) => {
    const path = e.detail.requestConfig && e.detail.requestConfig.path;
    if (!path || !path.startsWith('/plan-items/') || !document.querySelector('.review')) return;
    const decided = document.getElementById(`i-${path.split('/')[2].replace(/-/g, '')}`);
    if (!path.endsWith('/decide') || e.detail.requestConfig.verb !== 'post') {   // a form to fill in, or the card after it
      const field = decided && decided.querySelector('.editing [aria-invalid=true], textarea');
      if (field) {
        field.focus({ preventScroll: true });
        decided.scrollIntoView({ block: 'start' });   // what is said above the fields is read first
      } else goTo(decided);
      return;
    }
    const all = cards();
    const waits = (card) => card.classList.contains('pending');
    const next = all.slice(all.indexOf(decided) + 1).find(waits) || all.find(waits);
    if (decided && decided.querySelector('[role=alert]')) goTo(decided);   // somebody was quicker: that is to be read first
    else goTo(next || decided);
  });
})();
