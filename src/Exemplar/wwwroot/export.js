// Shows how a download comes along and lets it be broken off. Without it the link downloads as any other.
(() => {
  'use strict';
  const save = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const nameOf = (answer) => decodeURIComponent((/filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') || '') || ['', 'export.xlsx'])[1]);
  const run = async (link) => {
    const stop = new AbortController();
    const box = document.createElement('p');
    box.className = 'notice';
    box.setAttribute('role', 'status');
    box.innerHTML = '<span>正在导出……</span> <button type="button">取消</button>';
    box.querySelector('button').addEventListener('click', () => stop.abort());
    link.closest('.head').after(box);
    const say = (text) => { box.querySelector('span').textContent = text; };
    try {
      const answer = await fetch(link.href, { signal: stop.signal });
      if (!answer.ok) throw new Error(answer.status);
      const rows = Number(answer.headers.get('X-Rows') || 0).toLocaleString('zh-CN');
      const reader = answer.body.getReader();
      const parts = [];
      let size = 0;
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value);
        size += part.value.length;
        say(`正在导出 ${rows} 行，已收到 ${Math.ceil(size / 1024)} KB……`);
      }
      save(new Blob(parts), nameOf(answer));
      box.remove();
    } catch (e) {
      say(e.name === 'AbortError' ? '已取消导出。' : '没有导出成功，请再试一次。');
      box.querySelector('button').remove();
    }
  };
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[data-export]');
    if (!link || e.defaultPrevented || !window.ReadableStream) return;   // a page that is opened twice brings this twice
    e.preventDefault();
    run(link);
  });
})();
