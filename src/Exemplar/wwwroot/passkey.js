// Passkeys: asks the device in the browser's name, and puts its answer into a form that is sent like any other. What needs them
// stays hidden where the browser has none, or the address does not let it: everything else works without.
(() => {
  'use strict';
  if (window.passkeyIsOn) return;   // a boosted visit loads the script again
  window.passkeyIsOn = true;
  const works = () => window.isSecureContext && window.PublicKeyCredential && navigator.credentials;
  const arrive = () => {
    if (!works()) return;
    document.querySelectorAll('[data-passkey]').forEach((part) => { part.hidden = false; });
    document.querySelectorAll('[data-passkey-missing]').forEach((part) => { part.hidden = true; });
  };

  // WebAuthn speaks in bytes, JSON in base64url; browsers translate by themselves only since 2024.
  const bytes = (text) => Uint8Array.from(window.atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => window.btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => Object.assign({}, one, { id: bytes(one.id) }));

  const made = async (o) => {
    const options = Object.assign({}, o, { challenge: bytes(o.challenge), user: Object.assign({}, o.user, { id: bytes(o.user.id) }), excludeCredentials: known(o.excludeCredentials) });
    const key = await navigator.credentials.create({ publicKey: options });
    return written(key, {
      attestationObject: text(key.response.attestationObject),
      transports: key.response.getTransports ? key.response.getTransports() : [],
    });
  };
  const proved = async (o) => {
    const key = await navigator.credentials.get({ publicKey: Object.assign({}, o, { challenge: bytes(o.challenge), allowCredentials: known(o.allowCredentials) }) });
    return written(key, {
      authenticatorData: text(key.response.authenticatorData),
      signature: text(key.response.signature),
      userHandle: key.response.userHandle && key.response.userHandle.byteLength ? text(key.response.userHandle) : null,
    });
  };
  const written = (key, response) => JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: {},
    response: Object.assign({ clientDataJSON: text(key.response.clientDataJSON) }, response),
  });

  const asked = async (form) => {
    const address = new URL(form.action);
    address.searchParams.set('handler', 'Ask');
    const body = new URLSearchParams({ __RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]').value });
    const answer = await fetch(address, { method: 'POST', body, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const words = (e) => {
    if (e.name === 'NotAllowedError') return '没有完成：取消了，等得太久，或者这台设备上没有能用的通行密钥。可以再试一次。';
    if (e.name === 'InvalidStateError') return '这台设备上已经有这个账号的通行密钥，不用再添加。';
    if (e.name === 'SecurityError') return '这个网址用不了通行密钥。';
    if (e.name === 'NotSupportedError' || e.name === 'ConstraintError') return '这台设备做不了：要有指纹、人脸或 PIN。';
    if (e instanceof TypeError) return '网络中断，或者浏览器太旧。请再试一次。';
    return '没有完成，请再试一次。';
  };
  const say = (part, sentence) => {
    const said = part.querySelector(':scope > [data-passkey-said]');
    said.textContent = sentence;
    said.hidden = false;
  };
  const answerOf = (part) => Array.from(part.querySelectorAll('[data-passkey-answer]')).find((field) => field.closest('[data-passkey]') === part);

  const run = async (part, button, ask, then) => {
    if (button) button.disabled = true;
    try {
      answerOf(part).value = await ask();
      then();
    } catch (e) {
      say(part, words(e));
    } finally {
      if (button) button.disabled = false;
    }
  };
  // Before htmx sees it: the form is sent once the device has answered.
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (form.dataset.passkey === 'add' && answerOf(form).value === '' && form.dataset.options) {
      e.preventDefault();
      e.stopImmediatePropagation();
      run(form, form.querySelector('button.primary'), () => made(JSON.parse(form.dataset.options)), () => { setTimeout(() => form.requestSubmit(), 0); });
    } else if (form.dataset.passkey === 'sign-in') {
      e.preventDefault();
      e.stopImmediatePropagation();
      run(form, form.querySelector('button'), async () => proved(await asked(form)), () => form.submit());
    }
  }, true);
  document.addEventListener('click', (e) => {
    const button = e.target.closest && e.target.closest('[data-passkey=prove] button');
    if (!button) return;
    const part = button.closest('[data-passkey]');
    const code = part.closest('form').querySelector('[name="Form.Code"]');
    run(part, button, () => proved(JSON.parse(part.dataset.options)), () => {
      say(part, '已证明，请接着填完保存。');
      button.hidden = true;
      if (code) code.required = false;   // one of the two will do
    });
  });
  document.addEventListener('htmx:load', arrive);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', arrive); else arrive();
})();
