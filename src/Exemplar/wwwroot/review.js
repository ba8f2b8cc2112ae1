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
  // After a decision the next proposal that still waits comes under the keyboard.
  document.addEventListener('htmx:afterSwap', (e) => {
    const path = e.detail.requestConfig && e.detail.requestConfig.path;
    if (!path || !path.endsWith('/decide')) return;
    const next = document.querySelector(`.proposal.pending button.primary`);
    const here = e.detail.elt && document.getElementById(e.detail.elt.id);
    const after = here && Array.from(document.querySelectorAll('.proposal')).slice(Array.from(document.querySelectorAll('.proposal')).indexOf(here) + 1)
      .map((p) => p.querySelector('form button.primary')).find((b) => b);
    (after || next || document.body).focus();
  });
})();
