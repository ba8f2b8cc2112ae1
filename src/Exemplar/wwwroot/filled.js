// After a form was filled and downloaded, the page says what was filled and what was left open. Without this script, or where it fails, the browser downloads by itself and the page stays as it is.
(() => {
  'use strict';
  if (window.exemplarFilled) return;   // a page that is opened twice brings this twice
  window.exemplarFilled = true;
  const nameIn = (header) => { const found = /filename\*=UTF-8''([^;]+)/i.exec(header); return found ? decodeURIComponent(found[1]) : ''; };
  const keep = (file, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const tell = (form, said) => {
    const box = form.querySelector('[data-told]');
    box.replaceChildren(...said.told.map((sentence) => { const line = document.createElement('p'); line.textContent = sentence; return line; }));
    box.hidden = false;
    box.scrollIntoView({ block: 'nearest' });
    form.querySelectorAll('.error, .notice.bad').forEach((e) => e.remove());   // what was asked before is answered
    form.querySelectorAll('[aria-invalid]').forEach((e) => e.removeAttribute('aria-invalid'));
    form.elements['Form.Id'].value = said.next;   // filled once more, it is another filling
  };
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (!form.matches('form[data-filled]') || !window.fetch) return;
    e.preventDefault();
    const button = form.querySelector('button.primary');
    button.disabled = true;
    const asBefore = () => form.submit();
    fetch(form.getAttribute('action') || window.location.href, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' }).then((answer) => {
      const said = answer.headers.get('X-Filled');
      if (!answer.ok || !said) { asBefore(); return null; }   // refused: the page that says why is an ordinary answer
      return answer.blob().then((file) => {
        keep(file, nameIn(answer.headers.get('Content-Disposition') || ''));
        tell(form, JSON.parse(decodeURIComponent(said)));
        button.disabled = false;
      });
    }).catch(asBefore);
  });
})();
